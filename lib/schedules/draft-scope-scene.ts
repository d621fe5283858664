import { day } from '@/lib/calendar-date'
import { draftOf, draftPayments, settingOf } from './draft'
import { applyCommand } from './draft-commands'
import { compileScope, type PaymentEdit, type Scope } from './draft-scope'
import { aPlan, aSchedule, on, payments } from './examples'
import type { Schedule } from './model'
import { scopeWords } from './scope-words'

// For tests alone: a monthly and a weekly schedule and a plan on 1 June 2022, and what an edit of one of their payments can be meant for.

export const c = on('2022-06-01')
export const monthly = aSchedule()
export const weekly = aSchedule({
  collectionPeriod: 'weekly',
  firstCollectionDate: day('2022-05-16'),
  upcoming: payments(['2022-08-15', '2022-08-22', '2022-08-30', '2022-09-05']),
})
export const plan = aPlan({
  total: '80.00',
  instalments: 4,
  nextCollectionDate: day('2022-07-04'),
  upcoming: payments(['2022-07-04', '2022-08-02', '2022-09-02', '2022-10-03'], '20.00'),
})

/** The three meanings of an edit of one payment: each one’s words, what it compiles to, and what would be sent. */
export function scopes(schedule: Schedule, edit: Partial<PaymentEdit> & { row: string }) {
  const draft = draftOf(schedule.upcoming ?? [])
  const setting = settingOf(schedule, c)
  const whole = { to: null, amount: null, ...edit }
  const options = compileScope(whole, draft, schedule, setting)
  const of = (scope: Scope) => {
    const option = options.find((one) => one.scope === scope)
    if (!option) throw new Error(scope)
    return option
  }
  return {
    words: options.map((option) => scopeWords(option, whole, draft, setting)),
    of,
    sent: (scope: Scope) => {
      const option = of(scope)
      if (!('command' in option)) return null
      return draftPayments(applyCommand(draft, option.command, setting)).payments.map(
        ({ date, amount }) => `${date} ${amount}`,
      )
    },
  }
}
