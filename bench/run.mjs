// The dashboard beside a bare page that does the same with no framework, as ratios of medians in one run. `--readme` puts the
// table into the README; `--rounds 9` takes more of each.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { BROWSER_ARGUMENTS, browserPath } from '../scripts/browser.mjs'
import { buildIfNeeded } from '../scripts/build.mjs'
import { DEMO_PASSWORD } from '../scripts/demo-people.mjs'
import { answering, environmentWith, freePort, ROOT, start } from '../scripts/processes.mjs'
import { startDashboard, startSandbox } from '../scripts/servers.mjs'
import { median, table } from './figures.mjs'
import { perRequest } from './per-request.mjs'
import { visit } from './visit.mjs'

const SLOWDOWNS = [1, 4]
const TODAY = '2025-06-05T14:32'
const args = process.argv.slice(2)
const rounds = args.includes('--rounds') ? Number(args[args.indexOf('--rounds') + 1]) : 7

const running = []
const begin = async (starting) => {
  running.push(await starting)
  return running.at(-1)
}

async function startBare(sandboxUrl) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const args = [`${sandboxUrl}`, 'sandbox', String(port)]
  const program = start(join(ROOT, 'bench/bare/server.mjs'), args, { env: environmentWith({}) })
  await answering(`${url}/icon.svg`, program)
  return { url, ...program }
}

/** Cookies of somebody who signed in, as a browser and as a header take them. */
async function signIn(url, role) {
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = await csrf.json()
  const pairs = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie: pairs(csrf).join('; ') },
    body: new URLSearchParams({ csrfToken, email: `${role}@quarterday.test`, password: DEMO_PASSWORD }),
  })
  const all = [...pairs(csrf), ...pairs(answer)]
  const forBrowser = all.map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
  return { header: all.join('; '), forBrowser }
}

/** The two pages by turns, so that whatever else the machine does meets both. */
async function visits(browser, dashboard, bare, people) {
  const taken = []
  for (const slowdown of SLOWDOWNS) {
    const ours = []
    const theirs = []
    for (let round = -1; round < rounds; round += 1) {
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
  const scripts = [
    'Scripts before the first interaction, gzip',
    '',
    kB(normal.scripts.ours),
    kB(normal.scripts.bare),
    '',
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
  return [[...scripts, AIMS.scripts], ...acts, ...calls]
}

function putIntoReadme(text) {
  const path = join(ROOT, 'README.md')
  const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->']
  const readme = readFileSync(path, 'utf8')
  const [head, rest] = readme.split(begin)
  const tail = rest?.split(end)[1]
  if (tail === undefined) throw new Error(`The README has no ${begin} and ${end}.`)
  writeFileSync(path, `${head}${begin}\n${text}\n${end}${tail}`)
}

const folder = mkdtempSync(join(tmpdir(), 'quarterday-bench-'))
try {
  await buildIfNeeded()
  const sandbox = await begin(startSandbox({ settings: { TODAY } }))
  const dashboard = await begin(
    startDashboard({
      sandboxUrl: sandbox.url,
      dataFolder: folder,
      secret: 'for measuring alone: thirty-two bytes or more',
      settings: { TODAY },
    }),
  )
  const bare = await begin(startBare(sandbox.url))
  const people = await Promise.all(['agent', 'finance', 'lead', 'admin'].map((role) => signIn(dashboard.url, role)))
  const cookies = people.map(({ header }) => header)
  const requests = await perRequest({
    dashboardUrl: dashboard.url,
    bareUrl: bare.url,
    cookies,
    rounds: Math.min(rounds, 5),
  })
  const browser = await chromium.launch({ executablePath: await browserPath(), args: BROWSER_ARGUMENTS })
  const taken = await visits(browser, dashboard, bare, people).finally(() => browser.close())

  const heads = ['what', 'processor', 'dashboard', 'bare page', 'ratio', 'aim']
  const text = table(heads, rowsOf(taken, requests))
  console.log(
    `\n${text}\n\nMedians of ${rounds}; ${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}.`,
  )
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
  writeFileSync(join(ROOT, 'bench/results/latest.json'), JSON.stringify({ rounds, taken, requests }, null, 2))
  if (args.includes('--readme')) putIntoReadme(text)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await Promise.all(running.map((program) => program.end()))
  rmSync(folder, { recursive: true, force: true })
}
