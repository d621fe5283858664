// What comes in over a large book beside the list of the same dashboard: what a forecast of thirteen months by day costs in the
// server, the first paint of its chart, and a switch from a month to a quarter. `--size 20000` makes the book smaller.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDashboard } from '../scripts/servers.mjs'
import { ask } from './ask.mjs'
import { pause, startUpstream, THIRTEEN_MONTHS, untilWorkedOut } from './book.mjs'
import { median, table } from './figures.mjs'
import { LIST_ROW, measured, watchAct, watchFirst } from './in-the-page.mjs'
import { emptyDatabase } from './postgres.mjs'
import { signIn } from './sign-in.mjs'

const TODAY = '2025-06-05T14:32'
const SLOWDOWNS = [1, 4]
const WITHIN = { timeout: 120_000 }
const READS_MS = 1_000
const REQUESTS = 60

/** Milliseconds of one request, from its first byte sent to the last byte of the answer; those of a request that only asks who asks beside it. */
async function requests(url, people) {
  const taken = { forecast: [], bare: [] }
  for (let n = 0; n < REQUESTS; n += 1) {
    const cookie = people[n % people.length].header
    for (const [name, path] of [
      ['forecast', `/api/collections?${THIRTEEN_MONTHS}`],
      ['bare', '/api/me'],
    ]) {
      const from = performance.now()
      const { ok } = await ask(`${url}${path}`, { headers: { cookie } })
      if (!ok) throw new Error(`${path} did not answer.`)
      if (n >= 10) taken[name].push(performance.now() - from)
    }
  }
  return { forecast: median(taken.forecast), bare: median(taken.bare) }
}

async function inBrowser(browser, { url, cookies, slowdown }, act) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return await act(page, context, url)
  } finally {
    await context.close()
  }
}

/** Milliseconds until something stood there, nothing kept from before. */
const first = (path, selector) => async (page, context, url) => {
  await context.addInitScript(watchFirst, selector)
  const stood = measured(page)
  await page.goto(`${url}${path}`, { waitUntil: 'commit' })
  return stood
}

const WEEKS = `() => document.querySelector('table[aria-label="Collections by week"]') !== null &&
  document.querySelector('svg[role="img"]') !== null`

/** Milliseconds from choosing a quarter to the frame after its chart and table stood there. */
async function monthToQuarter(page, _context, url) {
  await page.goto(`${url}/collections?from=2025-07-01&to=2025-07-31`)
  await page.locator('table[aria-label="Collections by day"]').waitFor(WITHIN)
  await page.waitForLoadState('networkidle')
  // Whoever chooses a period goes to the choice first, and reads; what each period shows is asked for then.
  const period = page.getByRole('combobox', { name: 'Period' })
  await period.focus()
  await pause(READS_MS)
  await page.evaluate(watchAct, [WEEKS, 'change'])
  const stood = measured(page)
  await period.selectOption('3-months')
  return stood
}

const ACTS = {
  chart: first(`/collections?${THIRTEEN_MONTHS}`, 'svg[role="img"] [data-band]'),
  list: first('/schedules', LIST_ROW),
  quarter: monthToQuarter,
}

async function visits(browser, url, people, rounds) {
  const taken = []
  for (const slowdown of SLOWDOWNS) {
    const found = { chart: [], list: [], quarter: [] }
    for (let round = -1; round < rounds; round += 1)
      for (const [name, act] of Object.entries(ACTS)) {
        const cookies = people[(round + 1) % people.length].forBrowser
        const ms = await inBrowser(browser, { url, cookies, slowdown }, act)
        // The first of each warms the server up and does not count.
        if (round >= 0) found[name].push(ms)
      }
    taken.push({ slowdown, chart: median(found.chart), list: median(found.list), quarter: median(found.quarter) })
  }
  return taken
}

const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const processor = (slowdown) => (slowdown === 1 ? 'normal' : `${slowdown} times slower`)

const rowsOf = ({ forecast, bare }, taken) => [
  ['Forecast of 13 months by day: one request', '', ms(forecast), 'one that only asks who asks', ms(bare), '', ''],
  ['The difference: what it costs in the server', '', ms(forecast - bare), '', '', '', 'at most 10 ms'],
  ...taken.map(({ slowdown, chart, list }) => [
    'First paint of its chart, nothing kept from before',
    processor(slowdown),
    ms(chart),
    'first row of the list',
    ms(list),
    (chart / list).toFixed(2),
    'at most 1.5',
  ]),
  ...taken.map(({ slowdown, quarter }) => [
    'From a month to a quarter',
    processor(slowdown),
    ms(quarter),
    '',
    '',
    '',
    slowdown === 1 ? '' : 'at most 100 ms',
  ]),
]

/** `{ text, taken }`: the table, and the figures behind it. On PostgreSQL where there is one, else in the embedded store. */
export async function measureCollections({ browser, rounds, begin, size = 100_000 }) {
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
    const { url } = dashboard
    const people = await Promise.all(['agent', 'finance', 'lead', 'admin'].map((role) => signIn(url, role)))
    await untilWorkedOut(url, people[1].header, size)
    const served = await requests(url, people)
    const taken = await visits(browser, url, people, rounds)
    await dashboard.end()
    const heads = ['what', 'processor', 'took', 'beside', 'its figure', 'ratio', 'aim']
    return {
      text: table(heads, rowsOf(served, taken)),
      taken: { size, store: postgres ? 'postgresql' : 'pglite', served, taken },
    }
  } finally {
    await postgres?.end()
    rmSync(folder, { recursive: true, force: true })
  }
}
