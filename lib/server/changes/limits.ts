import 'server-only'
import type { CalendarDate } from '@/lib/calendar-date'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds, type Pence } from '@/lib/money'
import { badInput, ProblemError } from '@/lib/problem'
import { may, whoMay } from '@/lib/roles'
import type { Why } from '@/lib/schedules/changes'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Method, UpcomingPayment } from '@/lib/schedules/model'
import { latestNoticeDay, noticeClass } from '@/lib/schedules/notice'
import { changedRows } from '@/lib/schedules/upcoming'
import { env } from '../env'
import type { Operator } from '../operator'

// What a role may do behind an open door: amounts, and changes inside the notice period.

/** Days whose collection is another than before: where it was, and where it will be. London days. */
function concernedDays(before: readonly UpcomingPayment[], after: readonly UpcomingPayment[]): CalendarDate[] {
  return changedRows(before, after).flatMap((change) => [
    ...('before' in change ? [change.before.date] : []),
    ...('after' in change ? [change.after.date] : []),
  ])
}

type Lists = {
  method: Method
  /** The list as it is, and as it will (probably) be. */
  before: readonly UpcomingPayment[]
  after: readonly UpcomingPayment[]
  /** Amounts of single payments that the change itself names, wherever they will fall. */
  named?: readonly Pence[]
}

/**
 * Holds a change of the upcoming list, or of the rule behind it, against the operator's limits.
 * Throws bad-input at `agreed` or `reason`, or not-allowed.
 */
export function checkLimits(
  operator: Operator,
  { method, before, after, named = [] }: Lists,
  why: Pick<Why, 'agreed'> & { reason?: Why['reason'] | undefined },
  c: Circumstances,
): void {
  const limit = env().AGENT_LIMIT_PENCE
  const amounts = changedRows(before, after).flatMap((change) => ('after' in change ? [change.after.amount] : []))
  const above = limit !== undefined && [...amounts, ...named].some((amount) => amount > limit)
  if (above && !may(operator.role, 'schedules:change-above-limit'))
    throw new ProblemError({
      kind: 'not-allowed',
      needs: `${whoMay('schedules:change-above-limit')}: a payment above ${formatPounds(limit)}`,
    })
  // What is too late to change is past its notice too; a change of the rule cannot leave it out.
  const short = concernedDays(before, after).find((date) => noticeClass(date, method, c) !== 'notice-safe')
  if (short === undefined) return
  const told = `The payer had to be told by ${formatDate(latestNoticeDay(short, c))} of the payment of ${formatDate(short)}`
  if (operator.role === 'agent' && why.agreed !== true) throw badInput('agreed', `${told}: the payer must have agreed.`)
  if (why.reason === undefined) throw badInput('reason', `${told}: give a reason.`)
}
