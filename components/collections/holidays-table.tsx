import Link from 'next/link'
import { ColumnHead } from '@/components/ui/column-head'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { type PlannedDay, paymentsOn } from '@/lib/collections/holiday-windows'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'

const CELL = 'h-(--row-compact) border-line border-b px-2 align-middle first:pl-0 last:pr-0 max-sm:h-11 max-sm:px-1'

/** Days around a holiday, each with a bar for its payments; the figures beside it say the same. */
export function HolidaysTable({ days, after }: { days: readonly PlannedDay[]; after: CalendarDate }) {
  const most = Math.max(1, ...days.map(paymentsOn))
  return (
    <table
      aria-label="Days around the bank holiday"
      className="w-full max-w-4xl border-separate border-spacing-0 text-small"
    >
      <thead>
        <tr>
          <ColumnHead>Date</ColumnHead>
          <ColumnHead end look="max-sm:px-1">
            Listed
          </ColumnHead>
          <ColumnHead end look="max-sm:px-1">
            Total
          </ColumnHead>
          <ColumnHead end look="max-sm:hidden">
            Projected
          </ColumnHead>
          <ColumnHead end look="max-md:hidden">
            Projected total
          </ColumnHead>
          <ColumnHead look="w-1/3 pl-7! max-sm:pl-3! max-sm:whitespace-normal">Against a normal day</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <Day key={day.date} day={day} after={day.date === after} most={most} />
        ))}
      </tbody>
    </table>
  )
}

function Day({
  day: { date, count, total, projected, projectedCount, closed, times },
  after,
  most,
}: {
  day: PlannedDay
  after: boolean
  most: number
}) {
  const payments = count + projectedCount
  return (
    <tr className={closed === null ? '' : payments > 0 ? 'hatched' : 'hatched text-ink-3'}>
      <th scope="row" className={`${CELL} whitespace-nowrap text-left ${after ? 'font-strong' : 'font-regular'}`}>
        {payments > 0 ? (
          <Link
            href={`/collections/payments?from=${date}&to=${date}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center bg-surface"
          >
            {formatDate(date)}
          </Link>
        ) : (
          <span className="bg-surface">{formatDate(date)}</span>
        )}
      </th>
      <td className={`${CELL} text-right ${after ? 'font-strong' : ''}`}>
        <span className="bg-surface">{formatCount(count)}</span>
        {projectedCount > 0 && (
          <span className="block whitespace-nowrap font-regular text-ink-2 text-micro sm:hidden">
            + {formatCount(projectedCount)} projected
          </span>
        )}
      </td>
      <td className={`${CELL} whitespace-nowrap text-right ${after ? 'font-strong' : ''}`}>
        <span className="bg-surface">{total === 0 ? '–' : formatPounds(total)}</span>
      </td>
      <td className={`${CELL} text-right max-sm:hidden ${closed === null ? 'text-ink-2' : ''}`}>
        <span className="bg-surface">{formatCount(projectedCount)}</span>
      </td>
      <td className={`${CELL} whitespace-nowrap text-right text-ink-2 max-md:hidden`}>
        <span className="bg-surface">{projected === 0 ? '–' : formatPounds(projected)}</span>
      </td>
      <td className={`${CELL} pl-7! normal-nums max-sm:pl-3!`}>
        {closed === null ? (
          <span className="flex items-center gap-2">
            <span aria-hidden className="flex flex-none max-sm:hidden" style={{ width: `${(payments / most) * 60}%` }}>
              <span className="h-2.5 bg-chart-scheduled forced-colors:bg-[CanvasText]" style={{ flexGrow: count }} />
              {projectedCount > 0 && (
                <span
                  className="h-2.5 border border-chart-projected border-dashed"
                  style={{ flexGrow: projectedCount }}
                />
              )}
            </span>
            {times !== null && `${times.toFixed(1)}×`}
          </span>
        ) : (
          <span className={`bg-surface ${count > 0 ? 'text-warn' : ''}`}>
            {closed}
            {count > 0 && ': listed on a closed day'}
          </span>
        )}
      </td>
    </tr>
  )
}
