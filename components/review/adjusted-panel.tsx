'use client'

import { Repeat } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import type { ChangeAnswer, Difference } from '@/lib/schedules/changes'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { changedRows } from '@/lib/schedules/upcoming'
import { amountWords } from './changes-table'
import { partValue, partWord } from './part-words'
import { ResultHeading } from './result-heading'

const HEAD = 'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium first:pl-0'
const CELL = 'h-11 border-line border-b px-2 text-small tabular-nums first:pl-0'

const onDay = (payments: readonly UpcomingPayment[], date: CalendarDate): string => {
  const amounts = payments.filter((payment) => payment.date === date).map(({ amount }) => amountWords(amount))
  return amounts.length > 0 ? amounts.join(', ') : '–'
}
const onOwnDay = (payment: UpcomingPayment | undefined, day: CalendarDate | undefined): string => {
  if (!payment) return 'Not listed'
  const amount = amountWords(payment.amount)
  return payment.date === day ? amount : `${formatDate(payment.date)}, ${amount}`
}

export type AdjustedPanelProps = {
  answer: ChangeAnswer
  before: readonly UpcomingPayment[]
  /** What was sent. */
  wanted: readonly UpcomingPayment[]
  onAccept: () => void
  onAdjust: () => void
  onRestore: () => void
}

/** SmarterPay took the change, and holds something else than was shown: the differing rows, and what to do about them. */
export function AdjustedPanel({ answer, before, wanted, onAccept, onAdjust, onRestore }: AdjustedPanelProps) {
  const rows = changedRows(wanted, answer.schedule.upcoming ?? []).map((change) => ({
    predicted: 'before' in change ? change.before : undefined,
    actual: 'after' in change ? change.after : undefined,
  }))
  const count = rows.length
  const changed = count === 1 ? '1 payment' : `${count} payments`
  return (
    <section aria-label="What SmarterPay changed">
      <div className="mb-3 flex items-start gap-2.5">
        <Repeat aria-hidden size={18} strokeWidth={1.9} className="mt-1 flex-none text-warn" />
        <div>
          <ResultHeading>
            {count > 0 ? `Saved. SmarterPay changed ${changed}.` : 'Saved, with another change in the same moment.'}
          </ResultHeading>
          <p className="text-ink-2 text-small">
            What stands under Actual is what SmarterPay holds now. Change {answer.change.id}.
          </p>
        </div>
      </div>
      {rows.length > 0 && (
        <div className="relative mb-3 overflow-x-auto">
          <table aria-label="Differences" className="w-full max-w-3xl border-separate border-spacing-0">
            <thead>
              <tr>
                {['Payment', 'Before', 'Predicted', 'Actual'].map((head) => (
                  <th key={head} scope="col" className={HEAD}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ predicted, actual }) => {
                const date = (predicted ?? actual)?.date
                return (
                  <tr key={`${date} ${predicted?.amount} ${actual?.date} ${actual?.amount}`}>
                    <th scope="row" className={`${CELL} whitespace-nowrap text-left font-medium`}>
                      {date && formatDate(date)}
                    </th>
                    <td className={`${CELL} text-ink-3`}>{date && onDay(before, date)}</td>
                    <td className={CELL}>{onOwnDay(predicted, date)}</td>
                    <td className={`${CELL} font-strong`}>{onOwnDay(actual, date)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <OtherParts differences={answer.differences} />
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" onClick={onAccept}>
          Accept
        </Button>
        <Button onClick={onAdjust}>Adjust again</Button>
        <Button onClick={onRestore}>Restore previous</Button>
        <span className="text-ink-3 text-small">Adjusting and restoring open a new draft; nothing is sent yet.</span>
      </div>
    </section>
  )
}

/** Parts besides the payments that came out otherwise than they were sent; nothing where none did. */
export function OtherParts({ differences }: { differences: readonly Difference[] }) {
  const others = differences.filter(({ part }) => part !== 'upcoming')
  if (others.length === 0) return null
  return (
    <ul className="mb-3 text-small">
      {others.map(({ part, wanted, got }) => (
        <li key={part}>
          {partWord(part)}: expected {partValue(part, wanted)},{' '}
          <b className="font-strong">now {partValue(part, got)}</b>
        </li>
      ))}
    </ul>
  )
}
