// What moved after SmarterPay has re-dated a whole book: every schedule is compared with what a snapshot found. Time of the
// answer and memory of the server. `--size 50000` makes the book smaller.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDashboard } from '../scripts/servers.mjs'
import { ask } from './ask.mjs'
import { startUpstream, untilWorkedOut } from './book.mjs'
import { median, table } from './figures.mjs'
import { forgetMostMemory, mostMemory } from './memory.mjs'
import { emptyDatabase } from './postgres.mjs'
import { signIn } from './sign-in.mjs'

const TODAY = '2025-06-05T14:32'
/** Its last day is a Sunday: what is due on that weekend leaves the range. */
const RANGE = 'from=2025-07-01&to=2025-09-28'
const REQUESTS = 5

async function answered(url, { header }, path, method = 'GET') {
  const began = performance.now()
  const headers = { cookie: header, origin: url, 'content-type': 'application/json' }
  const answer = await ask(`${url}${path}`, { method, headers, ...(method === 'POST' && { body: '{}' }) })
  if (!answer.ok) throw new Error(`${path} did not answer: ${answer.text.slice(0, 200)}`)
  return { ms: performance.now() - began, body: JSON.parse(answer.text) }
}

/** `{ text, taken }`: the table, and the figures behind it. On PostgreSQL where there is one, else in the embedded store. */
export async function measureMoved({ begin, size = 100_000 }) {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-bench-'))
  const postgres = await emptyDatabase()
  try {
    const upstream = await startUpstream(begin, size)
    const dashboard = await begin(
      startDashboard({
        sandboxUrl: upstream,
        dataFolder: folder,
        secret: 'for measuring alone: thirty-two bytes or more',
        settings: { TODAY, INDEX: 'on', ...(postgres && { DATABASE_URL: postgres.url }) },
      }),
    )
    const { url, pid } = dashboard
    const finance = await signIn(url, 'finance')
    await untilWorkedOut(url, finance.header, size)
    const snapshot = await answered(url, finance, '/api/collections/snapshots', 'POST')
    await ask(`${upstream}/re-date`, { method: 'PUT' })
    const redated = new Date().toISOString()
    await answered(url, finance, '/api/sync', 'POST')
    await untilWorkedOut(url, finance.header, size, redated)

    const query = `${RANGE}&since=${snapshot.body.id}`
    forgetMostMemory(pid)
    const before = mostMemory(pid)
    const bridges = []
    for (let n = 0; n < REQUESTS; n += 1) bridges.push(await answered(url, finance, `/api/collections/moved?${query}`))
    const rows = await answered(url, finance, `/api/collections/moved/payments?${query}&step=regenerated`)
    const memory = mostMemory(pid)
    const { opening, closing, steps } = bridges[0].body
    const regenerated = steps.find(({ step }) => step === 'regenerated')
    if (opening + steps.reduce((sum, { amount }) => sum + amount, 0) !== closing || !regenerated)
      throw new Error(`What moved does not add up: ${JSON.stringify(bridges[0].body)}`)
    await dashboard.end()
    const bridge = median(bridges.map(({ ms }) => ms))
    const ms = (value) => `${value.toFixed(0)} ms`
    const text = table(
      ['what', 'took'],
      [
        [`First snapshot of ${size.toLocaleString('en-GB')} schedules`, ms(snapshot.ms)],
        [
          `What moved once all were re-dated; ${regenerated.count.toLocaleString('en-GB')} payments left the range`,
          ms(bridge),
        ],
        ['The first page of those payments, with who moved each', ms(rows.ms)],
        ['Memory of the server at most, before and then', `${before.toFixed(0)} MB, ${memory.toFixed(0)} MB`],
      ],
    )
    return {
      text,
      taken: {
        size,
        store: postgres ? 'postgresql' : 'pglite',
        bridge,
        page: rows.ms,
        snapshot: snapshot.ms,
        before,
        memory,
      },
    }
  } finally {
    await postgres?.end()
    rmSync(folder, { recursive: true, force: true })
  }
}
