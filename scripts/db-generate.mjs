import { spawn } from 'node:child_process'

// The condition lets drizzle-kit load files that only a server may load.
const child = spawn(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS: '--conditions=react-server' },
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
