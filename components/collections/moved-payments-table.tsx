import Link from 'next/link'
import { formatDate } from '@/lib/calendar-date'
import type { MovedPayment } from '@/lib/collections/moved'
import { moverText, signedPounds } from '@/lib/collections/moved-words'
import { formatPounds } from '@/lib/money'

const CELL = 'h-(--row-comfortable) border-line border-b px-2 py-1 align-middle first:pl-0 last:pr-0'
const HEAD =
  'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
const MIDDLE = 'max-md:hidden print:table-cell'

/** Payments that moved, each with its schedule, what it was and is, and who moved it. */
export function MovedPaymentsTable({ rows }: { rows: readonly MovedPayment[] }) {
  return (
    <table aria-label="Payments" className="w-full border-separate border-spacing-0 text-small">
      <thead>
        <tr>
          <th scope="col" className={`${HEAD} text-left`}>
            Schedule
          </th>
          <th scope="col" className={`${HEAD} ${MIDDLE} text-left`}>
            Before
          </th>
          <th scope="col" className={`${HEAD} ${MIDDLE} text-left`}>
            Now
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Change
          </th>
          <th scope="col" className={`${HEAD} ${MIDDLE} pl-7! text-left`}>
            Who
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // A schedule may list two payments of one amount on one day: the place in the page tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are not reordered
          <MovedRow key={`${row.schedule} ${index}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function MovedRow({ row }: { row: MovedPayment }) {
  const { schedule, reference, before, after, effect } = row
  const focus = (after ?? before)?.date
  return (
    <tr className="break-inside-avoid hover:bg-hover">
      <th scope="row" className={`${CELL} text-left font-medium`}>
        <Link
          href={`/schedules/${encodeURIComponent(schedule)}?tab=payments${focus ? `&focus=${focus}` : ''}`}
          prefetch={false}
          aria-label={`${reference ?? schedule}: open schedule ${schedule}`}
          className="inline-flex min-h-6 items-center wrap-anywhere"
        >
          {reference ?? schedule}
        </Link>
        {reference && <span className="block wrap-anywhere text-ink-3 text-micro font-regular">{schedule}</span>}
        <span className="mt-0.5 block font-regular text-ink-2 text-micro md:hidden print:hidden">
          <Listed payment={before} /> → <Listed payment={after} />
          <span className="block">
            <MovedBy row={row} />
          </span>
        </span>
      </th>
      <td className={`${CELL} ${MIDDLE} whitespace-nowrap text-ink-2`}>
        <Listed payment={before} />
      </td>
      <td className={`${CELL} ${MIDDLE} whitespace-nowrap`}>
        <Listed payment={after} />
      </td>
      <td className={`${CELL} whitespace-nowrap text-right align-top font-medium md:align-middle max-md:pt-1.5`}>
        {signedPounds(effect)}
      </td>
      <td className={`${CELL} ${MIDDLE} pl-7! normal-nums`}>
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
