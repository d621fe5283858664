import 'server-only'
import type { CalendarDate } from '@/lib/calendar-date'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
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

/**
 * Holds a change of the upcoming list against the operator's limits. `likely`: the lists as they are and will (probably) be.
 * Throws bad-input at `agreed` or `reason`, or not-allowed.
 */
export function checkLimits(
  operator: Operator,
  { method, before, after }: { method: Method; before: readonly UpcomingPayment[]; after: readonly UpcomingPayment[] },
  why: Pick<Why, 'agreed'> & { reason?: Why['reason'] | undefined },
  c: Circumstances,
): void {
  const limit = env().AGENT_LIMIT_PENCE
  const above =
    limit !== undefined && changedRows(before, after).some((change) => 'after' in change && change.after.amount > limit)
  if (above && !may(operator.role, 'schedules:change-above-limit'))
    throw new ProblemError({
      kind: 'not-allowed',
      needs: `${whoMay('schedules:change-above-limit')}: a payment above ${formatPounds(limit)}`,
    })
  const short = concernedDays(before, after).find((date) => noticeClass(date, method, c) === 'short-notice')
  if (short === undefined) return
  const told = `The payer had to be told by ${formatDate(latestNoticeDay(short, c))} of the payment of ${formatDate(short)}`
  if (operator.role === 'agent' && why.agreed !== true) throw badInput('agreed', `${told}: the payer must have agreed.`)
  if (why.reason === undefined) throw badInput('reason', `${told}: give a reason.`)
}
