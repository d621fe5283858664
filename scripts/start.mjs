// Starts the built dashboard in this process, on HOSTNAME (127.0.0.1) and PORT (3000).
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { STANDALONE } from './built.mjs'
import { answerBuiltFirst } from './built-files.mjs'

const server = join(STANDALONE, 'server.js')
if (!existsSync(server)) {
  console.error('There is no build yet: run npm run build first.')
  process.exit(1)
}

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.PORT ||= '3000'
process.env.HOSTNAME ||= '127.0.0.1'
// A proxy before us, or a program, keeps a connection for about a minute: it must never send on one that we close in that moment.
process.env.KEEP_ALIVE_TIMEOUT ||= '65000'
// The server makes its own folder the current one, and a build clears that folder: ours is meant.
process.env.DATA_DIR = resolve(process.env.DATA_DIR || '.data')
answerBuiltFirst(join(STANDALONE, '.next/static'))
await import(pathToFileURL(server).href)
