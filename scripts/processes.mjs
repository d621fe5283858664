// Child processes: run one to its end, or start one and be sure that it ends with us. No shell anywhere, so that it is the same on every system.
import { spawn } from 'node:child_process'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LEAVE_WITH_PARENT = pathToFileURL(fileURLToPath(new URL('./leave-with-parent.mjs', import.meta.url))).href
const END_WITHIN_MS = 8_000
const KEPT_CHARACTERS = 20_000
/** Nobody is told that somebody builds or tests. @type {NodeJS.ProcessEnv} */
const QUIET_ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

/** Names of all settings of the dashboard and its sandbox; a demo or a test takes none of them from the outside by accident. */
const SETTINGS =
  /^(SMARTERPAY_|SANDBOX_|NEXTAUTH_|OIDC_|AGENT_LIMIT_|DORMANCY_|DATABASE_URL$|DATA_DIR$|LOCAL_ACCOUNTS$|NOTICE_DAYS$|PROCESSING_DAYS$|CUT_OFF$|EXTRA_HOLIDAYS$|RECONCILE_WINDOW_MS$|INDEX$|SYNC_INTERVAL_MS$|WEBHOOK_KEYS$|TODAY$|HOSTNAME$|PORT$|NODE_ENV$)/

/** This process's environment without any setting of the dashboard, and with `settings` in their place. */
export function environmentWith(settings) {
  const plain = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))
  return { ...Object.fromEntries(plain), NEXT_TELEMETRY_DISABLED: '1', ...settings }
}

/** Runs a Node program to its end, its output on ours. Answers the exit code; 1 when a signal ended it. */
export function run(file, args = [], { env = QUIET_ENVIRONMENT, cwd = ROOT } = {}) {
  return runProgram(process.execPath, [file, ...args], { env, cwd })
}

/** The same for any program; `quiet` keeps its output away. A program that is not there counts as 127. */
export function runProgram(program, args, { env = process.env, cwd = ROOT, quiet = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'] })
    const late = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    const done = (code) => {
      clearTimeout(late)
      resolve(code)
    }
    child.on('error', () => done(127))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/**
 * Starts a Node program that ends when we do, whatever way we go. `log` is a stream for its output; the last part of it is
 * kept too, for `output()`. `exited` resolves with its exit code; `end()` asks it to end and waits for that. `flags` are for Node
 * itself.
 */
export function start(file, args = [], { env = QUIET_ENVIRONMENT, cwd = ROOT, log = undefined, flags = [] } = {}) {
  const child = spawn(process.execPath, [...flags, '--import', LEAVE_WITH_PARENT, file, ...args], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let kept = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      kept = (kept + text).slice(-KEPT_CHARACTERS)
      log?.write(text)
    })
  }
  child.stdin.on('error', () => undefined)
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS)
      await exited
      clearTimeout(late)
    }
  }
  return { pid: child.pid, exited, end, output: () => kept }
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address()
      probe.close(() => resolve(found))
    })
  })

/** A port of the loopback that nobody listens on: the wished one, or one of the next fifty, or any. */
export async function freePort(wished = 0) {
  for (let port = wished; wished > 0 && port < wished + 50; port += 1) if (await isFree(port)) return port
  return isFree(0)
}

/** Leaves no connection open behind it: a server that is asked to end would wait for that. */
const answersWell = (url) =>
  new Promise((resolve) => {
    const asked = get(url, { agent: false, timeout: 5_000 }, (answer) => {
      answer.resume()
      answer.on('close', () => resolve(answer.statusCode === 200))
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(false))
  })

/** Waits until the address answers with 200, or says why it does not. */
export async function answering(url, program, withinMs = 120_000) {
  const until = Date.now() + withinMs
  let gone = false
  program.exited.then(() => {
    gone = true
  })
  while (!gone && Date.now() < until) {
    if (await answersWell(url)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(
    `${gone ? 'It ended' : 'It did not answer'} at ${url}:\n${program.output().trim() || '(it said nothing)'}`,
  )
}

/** Calls `stop` once when this process is asked to end, then ends it with `code`. */
export function onEnd(stop) {
  let ending = false
  const finish = async (code) => {
    if (ending) return
    ending = true
    await stop()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => finish(0))
  return finish
}
