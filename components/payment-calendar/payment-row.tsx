import { memo } from 'react'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { amountText } from '@/lib/schedules/calendar-names'
import { changeableText, compareText, noticeText } from '@/lib/schedules/payment-words'
import { ruleAmount, type ShownPayment } from '@/lib/schedules/shown-payments'
import { relativeDay } from '@/lib/schedules/words'
import { StateMark } from './payment-state'

const CELL = 'h-(--row-compact) border-line border-b px-2 py-1 align-middle first:pl-0 last:pr-0 max-sm:py-2'
/** Columns that give way under 640 px; their facts then stand in the second line of the two that stay. */
const WIDE = 'max-sm:hidden'

export type PaymentColumn = 'when' | 'state' | 'compare' | 'notice' | 'until'

const HEADS: Record<PaymentColumn, string> = {
  when: 'When',
  state: 'State',
  compare: 'Compared with the rule',
  notice: 'Notice',
  until: 'Can be changed until',
}

const HEAD =
  'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
/** Columns after the amount start a little further off, since it ends at the right. */
const afterAmount = (after: boolean) => (after ? 'pl-7!' : '')

export type PaymentHeadProps = { before: readonly PaymentColumn[]; after: readonly PaymentColumn[] }

export function PaymentHead({ before, after }: PaymentHeadProps) {
  const head = (column: PaymentColumn, first: boolean) => (
    <th key={column} scope="col" className={`${HEAD} ${WIDE} text-left ${afterAmount(first)}`}>
      {HEADS[column]}
    </th>
  )
  return (
    <thead>
      <tr>
        <th scope="col" className={`${HEAD} text-left`}>
          Payment date
        </th>
        {before.map((column) => head(column, false))}
        <th scope="col" className={`${HEAD} text-right max-sm:pr-0`}>
          Amount
        </th>
        {after.map((column, i) => head(column, i === 0))}
      </tr>
    </thead>
  )
}

export type PaymentRowProps = PaymentHeadProps & { payment: ShownPayment; today: CalendarDate }

/** One payment as a row. */
export const PaymentRow = memo(function PaymentRow({ payment, today, before, after }: PaymentRowProps) {
  const projected = payment.state === 'projected'
  const cell = (column: PaymentColumn, first: boolean) => (
    <td key={column} className={`${CELL} ${WIDE} ${afterAmount(first)}`}>
      <Fact column={column} payment={payment} today={today} />
    </td>
  )
  const until = changeableText(payment)
  const second = compareText(payment) ?? (until && payment.notice !== 'locked' ? `Change until ${until}` : until)
  return (
    <tr className={projected ? 'text-ink-2' : undefined}>
      <th scope="row" className={`${CELL} text-left ${projected ? 'font-regular' : 'font-medium'}`}>
        <span className="tabular-nums sm:whitespace-nowrap">{formatDate(payment.date)}</span>
        <span className="block font-regular text-ink-3 text-micro sm:hidden">{second}</span>
      </th>
      {before.map((column) => cell(column, false))}
      <td className={`${CELL} whitespace-nowrap text-right max-sm:pr-0 tabular-nums ${projected ? '' : 'font-medium'}`}>
        <RuleAmount payment={payment} />
        {amountText(payment)}
        <span className="block font-regular sm:hidden">
          <StateMark payment={payment} />
        </span>
      </td>
      {after.map((column, i) => cell(column, i === 0))}
    </tr>
  )
})

/** What the rule would take, struck, before an amount that differs. */
function RuleAmount({ payment }: { payment: ShownPayment }) {
  const usual = ruleAmount(payment)
  if (!usual) return null
  return (
    <s className="mr-2 font-regular text-ink-3 decoration-1 max-sm:hidden">
      <span className="sr-only">by the rule </span>
      {amountText(usual)}
    </s>
  )
}

function Fact({ column, payment, today }: { column: PaymentColumn; payment: ShownPayment; today: CalendarDate }) {
  switch (column) {
    case 'when':
      return <span className="whitespace-nowrap text-ink-3">{relativeDay(payment.date, today)}</span>
    case 'state':
      return <StateMark payment={payment} />
    case 'compare':
      return <span className="text-ink-2 normal-nums">{compareText(payment)}</span>
    case 'notice':
      return (
        <span className={`normal-nums ${payment.notice === 'short-notice' ? 'text-warn' : 'text-ink-2'}`}>
          {noticeText(payment)}
        </span>
      )
    case 'until':
      return <span className="whitespace-nowrap text-ink-2">{changeableText(payment)}</span>
  }
}
