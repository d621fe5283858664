'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useCircumstances, useLondonNow } from '@/components/circumstances'
import { ChangesTable } from '@/components/review/changes-table'
import { NOTHING_SENT } from '@/components/review/outcome'
import { ReviewDialog } from '@/components/review/review-dialog'
import type { ReviewRow } from '@/components/review/review-rows'
import { needsAgreement, type Reviewer } from '@/components/review/reviewer'
import { REASON_WORDS, type WhyText } from '@/components/review/why-form'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { dayAndTime, formatDate, formatDayAndMonth } from '@/lib/calendar-date'
import { countOf } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import type { Problem } from '@/lib/problem'
import { REASONS, type Terms } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { UpcomingPayment } from '@/lib/schedules/model'
import type { PutBack } from '@/lib/schedules/rule-edits'
import type { ForecastRow, TermsForecast } from '@/lib/schedules/terms-forecast'
import { readTermsAloud, termsNote } from '@/lib/schedules/terms-script'
import { termsChanges } from '@/lib/schedules/terms-words'
import { changeWords } from '@/lib/schedules/upcoming'
import { editWords, gapWords, LOST, paymentsWords } from './forecast-words'

export type ReviewTermsProps = {
  opened: ScheduleAnswer
  terms: Terms
  /** As it is confirmed: with what is kept. Null: nothing can be foreseen. */
  forecast: TermsForecast | null
  /** A change inside the notice period, in the first change or the second. */
  shortNotice: boolean
  /** What the second change puts back; null: one change alone. */
  second: PutBack | null
  warnings: readonly string[]
  by: Reviewer
  why: WhyText
  onWhy: (why: WhyText) => void
  saving: boolean
  problem: Problem | null
  onSave: (script: string) => void
  onClose: () => void
}

/** A share whose odd pennies nobody knows stands with its lowest; the totals are exact. */
const likely = ({ before, after }: ForecastRow): UpcomingPayment | null => {
  if (!after) return null
  const stands = before !== null && before.amount >= after.lowest && before.amount <= after.highest
  return { date: after.date, amount: stands ? before.amount : after.lowest }
}

function reviewRow(row: ForecastRow): ReviewRow {
  const { before, notice } = row
  const after = likely(row)
  const date = (before ?? after)?.date as ReviewRow['date']
  const words = before && after ? changeWords(before, after) : before ? (['removed'] as const) : (['added'] as const)
  return { date, words, before, after, notice }
}

function checksOf({ forecast, warnings }: ReviewTermsProps): string[] {
  if (!forecast) return [...warnings, 'What SmarterPay makes of this cannot be foreseen here. Look at its answer.']
  const rows = forecast.rows.flatMap(({ before, notice }) =>
    notice === 'locked' && before ? [`${formatDate(before.date)} is Locked: it may still be taken as before.`] : [],
  )
  const dormant = forecast.dormant
    ? [
        `No payment from ${formatDate(forecast.dormant.from)} to ${formatDate(forecast.dormant.to)}: the mandate may lapse.`,
      ]
    : []
  const gaps = forecast.gaps.map((gap) => `${gapWords(gap).title} ${gapWords(gap).text}`)
  const odd = forecast.rows.some(({ after }) => after !== null && after.lowest !== after.highest)
  return [
    ...warnings,
    ...rows,
    ...gaps,
    ...dormant,
    ...(odd ? ['SmarterPay splits the plan: single payments may differ by pennies, the total does not.'] : []),
  ]
}

