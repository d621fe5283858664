// A disabled schedule as the typed form of a new one: the same rule, on days that can still be kept, and what differs said.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, formatDate } from '@/lib/calendar-date'
import { isPence, poundsText, sumPence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { EMPTY_NEW, type NewText } from './new-text'
import { earliestNoticeSafe } from './notice'
import { nominalsAfter, phaseOf, ruleOf } from './rule'
import { typedDate } from './typed'

export type Recreation = {
  text: NewText
  /** What is not as it was, in sentences. */
  remarks: string[]
}

/** The first day with full notice on which the old schedule would have collected. */
function firstDay(snapshot: Schedule, c: Circumstances): CalendarDate | null {
  const safe = earliestNoticeSafe(c)
  const listed = snapshot.upcoming?.find(({ date, amount }) => date >= safe && amount > 0)
  const calendar = bankingCalendar(c.extraHolidays)
  if (listed) return calendar.roll(listed.date)
  const rule = ruleOf(snapshot)
  if (rule === null) return null
  for (const nominal of nominalsAfter(rule, phaseOf(rule, rule.first), addDays(safe, -31)))
    if (calendar.roll(nominal) >= safe) return calendar.roll(nominal)
  return null
}

const typedAmount = (amount: number | null): string => (amount !== null && isPence(amount) ? poundsText(amount) : '')

/**
 * The form for a schedule in place of `snapshot`, which is it as it stood before it was disabled, or, with `listed` false,
 * as SmarterPay tells it now: without its payments. A plan is made for what was left of it.
 */
export function recreate(snapshot: Schedule, { listed }: { listed: boolean }, c: Circumstances): Recreation {
  const remarks: string[] = []
  const { kind, method, upcoming, amount } = snapshot
  const plan = kind === 'plan'
  const first = firstDay(snapshot, c)
  const left = listed && upcoming ? upcoming.filter((row) => row.amount > 0) : null
  if (first !== null) remarks.push(`It begins on ${formatDate(first)}, the first of its days with full notice.`)
  else remarks.push('Its days could not be read: choose when it begins.')
  if (plan && left)
    remarks.push(
      `The plan is what was left of it, spread evenly: ${left.length} of ${snapshot.instalments ?? 'its'} instalments.`,
    )
  else if (plan) remarks.push('What was left of the plan is not known here: enter the amount and the instalments.')
  else if (left?.some((row) => row.amount !== amount))
    remarks.push('Payments that had been changed by hand are not taken over.')
  const endKept = snapshot.endDate !== null && first !== null && snapshot.endDate > first && !plan
  if (snapshot.endDate !== null && !endKept && !plan) remarks.push('Its end date has passed, and is not taken over.')
  return {
    remarks,
    text: {
      ...EMPTY_NEW,
      method: method === 'card' ? 'card' : 'direct-debit',
      kind: plan ? 'plan' : 'ongoing',
      mandateId: snapshot.mandateId ?? '',
      auddis: snapshot.auddis ?? '',
      cardId: snapshot.cardId ?? '',
      description: snapshot.description ?? '',
      customReference: snapshot.customReference ?? '',
      metadata: snapshot.metadata ?? '',
      amount: plan ? typedAmount(left ? sumPence(left.map((row) => row.amount)) : null) : typedAmount(amount),
      instalments: plan && left ? String(left.length) : '',
      collectionPeriod: snapshot.collectionPeriod === 'weekly' ? 'weekly' : 'monthly',
      collectionDay: snapshot.collectionDay === null ? '' : String(snapshot.collectionDay),
      collectionStretch: String(snapshot.collectionStretch ?? 1),
      startDate: first === null ? '' : typedDate(first),
      ends: endKept ? 'on' : 'open',
      endDate: endKept && snapshot.endDate ? typedDate(snapshot.endDate) : '',
    },
  }
}
