'use client'

import { CircleCheck } from 'lucide-react'
import { amountWords } from '@/components/review/changes-table'
import { partValue, partWord } from '@/components/review/part-words'
import { ResultHeading } from '@/components/review/result-heading'
import { LinkButton } from '@/components/ui/link-button'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { ChangeAnswer } from '@/lib/schedules/changes'
import type { ProjectedRow } from '@/lib/schedules/project'

const HEAD = 'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium first:pl-0 last:pr-0'
const CELL = 'h-10 border-line border-b px-2 text-small tabular-nums first:pl-0 last:pr-0'

export type CreatedPanelProps = {
  answer: ChangeAnswer
  /** What was shown before it was sent; empty where that is not known any more. */
  forecast: readonly ProjectedRow[]
  recreates: string | null
}

const forecastWords = (row: ProjectedRow | undefined) =>
  row
    ? `${formatDate(row.date)}, ${row.lowest === row.highest ? formatPounds(row.highest) : `${formatPounds(row.lowest)} to ${formatPounds(row.highest)}`}`
    : 'not shown'

/** The schedule as SmarterPay holds it now, and each payment that is not as it was shown. */
export function CreatedPanel({ answer, forecast, recreates }: CreatedPanelProps) {
  const { schedule, differences, change } = answer
  const rows = schedule.upcoming ?? []
  const next = rows.find(({ amount }) => amount > 0)
  const differs = rows.map((row, n) => {
    const shown = forecast[n]
    if (forecast.length === 0 || (shown === undefined && schedule.kind === 'ongoing')) return false
    return !shown || shown.date !== row.date || row.amount < shown.lowest || row.amount > shown.highest
  })
  const count = differs.filter(Boolean).length
  const parts = differences.filter(({ part }) => part !== 'upcoming')
  return (
    <section aria-label="Created" className="max-w-3xl">
      <div className="mb-4 flex items-start gap-2.5 rounded-control border border-good-line bg-good-soft px-3 py-2.5">
        <CircleCheck aria-hidden size={16} strokeWidth={1.9} className="mt-1 flex-none text-good" />
        <div className="flex-1 text-small">
          <ResultHeading>Schedule {schedule.id} stands at SmarterPay.</ResultHeading>
          {next && (
            <p>
              First payment {formatDate(next.date)}, {amountWords(next.amount)}.{' '}
              {count === 0 ? 'All listed payments are as they were shown.' : ''}
            </p>
          )}
          {recreates && <p>It stands in place of {recreates}.</p>}
          <p className="text-ink-3">Change {change.id}</p>
        </div>
      </div>
      {parts.length > 0 && (
        <div className="mb-4 rounded-control border border-warn-line bg-warn-soft px-3 py-2.5 text-small">
          <b className="font-strong">SmarterPay holds something else than was sent:</b>
          <ul>
            {parts.map(({ part, wanted, got }) => (
              <li key={part}>
                {partWord(part)}: sent {partValue(part, wanted)},{' '}
                <b className="font-strong">now {partValue(part, got)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
      {count > 0 && (
        <p className="mb-2 text-warn">
          {count === 1 ? '1 payment differs' : `${count} payments differ`} from the forecast. What stands here is what
          SmarterPay holds.
        </p>
      )}
      <table aria-label="Upcoming payments" className="mb-4 w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={HEAD}>
              Payment
            </th>
            <th scope="col" className={`${HEAD} text-right!`}>
              Amount
            </th>
            {count > 0 && (
              <th scope="col" className={`${HEAD} pl-7!`}>
                Forecast
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two payments may share a day and an amount
            <tr key={n} className={differs[n] ? 'bg-warn-soft' : undefined}>
              <th scope="row" className={`${CELL} text-left font-medium`}>
                {formatDate(row.date)}
              </th>
              <td className={`${CELL} text-right`}>{amountWords(row.amount)}</td>
              {count > 0 && (
                <td className={`${CELL} pl-7! text-ink-3`}>{differs[n] ? forecastWords(forecast[n]) : 'as shown'}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex gap-2">
        <LinkButton href={`/schedules/${schedule.id}`} prefetch={false} variant="primary">
          Open the schedule
        </LinkButton>
        <LinkButton href="/schedules" prefetch={false}>
          All schedules
        </LinkButton>
      </div>
    </section>
  )
}
