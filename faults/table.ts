// What came of a run, as the page that stands in the repository.
import { FAULTS } from './matrix'
import type { Column, KillResult, Result } from './run'

export type Run = {
  store: 'PGlite' | 'PostgreSQL'
  cells: readonly Result[]
  kills: readonly KillResult[]
  records: { read: number; firstBad: number | null }
  tookMs: number
}

type Counted = Pick<Result, 'lost' | 'doubled' | 'wrong' | 'tookMs'>

const sums = (all: readonly Counted[]) => ({
  runs: all.length,
  lost: all.filter(({ lost }) => lost.length > 0).length,
  doubled: all.filter(({ doubled }) => doubled.length > 0).length,
  wrong: all.filter(({ wrong }) => wrong.length > 0).length,
  longest: Math.max(0, ...all.map(({ tookMs }) => tookMs)),
})

const row = (parts: readonly (string | number)[]) => `| ${parts.join(' | ')} |`

/** "applied 2, not-applied 1": the endings of some cells, the most frequent first. */
function endings(cells: readonly Pick<Result, 'ending'>[]): string {
  const counts = new Map<string, number>()
  for (const { ending } of cells) counts.set(ending, (counts.get(ending) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([ending, count]) => `${ending} ${count}`)
    .join(', ')
}

function summary(run: Run): string[] {
  const line = (name: string, all: readonly Counted[]) => {
    const { runs, lost, doubled, wrong, longest } = sums(all)
    return row([run.store, name, runs, lost, doubled, wrong, `${(longest / 1000).toFixed(1)} s`])
  }
  return [line('matrix', run.cells), ...(run.kills.length > 0 ? [line('kills', run.kills)] : [])]
}

function killLines(run: Run): string[] {
  const places = [...new Set(run.kills.map(({ write, under }) => `${write}, ${under}`))]
  return places.map((place) => {
    const kills = run.kills.filter(({ write, under }) => `${write}, ${under}` === place)
    return row([run.store, place, kills.length, endings(kills)])
  })
}

/** The page. Cells hold the endings of all stores and seeds together. */
export function tableOf(
  runs: readonly Run[],
  { columns, seeds }: { columns: readonly Column[]; seeds: readonly number[] },
) {
  const cells = runs.flatMap((run) => run.cells)
  return `${[
    '# What came of the faults',
    '',
    'Written by `npm run faults`; not by hand. Each cell makes one change (or one look) through the real write door in a process of its own, against',
    'the sandbox over HTTP, under one fault. It then sends the same key again, and tries again what was not applied. What we say is held against the',
    "sandbox's own state and log. Times are shortened: 1.2 s stand for the minute in which an unclear write is looked after.",
    '',
    '- *lost*: a write without its record, a change without an ending, an ending without its record',
    '- *doubled*: more than one effect, second tries included',
    '- *wrongly reported*: an ending, an answer or a shown value that is not so',
    '',
    row(['store', 'what', 'runs', 'lost', 'doubled', 'wrongly reported', 'longest until its ending']),
    row(['---', '---', '---:', '---:', '---:', '---:', '---:']),
    ...runs.flatMap(summary),
    '',
    ...runs.map(
      ({ store, records }) =>
        `${store}: ${records.read} records in the chain afterwards, ${records.firstBad === null ? 'each as it was written' : `broken at ${records.firstBad}`}.`,
    ),
    '',
    `## Endings, ${seeds.length} seeds on ${runs.length} store${runs.length === 1 ? '' : 's'}`,
    '',
    row(['fault', ...columns]),
    row(['---', ...columns.map(() => '---')]),
    ...FAULTS.map(({ name }) =>
      row([
        name,
        ...columns.map((column) => endings(cells.filter((cell) => cell.fault === name && cell.column === column))),
      ]),
    ),
    '',
    '## Killed before each step',
    '',
    'A step is one statement of our store or one call to SmarterPay. The next process finds what was left; *nothing recorded* means that nothing was sent.',
    '',
    row(['store', 'change', 'kills', 'endings']),
    row(['---', '---', '---:', '---']),
    ...runs.flatMap(killLines),
  ].join('\n')}\n`
}
