// Opens a dashboard over a made-up book on a machine that has only Node: builds if needed, starts the sandbox and the dashboard,
// says where to look. Ctrl-C ends both.
import { createWriteStream, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { DEMO_PASSWORD, DEMO_PEOPLE, keptSecret } from './demo-people.mjs'
import { onEnd, ROOT } from './processes.mjs'
import { startDashboard, startSandbox } from './servers.mjs'

const folder = resolve(process.env.DATA_DIR || join(ROOT, '.data/demo'))
const running = []
const finish = onEnd(() => Promise.all(running.map((program) => program.end())))

async function open() {
  await buildIfNeeded()
  mkdirSync(folder, { recursive: true })
  const log = (name) => createWriteStream(join(folder, `${name}.log`))
  const today = process.env.TODAY ? { TODAY: process.env.TODAY } : {}
  const sandbox = await startSandbox({
    wishedPort: Number(process.env.SANDBOX_PORT || 4010),
    settings: today,
    log: log('sandbox'),
  })
  running.push(sandbox)
  const dashboard = await startDashboard({
    sandboxUrl: sandbox.url,
    dataFolder: folder,
    secret: keptSecret(folder),
    wishedPort: Number(process.env.PORT || 3000),
    settings: today,
    log: log('dashboard'),
  })
  running.push(dashboard)
  return dashboard.url
}

/** Whichever of the two ends by itself takes the other along. */
function watch() {
  for (const program of running) {
    program.exited.then((code) => {
      console.error(`One of the two programs ended (${code}):\n${program.output().trim()}`)
      finish(1)
    })
  }
}

try {
  const url = await open()
  watch()
  console.log(`
Quarterday is open at

  ${url}

${DEMO_PEOPLE.map(({ email, does }) => `  ${email.padEnd(26)} ${does}`).join('\n')}

  Password of each: ${DEMO_PASSWORD}

Everything in it is made up, and nothing leaves this machine. Ctrl-C ends it.
What the programs say: ${folder}`)
} catch (error) {
  console.error(error.message)
  await finish(1)
}