/** **Review changes** of a rule: its parts, the payments that will probably change, and the second change where one follows. */
export function ReviewTerms(props: ReviewTermsProps) {
  const { opened, terms, forecast, second, by, why, onWhy, saving, problem, onSave, onClose } = props
  const c = useCircumstances()
  const now = useLondonNow()
  const { schedule } = opened
  const parts = termsChanges(schedule, terms)
  const seen = forecast?.rows.filter(({ fate }) => fate !== 'beyond') ?? []
  const rows = seen.filter(({ fate }) => fate !== 'same').map(reviewRow)
  const before = schedule.upcoming ?? []
  const after = seen.flatMap((row) => likely(row) ?? [])
  const script = readTermsAloud(schedule, terms, forecast, c.now.date)
  const reason = REASONS.find((one) => one === why.reason)
  const kept = second?.kept.length ?? 0
  const note = termsNote(schedule, terms, kept, {
    person: by.name,
    at: dayAndTime(now),
    reason: reason ? REASON_WORDS[reason] : 'Reason not chosen yet',
  })
  const checks = checksOf(props)
  const request = [
    `PATCH /api/schedules/${schedule.id}\n${JSON.stringify({ basis: opened.basis, terms }, null, 2)}`,
    ...(second
      ? [
          `then, on the answer:\nPUT /api/schedules/${schedule.id}/upcoming\n${JSON.stringify({ payments: second.payments }, null, 2)}`,
        ]
      : []),
  ].join('\n\n')
  return (
    <ReviewDialog
      summary={
        <>
          {countOf(parts.length, 'part')} of the rule {parts.length === 1 ? 'changes' : 'change'} on {schedule.id}
          {forecast && (
            <>
              ; {paymentsWords(forecast.changed)} by our forecast
              {forecast.beforeTotal !== forecast.afterTotal && (
                <>
                  , total <b className="font-strong text-ink">{formatPounds(forecast.afterTotal)}</b> instead of{' '}
                  {formatPounds(forecast.beforeTotal)}
                </>
              )}
            </>
          )}
          .
        </>
      }
      script={script}
      crmNote={note}
      why={why}
      onWhy={onWhy}
      needsAgreement={needsAgreement(by, props.shortNotice)}
      by={by}
      request={request}
      saveLabel={`Save ${countOf(parts.length + kept, 'change')}`}
      saving={saving}
      trouble={
        problem && (
          <div className="mb-3">
            <ProblemPanel problem={problem} standing={NOTHING_SENT} />
          </div>
        )
      }
      onSave={() => onSave(script)}
      onClose={onClose}
    >
      <table aria-label="The rule" className="mb-4 w-full border-separate border-spacing-0 text-small tabular-nums">
        <tbody>
          {parts.map(({ part, label, was, is }) => (
            <tr key={part} className="[&>*]:border-line [&>*]:border-b [&>*]:py-1.5">
              <th scope="row" className="pr-2 text-left font-medium">
                {label}
              </th>
              <td className="px-2 text-ink-3">{was}</td>
              <td className="pl-2 font-strong">{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {forecast && <ChangesTable rows={rows} before={before} after={after} />}
      {second && (
        <section
          aria-label="Second save"
          className="mt-3 rounded-control border border-line-strong bg-sunken px-3 py-2.5 text-small"
        >
          <p>
            <b className="font-strong">Two saves, one after the other.</b> First the rule; SmarterPay then makes its
            list anew. Then, on that list, {kept === 1 ? '1 payment is' : `${kept} payments are`} put back:{' '}
            {second.kept.map(editWords).join(', ')}.
          </p>
          {second.lost.map(({ edit, why: reasonLost }) => (
            <p key={`${edit.kind} ${edit.listed.date}`} className="text-warn">
              {editWords(edit)} cannot be kept: {LOST[reasonLost]}.
            </p>
          ))}
          <p className="mt-1 text-ink-2">
            The list of the second save:{' '}
            {second.payments
              .map(({ date, amount }) => `${formatDayAndMonth(date)} ${formatPounds(amount)}`)
              .join(' · ')}
          </p>
        </section>
      )}
      <ul className="mt-2 grid gap-1 text-small">
        {checks.length === 0 && (
          <li className="flex items-center gap-2 text-ink-2">
            <Check aria-hidden size={14} strokeWidth={1.9} />
            No short gaps, no unusual amounts, nothing Locked
          </li>
        )}
        {checks.map((text) => (
          <li key={text} className="flex items-start gap-2 text-warn">
            <TriangleAlert aria-hidden size={14} strokeWidth={1.9} className="mt-0.5 flex-none" />
            {text}
          </li>
        ))}
      </ul>
    </ReviewDialog>
  )
}
