// Runs cells of the matrix and kills, and gathers what came of them.
import { Chance } from '@/sandbox/chance'
import { type Place, type Verdict, writeCell } from './cell'
import { readCell } from './look'
import { FAULTS, type FaultCase, KILLED, type Way } from './matrix'
import type { Write } from './world'

export type Column = 'read' | Write
export type Result = Verdict & { fault: string; column: Column; seed: number; way: string }

/** So many cells at a time; those that stop the store or the process run alone. */
const AT_ONCE = 6

export type CellOf = { fault: FaultCase; column: Column; seed: number }

const isAlone = ({ storeDown, killed }: Way) => storeDown !== undefined || killed === true

function numberOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
}

/** Runs the cells on a place; kills among them are those of the seed's own choice. */
export async function runCells(place: Place, cells: readonly CellOf[], say = (_: string) => {}): Promise<Result[]> {
  const results: Result[] = []
  const prepared = cells.map((cell) => {
    const chance = new Chance(numberOf(`${cell.fault.name} ${cell.column}`) + cell.seed * 7_919)
    return { ...cell, chance, way: cell.fault.way(chance) }
  })
  const runOne = async ({ fault, column, seed, chance, way }: (typeof prepared)[number]) => {
    const verdict = await (column === 'read'
      ? readCell(place, way, chance)
      : writeCell(place, column, way, chance, way.killed && { afterSendMs: chance.between(0, 120) }))
    const result = { ...verdict, fault: fault.name, column, seed, way: JSON.stringify(way) }
    for (const text of faultsIn(result)) say(`${fault.name}, ${column}, seed ${seed} ${result.way}: ${text}`)
    results.push(result)
  }
  const together = prepared.filter(({ way }) => !isAlone(way))
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let next = together.shift(); next; next = together.shift()) await runOne(next)
  })
  await Promise.all(lanes)
  for (const cell of prepared.filter(({ way }) => isAlone(way))) await runOne(cell)
  return results
}

export const faultsIn = ({ lost, doubled, wrong }: Pick<Verdict, 'lost' | 'doubled' | 'wrong'>): string[] => [
  ...lost.map((text) => `LOST ${text}`),
  ...doubled.map((text) => `DOUBLED ${text}`),
  ...wrong.map((text) => `WRONGLY REPORTED ${text}`),
]

export type KillResult = Verdict & { write: Write; under: string; at: string }

/** The writes that are killed at each of their steps, and what they meet: nothing, or an answer that is lost. */
const KILLED_UNDER: { under: string; way: Way }[] = [
  { under: 'a good day', way: {} },
  { under: 'applied then reset', way: { sandbox: { fault: 'applied-reset' } } },
]

/** Kills the worker before each step of a write (each statement of the store, each call to SmarterPay), one run per step. */
export async function runKills(
  place: Place,
  write: Write,
  {
    only,
    say = () => {},
  }: { only?: (step: string, index: number, steps: readonly string[]) => boolean; say?: (text: string) => void } = {},
): Promise<KillResult[]> {
  const results: KillResult[] = []
  for (const { under, way } of KILLED_UNDER) {
    const { steps } = await writeCell(place, write, way, new Chance(1))
    for (const [index, step] of steps.entries()) {
      if (only && !only(step, index, steps)) continue
      const verdict = await writeCell(place, write, way, new Chance(index), { beforeStep: index })
      const result = { ...verdict, write, under, at: step }
      for (const text of faultsIn(result)) say(`killed before ${step} (${index}), ${write}, ${under}: ${text}`)
      results.push(result)
    }
  }
  return results
}

/** Every cell; a look has nothing that a killed process could leave behind. */
export const allCells = (columns: readonly Column[], seeds: readonly number[]): CellOf[] =>
  FAULTS.flatMap((fault) => columns.flatMap((column) => seeds.map((seed) => ({ fault, column, seed })))).filter(
    ({ fault, column }) => !(fault.name === KILLED && column === 'read'),
  )
