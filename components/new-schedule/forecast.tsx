'use client'

import { Clock, TriangleAlert } from 'lucide-react'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds, sumPence } from '@/lib/money'
import { forecastNew } from '@/lib/schedules/check-new'
import { newFindingWords } from '@/lib/schedules/new-words'
import { noticeClass } from '@/lib/schedules/notice'
import type { ProjectedRow } from '@/lib/schedules/project'
import { useNewForm } from './form'

const HEAD = 'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium first:pl-0'
const CELL = 'h-10 border-line border-b px-2 text-small tabular-nums first:pl-0'
/** A long plan shows its beginning and its end. */
const SHOWN = 24

const amountText = ({ lowest, highest }: ProjectedRow) =>
  lowest === highest ? formatPounds(highest) : `${formatPounds(lowest)} to ${formatPounds(highest)}`

function why(row: ProjectedRow): string {
  if (row.doubts.includes('moved-past-the-end')) return 'Moved past the end date: may be left out'
  if (row.doubts.includes('calendar-not-known')) return 'Holidays of that year not known yet'
  if (row.doubts.includes('card-off-banking-day'))
    return `${formatDate(row.nominal)} is no banking day; a card may be charged then all the same`
  if (row.doubts.includes('weekly-after-a-move')) return 'Estimate, after a holiday'
  if (row.date !== row.nominal) return `${formatDate(row.nominal)} is no banking day`
  return ''
}

/** The payments that the typed rule would give: ours, and called a forecast. */
export function Forecast({ full = false }: { full?: boolean }) {
  const { reading, c } = useNewForm()
  const { parts, advice } = reading
  const rows = parts ? forecastNew(parts, c) : []
  const stopped = reading.faults.some(({ path }) => path === 'startDate' || path === 'firstCollectionDate')
  const shown = rows.length > SHOWN ? [...rows.slice(0, SHOWN - 1), ...rows.slice(-1)] : rows
  const total = parts?.kind === 'plan' ? parts.amount : sumPence(rows.map(({ highest }) => highest))
  const count = rows.length === 1 ? '1 payment' : `${rows.length} payments`
  const headline =
    parts?.kind === 'plan' ? `${count} · ${formatPounds(total)} in all` : `The first ${count} · ${formatPounds(total)}`
  return (
    <section aria-label="Preview" className={full ? undefined : 'rounded-panel border border-line bg-canvas p-4'}>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-title font-strong">Forecast</h3>
        <span className="text-ink-3 text-small">Ours. SmarterPay decides when it is created.</span>
      </div>
      {rows.length === 0 || stopped ? (
        <p className="max-w-[40ch] text-ink-3 text-small">
          {stopped
            ? 'The payments appear here once the first day is one that can be kept.'
            : 'The payments appear here as soon as the amounts and days can be read.'}
        </p>
      ) : (
        <>
          <p role="status" className="mb-1 tabular-nums">
            {headline}
          </p>
          <table aria-label="Payments of the new schedule" className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={HEAD}>
                  Payment
                </th>
                <th scope="col" className={`${HEAD} text-right`}>
                  Amount
                </th>
                <th scope="col" className={`${HEAD} sm:pl-7!`}>
                  Remarks
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row, n) => (
                <Row
                  key={`${row.nominal} ${row.date}`}
                  row={row}
                  short={parts !== null && noticeClass(row.date, parts.method, c) === 'short-notice'}
                  gap={n === shown.length - 1 && rows.length > shown.length ? rows.length - shown.length : 0}
                />
              ))}
            </tbody>
          </table>
          {advice.length > 0 && (
            <ul className="mt-3 grid gap-1 text-small">
              {advice.map((finding) => (
                <li key={finding.kind} className="flex items-start gap-2 text-warn">
                  <TriangleAlert aria-hidden size={14} strokeWidth={1.9} className="mt-0.5 flex-none" />
                  {newFindingWords(finding)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}

function Row({ row, short, gap }: { row: ProjectedRow; short: boolean; gap: number }) {
  return (
    <>
      {gap > 0 && (
        <tr>
          <td colSpan={3} className={`${CELL} text-ink-3`}>
            {gap} more between
          </td>
        </tr>
      )}
      <tr>
        <th scope="row" className={`${CELL} whitespace-nowrap text-left font-medium`}>
          {formatDate(row.date)}
        </th>
        <td className={`${CELL} text-right`}>{amountText(row)}</td>
        <td className={`${CELL} text-ink-3 sm:pl-7!`}>
          {short && (
            <span className="mr-2 inline-flex items-center gap-1.5 whitespace-nowrap text-warn">
              <Clock aria-hidden size={14} strokeWidth={1.9} />
              Short notice
            </span>
          )}
          {why(row)}
        </td>
      </tr>
    </>
  )
}
