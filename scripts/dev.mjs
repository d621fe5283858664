// For those who write it: the sandbox, and `next dev` beside it on PORT (3000). Ctrl-C ends both.
import { join } from 'node:path'
import { keptSecret } from './demo-people.mjs'
import { environmentWith, freePort, onEnd, ROOT, start } from './processes.mjs'
import { dashboardSettings, startSandbox } from './servers.mjs'

const folder = join(ROOT, '.data/dev')
const running = []
const finish = onEnd(() => Promise.all(running.map((program) => program.end())))

try {
  const { TODAY, PORT, SANDBOX_PORT } = process.env
  const today = TODAY ? { TODAY } : {}
  const sandbox = await startSandbox({
    wishedPort: Number(SANDBOX_PORT || 4010),
    settings: today,
    log: process.stderr,
  })
  running.push(sandbox)
  const port = await freePort(Number(PORT || 3000))
  const url = `http://127.0.0.1:${port}`
  const settings = dashboardSettings({
    url,
    sandboxUrl: sandbox.url,
    dataFolder: folder,
    secret: keptSecret(folder),
  })
  const next = start(
    join(ROOT, 'node_modules/next/dist/bin/next'),
    ['dev', '--hostname', '127.0.0.1', '--port', String(port)],
    { env: environmentWith({ ...settings, ...today, NODE_ENV: 'development' }), log: process.stdout },
  )
  running.push(next)
  for (const program of running) program.exited.then((code) => finish(code))
} catch (error) {
  console.error(error.message)
  await finish(1)
}
