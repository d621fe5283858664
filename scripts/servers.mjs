// The two programs of a demo, a test or a benchmark: the sandbox SmarterPay and the built dashboard, both on the loopback alone.
import { join } from 'node:path'
import { answering, environmentWith, freePort, ROOT, start } from './processes.mjs'

/**
 * As `npm start` has it: functions are compiled when they first run. A page that is rarely asked for, or a server that has
 * just been started, mostly runs what is not compiled yet; its first pages take about a tenth less.
 */
const COMPILED_EARLY = ['--always-sparkplug']

/** Starts a sandbox and waits for it. `settings`: its environment beside the port. Answers `{ url, end, exited, output }`. */
export async function startSandbox({ wishedPort = 0, settings = {}, log = undefined } = {}) {
  const port = await freePort(wishedPort)
  const url = `http://127.0.0.1:${port}`
  const env = environmentWith({ ...settings, SANDBOX_PORT: String(port) })
  return ready({
    url,
    probe: `${url}/control/log?since=999999999`,
    program: start(script('sandbox'), [], { env, log }),
  })
}

/** Starts the built dashboard and waits until it is healthy. `settings` go over the ones that a sandbox target needs. */
export async function startDashboard({
  sandboxUrl,
  dataFolder,
  secret,
  wishedPort = 0,
  settings = {},
  log = undefined,
}) {
  const port = await freePort(wishedPort)
  const url = `http://127.0.0.1:${port}`
  const env = environmentWith({ ...dashboardSettings({ url, sandboxUrl, dataFolder, secret }), ...settings })
  return ready({
    url,
    probe: `${url}/api/health`,
    program: start(script('start'), [], { env, log, flags: COMPILED_EARLY }),
  })
}

/** Settings of a dashboard with the demo people that reads a sandbox. */
export function dashboardSettings({ url, sandboxUrl, dataFolder, secret }) {
  const { hostname, port } = new URL(url)
  return {
    HOSTNAME: hostname,
    PORT: port,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: secret,
    SMARTERPAY_TARGET: 'sandbox',
    SANDBOX_URL: sandboxUrl,
    LOCAL_ACCOUNTS: 'demo',
    DATA_DIR: dataFolder,
  }
}

const script = (name) => join(ROOT, `scripts/${name}.mjs`)

async function ready({ url, probe, program }) {
  try {
    await answering(probe, program)
  } catch (error) {
    await program.end()
    throw error
  }
  return { url, ...program }
}
