// A sample of `npm run faults`: one seed, every fault for the list of payments, the sharpest for the rest, and kills at
// the steps around the send.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FAULTS } from './matrix'
import { openPlace } from './place'
import { allCells, faultsIn, runCells, runKills } from './run'

/** The faults after which it is hardest to say whether a new schedule was made. */
const SHARP = [
  'applied then reset',
  'applied after the connection is gone',
  '500 applied',
  "another record's answer",
  'stored differently than asked',
  'reads behind writes',
]

let place: Awaited<ReturnType<typeof openPlace>>
beforeAll(async () => {
  place = await openPlace()
}, 180_000)
afterAll(() => place?.close())

it('loses nothing, doubles nothing and reports nothing wrongly under every fault', async () => {
  const sharp = allCells(['create', 'disable'], [1]).filter(({ fault }) => SHARP.includes(fault.name))
  const results = await runCells(place, [...allCells(['replace-upcoming'], [1]), ...sharp])
  expect(results).toHaveLength(FAULTS.length + 2 * SHARP.length)
  expect(
    results.flatMap((result) => faultsIn(result).map((text) => `${result.fault}, ${result.column}: ${text}`)),
  ).toEqual([])
}, 240_000)

it('ends rightly what a killed process was sending', async () => {
  const aroundTheSend = (_: string, index: number, steps: readonly string[]) => {
    const send = steps.findIndex((step) => step.startsWith('send'))
    return [send - 2, send, send + 1, send + 4].includes(index)
  }
  const results = await runKills(place, 'replace-upcoming', { only: aroundTheSend })
  expect(results).toHaveLength(8)
  expect(results.flatMap((result) => faultsIn(result).map((text) => `${result.at}: ${text}`))).toEqual([])
}, 240_000)
