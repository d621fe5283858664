// npm run bench -- sync: a pass over a whole book beside the bare loop that pulls and parses the same pages in the same lanes,
// at two answer times, on PostgreSQL and, with a book that suits it, in the embedded store; and what the list over the index
// takes afterwards, in the server and from the last key of a search to its rows. `--size 10000`, `--rounds 3` and
// `--only postgresql` make it smaller.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { BROWSER_ARGUMENTS, browserPath } from '../scripts/browser.mjs'
import { buildIfNeeded } from '../scripts/build.mjs'
import { answering, environmentWith, freePort, ROOT, start } from '../scripts/processes.mjs'
import { startDashboard } from '../scripts/servers.mjs'
import { ask } from './ask.mjs'
import { median } from './figures.mjs'
import { mostMemory } from './memory.mjs'
import { emptyDatabase } from './postgres.mjs'
import { signIn } from './sign-in.mjs'
import { tablesOf } from './sync-tables.mjs'
import { measureTyping } from './typing.mjs'

const TODAY = '2025-06-05T14:32'
const ANSWER_MS = [0, 150]
const SIZES = { postgresql: 100_000, pglite: 20_000 }
const PAUSE_MS = 50

const running = []
const begin = (program) => {
  running.push(program)
  return program
}
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const percentile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN

async function startUpstream(size) {
  const port = await freePort()
  const program = begin(
    start(join(ROOT, 'bench/sync-upstream.mjs'), [port, size, 0].map(String), { env: environmentWith({}) }),
  )
  const url = `http://127.0.0.1:${port}`
  await answering(`${url}/service.svc/recurrenceschedules?limit=1&page_no=1`, program)
  return { url, answerIn: (ms) => ask(`${url}/answer-time?ms=${ms}`, { method: 'PUT' }) }
}

async function bareLoop(url) {
  const program = start(join(ROOT, 'bench/sync-bare.mjs'), [url], { env: environmentWith({}) })
  await program.exited
  return JSON.parse(program.output())
}

/** Clock ticks of processor time that the process has had; Linux alone tells. */
function worked(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return Number(fields[11]) + Number(fields[12])
}

/** Waits until what is worked out after a pass is done: the process has next to nothing to do for three seconds. */
async function atRest(pid) {
  try {
    for (let before = worked(pid); ; ) {
      await pause(3_000)
      const now = worked(pid)
      if (now - before < 15) return
      before = now
    }
  } catch {
    await pause(60_000)
  }
}

/** What others wait meanwhile, by turns, until `done`. */
async function meanwhile(dashboard, cookie, done) {
  const taken = { log: [], detail: [] }
  const asks = { log: '/api/activity?size=50', detail: '/api/schedules/RS010000000000000017' }
  const lane = async (what) => {
    while (!done()) {
      const from = performance.now()
      const answer = await ask(`${dashboard.url}${asks[what]}`, { headers: { cookie } })
      if (answer.ok) taken[what].push(performance.now() - from)
      await pause(PAUSE_MS)
    }
  }
  await Promise.all(Object.keys(asks).map(lane))
  return { log: percentile(taken.log, 0.95), detail: percentile(taken.detail, 0.95) }
}

/** Waits for the end of a pass after `known`, and answers the line that the server wrote of it. Its output is kept in part only. */
async function pass(dashboard, known) {
  for (;;) {
    const [line] = [...dashboard.output().matchAll(/\{[^\n]*"event":"index\.pass"[^\n]*\}/g)].at(-1) ?? []
    const ended = line === undefined ? undefined : JSON.parse(line)
    if (ended && ended.end !== 'complete') throw new Error(`The pass ended as ${ended.end}.`)
    if (ended && ended.time !== known?.time) return ended
    await pause(500)
  }
}

const LISTS = {
  'first page, newest first': 'sort=-created',
  'filtered: plans of £50 to £60, by next payment': 'kind=plan&amount=60000..72000&sort=next',
  'search by a part of a reference': 'q=MEM-4711',
  'search by reference and amount': 'q=BENCH000012345%2025.32',
  'search that a third match': 'q=gym',
  'greatest amount first': 'sort=-amount',
}

