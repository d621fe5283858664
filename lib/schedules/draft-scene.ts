import { day } from '@/lib/calendar-date'
import { type Draft, draftOf, draftPayments, settingOf } from './draft'
import { applyCommand, type Command } from './draft-commands'
import { aPlan, aSchedule, on, payments } from './examples'

// For tests alone: drafts of a monthly schedule and of a plan, on Monday 30 November 2026, ten o'clock.

export const c = on('2026-11-30', '10:00')
const dates = ['2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19']
export const ongoing = aSchedule({ upcoming: payments(dates) })
export const plan = aPlan({
  total: '100.00',
  instalments: 5,
  collected: { count: 1, total: '20.00' },
  nextCollectionDate: day('2026-12-21'),
  upcoming: payments(dates, '20.00'),
})
export const setting = settingOf(ongoing, c)
export const planSetting = settingOf(plan, c)
export const draft = draftOf(ongoing.upcoming ?? [])
export const planDraft = draftOf(plan.upcoming ?? [])
export const run = (start: Draft, ...commands: Command[]) =>
  commands.reduce((now, command) => applyCommand(now, command, start === planDraft ? planSetting : setting), start)
export const shown = (one: Draft) => draftPayments(one).payments.map(({ date, amount }) => `${date} ${amount}`)
export const amounts = (one: Draft) => one.rows.map(({ amount }) => amount)
