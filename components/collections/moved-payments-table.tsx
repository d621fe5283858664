import Link from 'next/link'
import { ColumnHead } from '@/components/ui/column-head'
import { formatDate } from '@/lib/calendar-date'
import type { MovedPayment } from '@/lib/collections/moved'
import { moverText, signedPounds } from '@/lib/collections/moved-words'
import { formatPounds } from '@/lib/money'
import { PAYMENT_CELL, ScheduleCell } from './schedule-cell'

const MIDDLE = 'max-md:hidden print:table-cell'

export type MovedPaymentsTableProps = {
  rows: readonly MovedPayment[]
  /** What the later end is called. */
  after: string
}

/** Payments that moved, each with its schedule, what it was and is, and who moved it. */
export function MovedPaymentsTable({ rows, after }: MovedPaymentsTableProps) {
  return (
    <table aria-label="Payments" className="w-full border-separate border-spacing-0 text-small">
      <thead>
        <tr>
          <ColumnHead>Schedule</ColumnHead>
          <ColumnHead look={MIDDLE}>Before</ColumnHead>
          <ColumnHead look={MIDDLE}>{after}</ColumnHead>
          <ColumnHead end look="max-md:pr-0! print:pr-2!">
            Change
          </ColumnHead>
          <ColumnHead look={`${MIDDLE} pl-7!`}>Who</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // A schedule may list two payments of one amount on one day: the place in the page tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps nothing of its own, so that in another order none is mistaken
          <MovedRow key={`${row.schedule} ${index}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function MovedRow({ row }: { row: MovedPayment }) {
  const { schedule, reference, before, after, effect } = row
  return (
    <tr className="break-inside-avoid hover:bg-hover">
      <ScheduleCell schedule={schedule} reference={reference} date={(after ?? before)?.date}>
        <span className="text-ink-2 text-micro">
          <Listed payment={before} /> → <Listed payment={after} />
          <span className="block">
            <MovedBy row={row} />
          </span>
        </span>
      </ScheduleCell>
      <td className={`${PAYMENT_CELL} ${MIDDLE} whitespace-nowrap text-ink-2`}>
        <Listed payment={before} />
      </td>
      <td className={`${PAYMENT_CELL} ${MIDDLE} whitespace-nowrap`}>
        <Listed payment={after} />
      </td>
      <td
        className={`${PAYMENT_CELL} whitespace-nowrap text-right align-top font-medium md:align-middle max-md:pt-1.5 max-md:pr-0! print:pr-2!`}
      >
        {signedPounds(effect)}
      </td>
      <td className={`${PAYMENT_CELL} ${MIDDLE} pl-7! normal-nums`}>
        <MovedBy row={row} />
      </td>
    </tr>
  )
}

const Listed = ({ payment }: { payment: MovedPayment['before'] }) =>
  payment === null ? (
    <span className="text-ink-3">not listed</span>
  ) : (
    <>
      {formatDate(payment.date)}, {payment.amount === 0 ? 'no payment (£0.00)' : formatPounds(payment.amount)}
    </>
  )

/** Who it was; the log's own entry is one press away. */
function MovedBy({ row: { mover, step } }: { row: MovedPayment }) {
  const { who, how } = moverText(mover, step)
  return (
    <>
      {who}
      {how && (
        <span className="block text-micro text-ink-3">
          {mover.record ? (
            <Link
              href={`/activity?entry=${mover.record.seq}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center underline underline-offset-2"
            >
              {how}
            </Link>
          ) : (
            how
          )}
        </span>
      )}
    </>
  )
}