async function lists(dashboard, cookie, lastPage) {
  const found = {}
  for (const [name, query] of Object.entries({ ...LISTS, 'last page': `sort=-created&page=${lastPage}` })) {
    const taken = []
    for (let n = 0; n < 25; n += 1) {
      const from = performance.now()
      const { text } = await ask(`${dashboard.url}/api/schedules?${query}`, { headers: { cookie } })
      const { source } = JSON.parse(text)
      if (source !== 'index') throw new Error(`${name}: the answer is from ${source}.`)
      if (n > 4) taken.push(performance.now() - from)
    }
    found[name] = { median: median(taken), p95: percentile(taken, 0.95) }
  }
  return found
}

/** From the last key to rows, over the copy that stands there now; undefined where it cannot be shared with a bare page. */
async function typing(dashboard, postgres, rounds) {
  if (!postgres) return undefined
  const people = await Promise.all(['agent', 'finance', 'lead', 'admin'].map((role) => signIn(dashboard.url, role)))
  const browser = await chromium.launch({ executablePath: await browserPath(), args: BROWSER_ARGUMENTS })
  try {
    return await measureTyping({ browser, dashboardUrl: dashboard.url, databaseUrl: postgres.url, people, rounds })
  } finally {
    await browser.close()
  }
}

async function onStore(kind, size, upstream, { answerMs, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-bench-'))
  const postgres = kind === 'postgresql' ? await emptyDatabase() : undefined
  if (postgres === null) return null
  await upstream.answerIn(answerMs)
  try {
    const dashboard = begin(
      await startDashboard({
        sandboxUrl: upstream.url,
        dataFolder: folder,
        secret: 'for measuring alone: thirty-two bytes or more',
        settings: { TODAY, INDEX: 'on', ...(postgres && { DATABASE_URL: postgres.url }) },
      }),
    )
    const cookie = (await signIn(dashboard.url, 'lead')).header
    let ended = false
    const others = meanwhile(dashboard, cookie, () => ended)
    const first = await pass(dashboard).finally(() => {
      ended = true
    })
    const waits = await others
    const memory = mostMemory(dashboard.pid)
    await pause(10_500)
    await atRest(dashboard.pid)
    const found = answerMs === 0 ? await lists(dashboard, cookie, Math.floor((first.read * 0.995) / 50)) : undefined
    await ask(`${dashboard.url}/api/sync`, {
      method: 'POST',
      headers: { cookie, origin: dashboard.url, 'content-type': 'application/json' },
      body: '{}',
    })
    const second = await pass(dashboard, first)
    await pause(10_500)
    await atRest(dashboard.pid)
    const typed = await typing(dashboard, postgres, rounds)
    await dashboard.end()
    return { kind, size, answerMs, first: first.ms, second: second.ms, waits, memory, found, typed }
  } finally {
    await postgres?.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Both answer times on one store, each beside the bare loop. */
async function measureOn(kind, size, rounds) {
  const upstream = await startUpstream(size)
  const taken = []
  for (const answerMs of ANSWER_MS) {
    await upstream.answerIn(answerMs)
    const bare = await bareLoop(upstream.url)
    const figures = await onStore(kind, size, upstream, { answerMs, rounds })
    if (figures) taken.push({ ...figures, bare: bare.ms })
    console.log(JSON.stringify(taken.at(-1)))
  }
  return taken
}

/** Answers the tables as text. */
export async function sync(args) {
  const given = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const kinds = Object.keys(SIZES).filter((kind) => (given('--only') ?? kind) === kind)
  try {
    await buildIfNeeded()
    const taken = []
    for (const kind of kinds)
      taken.push(...(await measureOn(kind, Number(given('--size') ?? SIZES[kind]), Number(given('--rounds') ?? 7))))
    mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
    writeFileSync(join(ROOT, 'bench/results/sync.json'), JSON.stringify({ taken }, null, 2))
    return tablesOf(taken)
  } finally {
    await Promise.all(running.map((program) => program.end()))
  }
}
