// A book for measuring: so many schedules of twelve payments each, and when the dashboard has read and worked out all of it.
import { join } from 'node:path'
import { answering, environmentWith, freePort, ROOT, start } from '../scripts/processes.mjs'
import { ask } from './ask.mjs'

export const THIRTEEN_MONTHS = 'from=2025-06-01&to=2026-06-30&group=day'
const PAYMENTS_EACH = 12

/** A SmarterPay with so many schedules; answers its address. */
export async function startUpstream(begin, size) {
  const port = await freePort()
  const program = start(join(ROOT, 'bench/sync-upstream.mjs'), [port, size, 0].map(String), {
    env: environmentWith({}),
  })
  await begin(program)
  const url = `http://127.0.0.1:${port}`
  await answering(`${url}/service.svc/recurrenceschedules?limit=1&page_no=1`, program)
  return url
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until the whole book has been read, after that instant, and everything that is worked out has followed. */
export async function untilWorkedOut(url, cookie, size, after = '') {
  for (;;) {
    const { text, ok } = await ask(`${url}/api/collections?${THIRTEEN_MONTHS}`, { headers: { cookie } })
    if (ok) {
      const { readSoFar, count, asOf } = JSON.parse(text)
      if (readSoFar === null && count === size * PAYMENTS_EACH && asOf > after) return
    }
    await pause(2_000)
  }
}
