// The list beside a bare page that does the same with no framework: scripts, first rows, a filter, a schedule, and what the
// backend for the frontend costs per request.
import { join } from 'node:path'
import { answering, environmentWith, freePort, ROOT, start } from '../scripts/processes.mjs'
import { median, table } from './figures.mjs'
import { perRequest } from './per-request.mjs'
import { visit } from './visit.mjs'

const SLOWDOWNS = [1, 4]
/** Processes of the visit before are gone by then. */
const REST_MS = 1_000
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS))

async function startBare(sandboxUrl) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const args = [`${sandboxUrl}`, 'sandbox', String(port)]
  const program = start(join(ROOT, 'bench/bare/server.mjs'), args, { env: environmentWith({}) })
  await answering(`${url}/icon.svg`, program)
  return { url, ...program }
}

/** The two pages by turns, so that whatever else the machine does meets both. */
async function visits(browser, dashboard, bare, people, rounds) {
  const taken = []
  for (const slowdown of SLOWDOWNS) {
    const ours = []
    const theirs = []
    for (let round = -1; round < rounds; round += 1) {
      await rest()
      const one = await visit(browser, {
        url: `${dashboard.url}/schedules`,
        cookies: people[(round + 1) % people.length].forBrowser,
        slowdown,
        openFilter: async (page) => {
          await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Status' }).click()
          await page.getByRole('checkbox', { name: 'Inactive' }).waitFor()
        },
        pressInactive: (page) => page.getByRole('checkbox', { name: 'Inactive' }).click(),
      })
      await rest()
      const other = await visit(browser, {
        url: `${bare.url}/`,
        cookies: [],
        slowdown,
        openFilter: async () => undefined,
        pressInactive: (page) => page.getByRole('checkbox', { name: 'Inactive' }).click(),
      })
      // The first of each warms the servers up and does not count.
      if (round >= 0) {
        ours.push(one)
        theirs.push(other)
      }
    }
    const of = (list, what) => median(list.map((each) => each[what]))
    const figures = (what) => ({ ours: of(ours, what), bare: of(theirs, what) })
    taken.push({
      slowdown,
      scripts: figures('scripts'),
      sent: figures('sent'),
      firstRow: figures('firstRow'),
      filter: figures('filter'),
      detail: figures('detail'),
    })
  }
  return taken
}

const AIMS = { scripts: 'aim 175, at most 200 kB', firstRow: 'at most 1.5', filter: 'at most 1.2', detail: '' }
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const ratio = ({ ours, bare }) => (ours / bare).toFixed(2)

function rowsOf(taken, requests) {
  const [normal] = taken
  const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`
  const weight = (name, { ours, bare }, aim) => [name, '', kB(ours), kB(bare), '', aim]
  const scripts = [
    weight('Scripts before the first interaction, gzip', normal.scripts, AIMS.scripts),
    weight('The same as they are sent (Brotli)', normal.sent, ''),
  ]
  const named = [
    ['firstRow', 'First data row, nothing kept from before'],
    ['filter', 'Filter to rows'],
    ['detail', 'Row to detail'],
  ]
  const acts = named.flatMap(([what, name]) =>
    taken.map(({ slowdown, [what]: figure }) => [
      name,
      slowdown === 1 ? 'normal' : `${slowdown} times slower`,
      ms(figure.ours),
      ms(figure.bare),
      ratio(figure),
      AIMS[what],
    ]),
  )
  const calls = [
    [
      'One list request, in sequence',
      '',
      ms(requests.sequence.ours),
      ms(requests.sequence.bare),
      ratio(requests.sequence),
      '',
    ],
    [
      'One list request, 6 at a time',
      '',
      ms(requests.parallel.ours),
      ms(requests.parallel.bare),
      ratio(requests.parallel),
      '',
    ],
  ]
  return [...scripts, ...acts, ...calls]
}

/** `{ text, taken }`: the table, and the figures behind it. */
export async function measureList({ sandbox, dashboard, people, browser, rounds, begin }) {
  const bare = await begin(startBare(sandbox.url))
  const cookies = people.map(({ header }) => header)
  const requests = await perRequest({
    dashboardUrl: dashboard.url,
    bareUrl: bare.url,
    cookies,
    rounds: Math.min(rounds, 5),
  })
  const taken = await visits(browser, dashboard, bare, people, rounds)
  const heads = ['what', 'processor', 'dashboard', 'bare page', 'ratio', 'aim']
  return { text: table(heads, rowsOf(taken, requests)), taken: { taken, requests } }
}
