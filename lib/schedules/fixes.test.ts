import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { draftOf, draftPayments, settingOf } from './draft'
import { applyCommand } from './draft-commands'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import { type Fix, fixText, parseFix } from './fix-address'
import { proposeFix } from './fixes'
import type { Schedule } from './model'

const c = on('2022-06-01')

const found = (schedule: Schedule, fix: Fix, at: typeof c) =>
  proposeFix(fix, schedule, draftOf(schedule.upcoming ?? []), settingOf(schedule, at))

/** The list as it would be saved after the fix; null where none is proposed. */
function mended(schedule: Schedule, fix: Fix, at = c) {
  const proposal = found(schedule, fix, at)
  if ('none' in proposal) return null
  const setting = settingOf(schedule, at)
  const after = proposal.commands.reduce(
    (now, command) => applyCommand(now, command, setting),
    draftOf(schedule.upcoming ?? []),
  )
  return draftPayments(after).payments.map(({ date, amount }) => `${date} ${amount}`)
}

/** Why none is proposed; null where one is. */
function refused(schedule: Schedule, fix: Fix, at = c) {
  const proposal = found(schedule, fix, at)
  return 'none' in proposal ? proposal : null
}
const [GONE, CHOOSE] = [{ none: 'gone' }, { none: 'choose' }]
const tooLate = (date: string) => ({ none: 'too-late', date })
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

  it('that is not there any more, or cannot be changed any more, proposes nothing, and says which', () => {
    expect(refused(aSchedule(), fix('short-gap', '2022-07-19'))).toEqual(GONE)
    const upcoming = payments(['2022-06-20', '2022-06-30'])
    expect(
      refused(aSchedule({ upcoming, endDate: day('2022-06-30') }), fix('short-gap', '2022-06-30'), on('2022-06-29')),
    ).toEqual(tooLate('2022-06-30'))
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

  it('has the stretch mended that the warning is about, where there are two', () => {
    const schedule = yearly(
      payment('2022-06-20', '25.32'),
      payment('2024-06-19', '25.32'),
      payment('2025-06-19', '0.00'),
      payment('2026-06-19', '25.32'),
    )
    expect(mended(schedule, fix('dormancy', '2026-06-19'))?.[2]).toBe('2025-06-19 2532')
    expect(mended(schedule, fix('dormancy', '2024-06-19'))?.[1]).toBe('2023-06-20 2532')
  })

  it('in a while has the payment at the end brought forward to within ten months', () => {
    const monthly = aSchedule({ upcoming: payments(['2022-06-20', '2023-05-19', '2023-06-19'], '25.32') })
    expect(mended(monthly, fix('dormancy-amber', '2023-05-19'))).toEqual([
      '2022-06-20 2532',
      '2023-04-20 2532',
      '2023-06-19 2532',
    ])
    expect(refused(monthly, fix('dormancy', '2023-05-19')), 'not yet too long').toEqual(GONE)
  })

  it('is not mended by the rule going on as it always did', () => {
    expect(refused(aSchedule(), fix('dormancy-amber', '2022-07-19'))).toEqual(GONE)
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

  it('in a plan is left out too, and its money goes to the other instalments', () => {
    const plan = aPlan({ total: '30.00' })
    const [first, second, third] = plan.upcoming ?? []
    expect(mended(plan, fix('double-take', second?.date), on('2026-01-05'))).toEqual([
      `${first?.date} 1500`,
      `${second?.date} 0`,
      `${third?.date} 1500`,
    ])
  })

  it('in a plan with no other instalment that could take its money is for a person to settle', () => {
    const plan = aPlan({ total: '30.00', upcoming: payments(['2026-02-02'], '30.00'), instalments: 1 })
    expect(refused(plan, fix('double-take', '2026-02-02'), on('2026-01-05'))).toEqual(CHOOSE)
  })

  it('and on its way to the bank says that it is too late', () => {
    expect(refused(aSchedule(), fix('double-take', '2022-06-20'), on('2022-06-17'))).toEqual(tooLate('2022-06-20'))
  })
})

it('stands in an address and is read back; anything else is nothing', () => {
  for (const one of [fix('short-gap', '2022-07-19'), fix('dormancy')]) expect(parseFix(fixText(one))).toEqual(one)
  expect(parseFix('erase')).toBeNull()
  expect(parseFix('')).toBeNull()
})
