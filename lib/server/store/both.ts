import 'server-only'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openStore, putStore, type Store } from './store'

// For tests alone: the same tests on PGlite and on PostgreSQL, each in an empty store of its own with all migrations.
// PostgreSQL is that of TEST_DATABASE_URL, or else a cluster of our own from an `initdb` found here; where there is
// neither, its half is skipped out loud, save in CI, where it fails.

/**
 * Runs `tests` once on each store, which also stands in for the process's own. Starting them takes seconds: once a file,
 * with `describe` inside. `url` is that of the PostgreSQL database.
 */
export function onBothStores(name: string, tests: Tests): void {
  for (const kind of ['pglite', 'postgresql'] as const) onStore(kind, name, tests)
}

type Tests = (store: () => Store, url: () => string | undefined) => void

/** The same on the embedded store alone, for what does not depend on which it is. */
export function onEmbeddedStore(name: string, tests: Tests): void {
  onStore('pglite', name, tests)
}

/** The same on PostgreSQL alone, for what several processes do on one store. */
export function onPostgres(name: string, tests: Tests): void {
  onStore('postgresql', name, tests)
}

function onStore(kind: Store['kind'], name: string, tests: Tests): void {
  describe(`${name} (${kind})`, () => {
    if (kind === 'postgresql' && !canRunPostgres() && !process.env.CI) {
      it.skip('skipped: no TEST_DATABASE_URL and no initdb on this machine', () => undefined)
      return
    }
    let opened: Opened
    beforeAll(async () => {
      opened = kind === 'pglite' ? await openEmptyMemory() : await openEmptyDatabase()
      putStore(opened.store)
    }, 120_000)
    afterAll(async () => {
      putStore(undefined)
      await opened?.store.close()
      await opened?.end()
    })
    tests(
      () => opened.store,
      () => opened.url,
    )
  })
}

type Opened = { store: Store; url?: string; end: () => Promise<void> }

/** An embedded store in memory: the folder of one takes seconds to make. */
async function openEmptyMemory(): Promise<Opened> {
  return { store: await openStore('memory'), end: async () => undefined }
}

/** A new database on a PostgreSQL; `end` removes it, and the cluster if it was ours. */
async function openEmptyDatabase(): Promise<Opened> {
  const given = process.env.TEST_DATABASE_URL
  const cluster = given ? { url: given, end: async () => undefined } : await startCluster()
  const name = `quarterday_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const asOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: cluster.url })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asOwner(`create database ${name}`)
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  const store = await openPatiently(url.href)
  const end = async () => {
    if (given) await asOwner(`drop database ${name} with (force)`)
    await cluster.end()
  }
  return { store, url: url.href, end }
}

/** On a busy machine a connection may take longer than a server gives it. */
async function openPatiently(url: string, tries = 5): Promise<Store> {
  return openStore({ url }).catch((error: unknown) => {
    if (tries <= 1) throw error
    return openPatiently(url, tries - 1)
  })
}

const canRunPostgres = () => Boolean(process.env.TEST_DATABASE_URL) || programs() !== undefined

/** The folder of PostgreSQL's programs: on the path, or where Debian and Homebrew put them; the newest first. */
function programs(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const usual = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'].flatMap((root) => {
    const found = existsSync(root) ? readdirSync(root).filter((name) => /^(postgresql@)?\d+$/.test(name)) : []
    return found.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((name) => join(root, name, 'bin'))
  })
  return [...onPath, ...usual].find((folder) => existsSync(join(folder, 'initdb')))
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

async function startCluster(): Promise<{ url: string; end: () => Promise<void> }> {
  const bin = programs()
  if (!bin) throw new Error('Tests of the store need PostgreSQL here: set TEST_DATABASE_URL or install postgresql.')
  const user = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-pg-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C'],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
  const port = await freePort()
  const options = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=50',
  ]
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...options.flatMap((option) => ['-c', option])], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await answering(url, server)
  const end = async () => {
    process.off('exit', kill)
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGQUIT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, end }
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const latest = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (server.exitCode !== null || Date.now() > latest) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
