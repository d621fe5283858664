import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { draftOf, draftPayments, settingOf } from './draft'
import { applyCommand } from './draft-commands'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import { type Fix, fixText, parseFix } from './fix-address'
import { fixCommand } from './fixes'
import type { Schedule } from './model'

const c = on('2022-06-01')

/** The list as it would be saved after the fix; null where none is proposed. */
function mended(schedule: Schedule, fix: Fix, at = c) {
  const [draft, setting] = [draftOf(schedule.upcoming ?? []), settingOf(schedule, at)]
  const found = fixCommand(fix, schedule, draft, setting)
  if (found === null) return null
  return draftPayments(applyCommand(draft, found.command, setting)).payments.map(
    ({ date, amount }) => `${date} ${amount}`,
  )
}
const fix = (kind: Fix['kind'], date?: string): Fix => ({ kind, date: date ? day(date) : null })

describe('a gap that is too short', () => {
  it('has a payment that was moved by hand go back to where the rule has it', () => {
    const upcoming = payments(['2022-06-20', '2022-07-05', '2022-08-19', '2022-09-20'])
    expect(mended(aSchedule({ upcoming }), fix('short-gap', '2022-07-05'))).toEqual([
      '2022-06-20 2532',
      '2022-07-19 2532',
      '2022-08-19 2532',
      '2022-09-20 2532',
    ])
  })

  it('after a changed collection day leaves the payment of the old round out (19th to 1st: 11 days apart)', () => {
    const upcoming = payments(['2022-06-20', '2022-07-01', '2022-08-01', '2022-09-01'])
    expect(mended(aSchedule({ collectionDay: 1, upcoming }), fix('short-gap', '2022-07-01'))).toEqual([
      '2022-06-20 0',
      '2022-07-01 2532',
      '2022-08-01 2532',
      '2022-09-01 2532',
    ])
  })

  it('that is not there any more, or cannot be changed any more, proposes nothing', () => {
    expect(mended(aSchedule(), fix('short-gap', '2022-07-19'))).toBeNull()
    const upcoming = payments(['2022-06-20', '2022-06-30'])
    expect(
      mended(aSchedule({ upcoming, endDate: day('2022-06-30') }), fix('short-gap', '2022-06-30'), on('2022-06-29')),
    ).toBeNull()
  })
})

describe('a mandate that may lapse', () => {
  const yearly = (...upcoming: Schedule['upcoming'] & object) => aSchedule({ collectionStretch: 12, upcoming })

  it('has the skipped payment taken after all', () => {
    const schedule = yearly(
      payment('2022-06-20', '25.32'),
      payment('2023-06-19', '0.00'),
      payment('2024-06-19', '25.32'),
    )
    expect(mended(schedule, fix('dormancy', '2024-06-19'))).toEqual([
      '2022-06-20 2532',
      '2023-06-19 2532',
      '2024-06-19 2532',
    ])
  })

  it('has the next payment brought forward where none was skipped, onto a banking day', () => {
    const schedule = yearly(payment('2022-06-20', '25.32'), payment('2024-06-19', '25.32'))
    expect(mended(schedule, fix('dormancy', '2024-06-19'))).toEqual(['2022-06-20 2532', '2023-06-20 2532'])
  })
})

it('moves what stands on a day without banking to the day on which it is likely taken', () => {
  const upcoming = payments(['2022-06-20', '2022-07-19', '2022-08-29'])
  expect(mended(aSchedule({ upcoming }), fix('not-a-banking-day', '2022-08-29'))?.at(-1)).toBe('2022-08-30 2532')
})

describe('the same money taken twice', () => {
  it('is left out here for one of the two', () => {
    expect(mended(aSchedule(), fix('double-take', '2022-07-19'))?.slice(0, 2)).toEqual([
      '2022-06-20 2532',
      '2022-07-19 0',
    ])
  })

  it('in a plan proposes nothing: its money has to go somewhere, and a person says where', () => {
    expect(mended(aPlan({ total: '30.00' }), fix('double-take', '2026-02-02'), on('2026-01-05'))).toBeNull()
  })
})

it('stands in an address and is read back; anything else is nothing', () => {
  for (const one of [fix('short-gap', '2022-07-19'), fix('dormancy')]) expect(parseFix(fixText(one))).toEqual(one)
  expect(parseFix('erase')).toBeNull()
  expect(parseFix('')).toBeNull()
})
