'use client'

import { useId, useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds, sumPence } from '@/lib/money'
import type { Schedule } from '@/lib/schedules/model'
import { listEndOf, listedPayments, type ShownPayment } from '@/lib/schedules/shown-payments'
import { EmptyList } from './empty-list'
import { PaymentHead, PaymentRow } from './payment-row'

const SHOWN = 6
const BEFORE = ['when', 'state'] as const
const AFTER = ['until'] as const

/** "5 payments and 1 skipped". */
export function tallyText(payments: readonly ShownPayment[]): string {
  const skipped = payments.filter(({ state }) => state === 'skipped').length
  const taken = payments.length - skipped
  return `${taken} ${taken === 1 ? 'payment' : 'payments'}${skipped > 0 ? ` and ${skipped} skipped` : ''}`
}

/** The next payments of SmarterPay's list, six at most. */
export function NextPayments({ schedule }: { schedule: Schedule }) {
  const c = useCircumstances()
  const heading = useId()
  const payments = useMemo(() => listedPayments(schedule, c).slice(0, SHOWN), [schedule, c])
  const listEnd = listEndOf(schedule)
  const last = schedule.upcoming?.at(-1)
  // Cards and inactive schedules have no such moment.
  const after = payments.some(({ changeableUntil }) => changeableUntil) ? AFTER : []
  const title =
    payments.length === 1 ? 'Next payment' : payments.length > 0 ? `Next ${payments.length} payments` : 'Next payments'
  return (
    <section aria-labelledby={heading}>
      <div className="mb-0.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="text-title font-strong">
          {title}
        </h2>
        {last && (
          <p className="text-ink-3 text-small">
            {listEnd ? `SmarterPay’s list ends ${formatDate(listEnd)}` : `Last payment ${formatDate(last.date)}`}
          </p>
        )}
      </div>
      {schedule.upcoming === null ? (
        <p className="text-small text-warn">SmarterPay’s list could not be read.</p>
      ) : (
        <EmptyList schedule={schedule} />
      )}
      {payments.length > 0 && (
        <table aria-labelledby={heading} className="w-full border-separate border-spacing-0 text-small">
          <PaymentHead before={BEFORE} after={after} />
          <tbody>
            {payments.map((payment) => (
              <PaymentRow key={payment.key} payment={payment} today={c.now.date} before={BEFORE} after={after} />
            ))}
          </tbody>
          <tfoot>
            <tr className="[&>*]:h-10 [&>*]:font-strong">
              <th scope="row" className="text-left">
                {tallyText(payments)}
              </th>
              <td colSpan={2} className="max-sm:hidden" />
              <td className={`pl-2 text-right tabular-nums ${after.length > 0 ? 'sm:pr-2' : ''}`}>
                {formatPounds(sumPence(payments.map(({ lowest }) => lowest)))}
              </td>
              {after.length > 0 && <td className="max-sm:hidden" />}
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}
