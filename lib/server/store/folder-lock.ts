import 'server-only'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'

// One process, one folder: the embedded store does not refuse a second process, it loses rows. So we refuse it.
// The lock is a file that names its owner; it is nobody's once that process is gone.

const owner = z.object({ pid: z.int(), started: z.string(), host: z.string(), token: z.string() })
type Owner = z.infer<typeof owner>

const FILE = 'quarterday.lock'

/** Taken by this process in each folder; a token of ours in the file is a living owner, an unknown one of our pid a dead one. */
const ours = new Set<string>()

/**
 * Takes the folder for this process, and returns what gives it back. Throws one sentence that names the owner where a
 * living process has it. An owner on another machine counts as living: nobody here can tell.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  const self: Owner = { pid: process.pid, started: startOf(process.pid), host: hostname(), token: randomUUID() }
  for (let tries = 0; tries < 3; tries++) {
    if (write(path, self)) {
      ours.add(self.token)
      const release = () => {
        process.off('exit', release)
        ours.delete(self.token)
        if (read(path)?.token === self.token) rmSync(path, { force: true })
      }
      process.on('exit', release)
      return release
    }
    const found = read(path)
    if (found && lives(found)) throw new Error(inUse(folder, found))
    setAside(path, found)
  }
  throw new Error(`The folder ${folder} cannot be locked: other processes are starting on it at the same time.`)
}

const inUse = (folder: string, { pid, host }: Owner) =>
  host === hostname()
    ? `The folder ${folder} is in use by process ${pid}: the embedded store is for one process. Stop that one first, give this one another DATA_DIR, or set DATABASE_URL.`
    : `The folder ${folder} is in use by process ${pid} on ${host}: the embedded store is for one process. If that machine is gone, delete ${FILE} in the folder.`

/** Written elsewhere and linked into place, so that nobody ever reads half an owner. False where there is one already. */
function write(path: string, self: Owner): boolean {
  const draft = `${path}.${self.token}`
  writeFileSync(draft, JSON.stringify(self), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Null where the file is gone, or no owner can be made of it. */
function read(path: string): Owner | null {
  try {
    return owner.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** Moves a dead owner's file away; put back if somebody living took the place between our look and our move. */
function setAside(path: string, judged: Owner | null): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const moved = read(aside)
  if (moved && moved.token !== judged?.token && lives(moved)) renameSync(aside, path)
  else rmSync(aside, { force: true })
}

function lives({ pid, started, host, token }: Owner): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return ours.has(token)
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!isCode(error, 'EPERM')) return false
  }
  const now = startOf(pid)
  return now === '' || started === '' || now === started
}

/** When a process began, as this system tells it, since pids come again; '' where it does not tell. */
function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot} ${fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19]}`
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
