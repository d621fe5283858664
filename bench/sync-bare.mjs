// The least that a pass over the book can be: the same pages in the same lanes, pulled and parsed, and nothing kept.
// `node bench/sync-bare.mjs <address>` writes the milliseconds.
import { Agent, get } from 'node:http'

const LANES = 4
const agent = new Agent({ keepAlive: true, maxSockets: LANES })
const [address] = process.argv.slice(2)

function pull(number) {
  const url = `${address}/service.svc/recurrenceschedules?limit=200&page_no=${number}&sort_field=created_at&sort_order=asc`
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const { recurrence_schedules: rows } = JSON.parse(Buffer.concat(chunks).toString())
        for (const row of rows) row.upcoming_payments = JSON.parse(row.upcoming_payments)
        resolve(rows.length)
      })
    }).on('error', reject)
  })
}

const began = performance.now()
let next = 1
let read = 0
let ended = false
await Promise.all(
  Array.from({ length: LANES }, async () => {
    while (!ended) {
      const rows = await pull(next++)
      read += rows
      if (rows < 200) ended = true
    }
  }),
)
console.log(JSON.stringify({ ms: performance.now() - began, read }))
