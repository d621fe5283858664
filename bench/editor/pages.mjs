// Puts up the pages that the editor is measured beside: their packages fetched on demand, bundled, served on the loopback.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { run } from '../../scripts/processes.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const PAGES = { fullcalendar: 'fullcalendar.jsx', 'big-calendar': 'big-calendar.jsx', 'plain-grid': 'plain-grid.js' }
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

async function fetchPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(HERE, 'package-lock.json')))
    .digest('hex')
  const mark = join(HERE, 'node_modules/.of')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.log('Fetching the calendars to measure beside, for this measurement alone.')
  // npm says where it is to what it runs; a bare `npm` would not start on every system without a shell.
  const npm = process.env.npm_execpath
  const code = npm ? await run(npm, ['ci', '--no-audit', '--no-fund'], { cwd: HERE }) : 1
  if (code !== 0) throw new Error('The calendars to measure beside could not be fetched.')
  writeFileSync(mark, wanted)
}

const html = (name) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/${name}.css"></head>
<body><main></main><script type="module" src="/${name}.js"></script></body></html>`

/** `{ url, end }`: each page at `/<name>`, its scripts as they would be in production. */
export async function startPages(folder) {
  await fetchPackages()
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: Object.fromEntries(Object.entries(PAGES).map(([name, file]) => [name, join(HERE, 'pages', file)])),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const server = createServer(({ url }, answer) => {
    const name = new URL(url, 'http://localhost').pathname.slice(1)
    const body = name in PAGES ? html(name) : existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null
    answer.writeHead(body === null ? 404 : 200, { 'content-type': TYPES[extname(name)] ?? TYPES['.html'] })
    answer.end(body ?? '')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    end: () => new Promise((resolve) => server.close(resolve)),
  }
}
