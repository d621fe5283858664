'use client'

import { CircleSlash, Clock, Lock, MoveHorizontal } from 'lucide-react'
import { useCircumstances } from '@/components/circumstances'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Terms } from '@/lib/schedules/changes'
import type { ForecastRow, TermsForecast } from '@/lib/schedules/terms-forecast'
import { rangeWords, type Why, whyOfRow } from './forecast-words'

const HEAD = 'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium first:pl-0 last:pr-0'
const CELL = 'h-8.5 border-line border-b px-2 py-1 first:pl-0 last:pr-0 max-sm:h-auto max-sm:border-0 max-sm:px-0'
/** On a narrow screen a row is a block: the days and the amount side by side, what there is to say below them. */
const ROW = 'max-sm:grid max-sm:grid-cols-[1fr_1fr] max-sm:gap-x-3 max-sm:border-line max-sm:border-b max-sm:py-1.5'

function Reason({ why, notice, skipped }: { why: Why; notice: ForecastRow['notice']; skipped: boolean }) {
  const warn = why.tone === 'warn'
  const Icon = !warn
    ? skipped
      ? CircleSlash
      : null
    : notice === 'locked'
      ? Lock
      : notice === 'short-notice'
        ? Clock
        : MoveHorizontal
  return (
    <span className={`mr-3 inline-flex items-center gap-1.5 ${warn ? 'font-medium text-warn' : 'text-ink-3'}`}>
      {Icon && <Icon aria-hidden size={14} strokeWidth={1.9} className="flex-none" />}
      {why.text}
    </span>
  )
}

export type PreviewTableProps = { forecast: TermsForecast; terms: Terms }

/** **Payments after this change**, row by row: quiet before, weight on what is another. */
export function PreviewTable({ forecast, terms }: PreviewTableProps) {
  const c = useCircumstances()
  const dayChanged = terms.collectionDay !== undefined && terms.nextCollectionDate === undefined
  return (
    <div className="overflow-x-auto">
      <table
        aria-label="Payments after this change"
        className="w-full border-separate border-spacing-0 text-small tabular-nums"
      >
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col" className={HEAD}>
              Before
            </th>
            <th scope="col" className={HEAD}>
              After
            </th>
            <th scope="col" className={`${HEAD} text-right!`}>
              Amount
            </th>
            <th scope="col" className={`${HEAD} pl-6!`}>
              Why
            </th>
          </tr>
        </thead>
        <tbody>
          {forecast.rows.map((row, index) => {
            const { before, after, fate } = row
            const moved = before?.date !== after?.date
            const dearer =
              before !== null && after !== null && (before.amount < after.lowest || before.amount > after.highest)
            const whys = whyOfRow(row, { first: index === 0, dayChanged, gaps: forecast.gaps, c })
            const key = `${before?.date} ${before?.amount} ${after?.date} ${after?.nominal}`
            return (
              <tr key={key} data-fate={fate} className={ROW}>
                <td className={`${CELL} whitespace-nowrap text-ink-3`}>{before ? formatDate(before.date) : '–'}</td>
                <td
                  className={`${CELL} whitespace-nowrap ${moved && after && fate !== 'beyond' ? 'font-strong' : fate === 'beyond' ? 'text-ink-3' : ''}`}
                >
                  {after ? formatDate(after.date) : '–'}
                </td>
                <td className={`${CELL} whitespace-nowrap sm:text-right`}>
                  {before && (dearer || !after) && (
                    <span className="text-ink-3">
                      {formatPounds(before.amount)}
                      {after && ' → '}
                    </span>
                  )}
                  {after && (
                    <span
                      className={dearer || fate === 'added' ? 'font-strong' : fate === 'beyond' ? 'text-ink-3' : ''}
                    >
                      {rangeWords(after)}
                    </span>
                  )}
                </td>
                <td className={`${CELL} sm:pl-6! max-sm:empty:hidden`}>
                  {whys.map((why) => (
                    <Reason key={why.text} why={why} notice={row.notice} skipped={row.kept?.kind === 'skipped'} />
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
