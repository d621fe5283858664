// Starts the built dashboard in this process, on HOSTNAME (127.0.0.1) and PORT (3000).
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { STANDALONE } from './built.mjs'

const server = join(STANDALONE, 'server.js')
if (!existsSync(server)) {
  console.error('There is no build yet: run npm run build first.')
  process.exit(1)
}

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.PORT ||= '3000'
process.env.HOSTNAME ||= '127.0.0.1'
// The server makes its own folder the current one, and a build clears that folder: ours is meant.
process.env.DATA_DIR = resolve(process.env.DATA_DIR || '.data')
await import(pathToFileURL(server).href)
