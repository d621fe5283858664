// What the search is measured against: one page, and two statements over the copy that the dashboard keeps. It checks nothing
// and knows nobody. `node bench/bare/search-server.mjs <database> <port>`.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import pg from 'pg'

const [database, port] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: database, max: 4 })

const read = (name, type) => ({ body: gzipSync(readFileSync(new URL(name, import.meta.url))), type })
const FILES = {
  '/': read('search.html', 'text/html; charset=utf-8'),
  '/search.js': read('search.js', 'text/javascript; charset=utf-8'),
  '/bare.css': read('bare.css', 'text/css; charset=utf-8'),
  '/icon.svg': read('icon.svg', 'image/svg+xml'),
}

async function search(text) {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const [rows, count] = await Promise.all([
    pool.query(
      `select record from (select id, created_at from schedules where words like $1 order by created_at desc, id desc limit 50) found
       join schedule_records on schedule = id order by created_at desc, id desc`,
      [pattern],
    ),
    pool.query('select count(*)::int as total from schedules where words like $1', [pattern]),
  ])
  return { total: count.rows[0].total, found: rows.rows.map(({ record }) => record) }
}

function send(outgoing, type, body) {
  outgoing.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-store' })
  outgoing.end(body)
}

createServer((incoming, outgoing) => {
  const url = new URL(incoming.url, 'http://bare')
  const file = FILES[url.pathname]
  if (file) send(outgoing, file.type, file.body)
  else if (url.pathname !== '/api/search') outgoing.writeHead(404).end()
  else
    search(url.searchParams.get('q') ?? '').then(
      (found) => send(outgoing, 'application/json', gzipSync(JSON.stringify(found))),
      () => outgoing.writeHead(500).end(),
    )
}).listen(Number(port), '127.0.0.1')
