'use client'

import { useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { addMonths, type CalendarDate, dateIn, formatDate, monthOf } from '@/lib/calendar-date'
import { formatPounds, sumPence } from '@/lib/money'
import type { Schedule } from '@/lib/schedules/model'
import { type ShownPayment, shownPayments } from '@/lib/schedules/shown-payments'
import { tallyText } from './next-payments'
import { PaymentHead, PaymentRow } from './payment-row'

/** Projected payments are listed this far past SmarterPay's list, and no more than so many. */
const PROJECTED_MONTHS = 12
const PROJECTED_ROWS = 12
/** A list longer than this carries a heading for each year. */
const LONG = 14
const BEFORE = [] as const
const DIRECT_DEBIT = ['state', 'compare', 'notice', 'until'] as const
const OTHERS = ['state', 'compare'] as const

export type PaymentListProps = {
  schedule: Schedule
  listEnd: CalendarDate | null
  /** Id of the heading that names the table. */
  heading: string
}

/** SmarterPay's list as a table, and beyond the line where it ends what is projected. */
export function PaymentList({ schedule, listEnd, heading }: PaymentListProps) {
  const c = useCircumstances()
  const payments = useMemo(() => {
    const last = monthOf(listEnd ?? c.now.date)
    return shownPayments(schedule, dateIn(addMonths(last, PROJECTED_MONTHS), 31), c)
  }, [schedule, listEnd, c])
  const listed = payments.filter(({ state }) => state !== 'projected')
  const projected = payments.filter(({ state }) => state === 'projected').slice(0, PROJECTED_ROWS)
  if (payments.length === 0) return null
  const after = listed.some(({ changeableUntil }) => changeableUntil) ? DIRECT_DEBIT : OTHERS
  const row = (payment: ShownPayment) => (
    <PaymentRow key={payment.key} payment={payment} today={c.now.date} before={BEFORE} after={after} />
  )
  const long = listed.length > LONG
  return (
    <table aria-labelledby={heading} className="w-full border-separate border-spacing-0 text-small">
      <PaymentHead before={BEFORE} after={after} />
      {yearsOf(listed).map(([year, rows]) => (
        <tbody key={year}>
          {long && <YearRow year={year} rows={rows} columns={2 + after.length} />}
          {rows.map(row)}
        </tbody>
      ))}
      {projected.length > 0 && (
        <tbody>
          {listEnd && <HorizonRow listEnd={listEnd} columns={2 + after.length} />}
          {projected.map(row)}
        </tbody>
      )}
      <tfoot>
        <tr className="[&>*]:h-10 [&>*]:border-line-strong [&>*]:border-t [&>*]:font-strong">
          <th scope="row" className="text-left">
            {tallyText(listed)} listed
          </th>
          <td className="px-2 text-right tabular-nums max-sm:pr-0">
            {formatPounds(sumPence(listed.map(({ lowest }) => lowest)))}
          </td>
          <td colSpan={after.length} className="max-sm:hidden" />
        </tr>
      </tfoot>
    </table>
  )
}

function yearsOf(payments: readonly ShownPayment[]): [string, ShownPayment[]][] {
  const years = [...new Set(payments.map(({ date }) => date.slice(0, 4)))]
  return years.map((year) => [year, payments.filter(({ date }) => date.startsWith(year))])
}

function YearRow({ year, rows, columns }: { year: string; rows: readonly ShownPayment[]; columns: number }) {
  return (
    <tr className="[&>*]:sticky [&>*]:top-[calc(var(--bar-target)+var(--bar-top))] [&>*]:z-1 [&>*]:h-9 [&>*]:border-line-strong [&>*]:border-b [&>*]:bg-surface">
      <th scope="rowgroup" className="pt-3 text-left font-strong">
        {year} <span className="font-regular text-ink-3">{tallyText(rows)}</span>
      </th>
      <td className="px-2 pt-3 text-right font-strong tabular-nums max-sm:pr-0">
        {formatPounds(sumPence(rows.map(({ lowest }) => lowest)))}
      </td>
      <td colSpan={columns - 2} className="max-sm:hidden" />
    </tr>
  )
}

/** Where SmarterPay's list ends: below stands only what we worked out. */
function HorizonRow({ listEnd, columns }: { listEnd: CalendarDate; columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className="h-8">
        <span className="flex items-center gap-2.5 text-accent text-small font-medium before:flex-1 before:border-accent-line before:border-t-2 before:border-dashed after:flex-1 after:border-accent-line after:border-t-2 after:border-dashed">
          SmarterPay’s list ends {formatDate(listEnd)}
        </span>
      </td>
    </tr>
  )
}
