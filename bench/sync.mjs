// npm run bench -- sync: a pass over a whole book beside the bare loop that pulls and parses the same pages in the same lanes,
// at two answer times, on PostgreSQL and in the embedded store; and what the list over the index takes afterwards.
// `--size 100000` and `--only postgresql` make it smaller.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from '../scripts/build.mjs'
import { answering, environmentWith, freePort, ROOT, start } from '../scripts/processes.mjs'
import { startDashboard } from '../scripts/servers.mjs'
import { ask } from './ask.mjs'
import { median, table } from './figures.mjs'
import { emptyDatabase } from './postgres.mjs'
import { signIn } from './sign-in.mjs'

const TODAY = '2025-06-05T14:32'
const ANSWER_MS = [0, 150]
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

/** The most memory that the process had, in MB; Linux alone tells. */
function mostMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
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

const status = async (dashboard, cookie) =>
  JSON.parse((await ask(`${dashboard.url}/api/sync`, { headers: { cookie } })).text)

/** Waits for the pass that runs, or for the next one; milliseconds of it as the server wrote them. */
async function pass(dashboard, cookie, known) {
  for (;;) {
    const { asOf, lastEnd } = await status(dashboard, cookie)
    if (lastEnd !== null && lastEnd !== 'complete') throw new Error(`The pass ended as ${lastEnd}.`)
    if (asOf !== null && asOf !== known) break
    await pause(500)
  }
  await pause(500)
  const lines = [...dashboard.output().matchAll(/\{[^\n]*"event":"index\.pass"[^\n]*\}/g)]
  return JSON.parse(lines.at(-1)[0])
}

const LISTS = {
  'first page, newest first': 'sort=-created',
  'filtered: plans of £50 to £60, by next payment': 'kind=plan&amount=60000..72000&sort=next',
  'search by a part of a reference': 'q=MEM-4711',
  'search by reference and amount': 'q=BENCH000012345%2025.32',
  'search that a third match': 'q=gym',
  'last page': 'sort=-created&page=1990',
}

async function lists(dashboard, cookie) {
  const found = {}
  for (const [name, query] of Object.entries(LISTS)) {
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

async function onStore(kind, upstream, answerMs) {
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
    const first = await pass(dashboard, cookie, null).finally(() => {
      ended = true
    })
    const waits = await others
    const memory = mostMemory(dashboard.pid)
    const { asOf } = await status(dashboard, cookie)
    const found = answerMs === 0 ? await lists(dashboard, cookie) : undefined
    await pause(10_500)
    await ask(`${dashboard.url}/api/sync`, {
      method: 'POST',
      headers: { cookie, origin: dashboard.url, 'content-type': 'application/json' },
      body: '{}',
    })
    const second = await pass(dashboard, cookie, asOf)
    await dashboard.end()
    return { kind, answerMs, first: first.ms, read: first.read, second: second.ms, waits, memory, found }
  } finally {
    await postgres?.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

const s = (ms) => `${(ms / 1000).toFixed(1)} s`
const ms = (value) => `${value.toFixed(0)} ms`

export async function sync(args) {
  const given = (name, standard) => (args.includes(name) ? args[args.indexOf(name) + 1] : standard)
  const size = Number(given('--size', 100_000))
  const only = given('--only', undefined)
  try {
    await buildIfNeeded()
    const upstream = await startUpstream(size)
    const taken = []
    for (const answerMs of ANSWER_MS) {
      await upstream.answerIn(answerMs)
      const bare = await bareLoop(upstream.url)
      for (const kind of ['postgresql', 'pglite'])
        if (!only || only === kind) {
          const figures = await onStore(kind, upstream, answerMs)
          if (figures) taken.push({ ...figures, bare: bare.ms })
          console.log(JSON.stringify(taken.at(-1)))
        }
    }
    const rows = taken.map((one) => [
      `${one.kind}, ${one.answerMs} ms`,
      s(one.first),
      s(one.second),
      s(one.bare),
      (one.first / one.bare).toFixed(2),
      `${one.memory.toFixed(0)} MB`,
      `${ms(one.waits.log)}, ${ms(one.waits.detail)}`,
    ])
    const heads = [
      'store, answer time',
      'first pass',
      'second',
      'bare loop',
      'ratio',
      'memory at most',
      '95 % of others: log, detail',
    ]
    console.log(`\n${table(heads, rows)}\n`)
    const withLists = taken.filter(({ found }) => found)
    for (const { kind, found } of withLists) {
      const lines = Object.entries(found).map(([name, of]) => [name, ms(of.median), ms(of.p95)])
      console.log(`${table([`list over the index, ${kind}`, 'median', '95 %'], lines)}\n`)
    }
    console.log(
      `${size} schedules, ${size * 12} payments; ${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}.`,
    )
    mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
    writeFileSync(join(ROOT, 'bench/results/sync.json'), JSON.stringify({ size, taken }, null, 2))
  } finally {
    await Promise.all(running.map((program) => program.end()))
  }
}
