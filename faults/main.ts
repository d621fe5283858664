// The whole run: every fault under every column with every seed, every kill, and the table of what came of it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { ROOT } from '../scripts/processes.mjs'
import { openPlace } from './place'
import { allCells, type Column, faultsIn, type KillResult, type Result, runCells, runKills } from './run'
import { type Run, tableOf } from './table'
import type { Write } from './world'

const COLUMNS: readonly Column[] = ['read', 'create', 'amend', 'replace-upcoming', 'disable']
const say = (text: string) => void process.stdout.write(`${text}\n`)

async function runOn(store: Run['store'], url: string | undefined, options: Options): Promise<Run> {
  const began = Date.now()
  const place = await openPlace(url)
  try {
    say(`On ${store}`)
    const cells: Result[] = []
    for (const column of options.columns) {
      cells.push(...(await runCells(place, allCells([column], options.seeds), say)))
      say(`  ${store}, ${column}: ${cells.filter((cell) => cell.column === column).length} cells`)
    }
    const kills: KillResult[] = []
    if (options.kills)
      for (const write of options.columns.filter((column): column is Write => column !== 'read')) {
        kills.push(...(await runKills(place, write, { say })))
        say(`  ${store}, ${write}: killed ${kills.filter((kill) => kill.write === write).length} times`)
      }
    const { read, firstBad } = await place.worker().tell<{ read: number; firstBad: number | null }>({ do: 'verify' })
    if (firstBad !== null) say(`  ${store}: the records are broken at ${firstBad}`)
    return { store, cells, kills, records: { read, firstBad }, tookMs: Date.now() - began }
  } finally {
    await place.close()
  }
}

type Options = { columns: readonly Column[]; seeds: readonly number[]; kills: boolean }

/** An empty database beside the one of `url`; `end` removes it. */
async function emptyDatabase(url: string): Promise<{ url: string; end: () => Promise<void> }> {
  const name = `quarterday_faults_${process.pid}`
  const asOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asOwner(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, end: () => asOwner(`drop database ${name} with (force)`) }
}

/** Runs it; the answer is the exit code: 0 when nothing was lost, doubled or wrongly reported. */
export async function main(args: string[], postgres: string | undefined): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { seeds: { type: 'string' }, only: { type: 'string' }, 'no-kills': { type: 'boolean' } },
  })
  const options: Options = {
    columns: COLUMNS.filter((column) => !values.only || values.only.split(',').includes(column)),
    seeds: (values.seeds ?? '1,2,3').split(',').map(Number),
    kills: !values['no-kills'],
  }
  // Both at once: they wait more than they work.
  const own = postgres ? await emptyDatabase(postgres) : undefined
  const runs = await Promise.all([
    runOn('PGlite', undefined, options),
    ...(own ? [runOn('PostgreSQL', own.url, options).finally(own.end)] : []),
  ])
  const isWhole = !values.only && !values.seeds && options.kills
  const table = tableOf(runs, options)
  say(table)
  if (isWhole) writeFileSync(join(ROOT, 'faults/RESULTS.md'), table)
  const bad = runs.flatMap(({ cells, kills }) => [...cells, ...kills].flatMap(faultsIn))
  const broken = runs.some(({ records }) => records.firstBad !== null)
  return bad.length > 0 || broken ? 1 : 0
}
