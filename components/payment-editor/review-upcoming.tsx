'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useLondonNow } from '@/components/circumstances'
import { ChangesTable } from '@/components/review/changes-table'
import { NOTHING_SENT } from '@/components/review/outcome'
import { ReviewDialog } from '@/components/review/review-dialog'
import { reviewRows } from '@/components/review/review-rows'
import { needsAgreement, type Reviewer } from '@/components/review/reviewer'
import { REASON_WORDS, type WhyText } from '@/components/review/why-form'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { dayAndTime } from '@/lib/calendar-date'
import { countOf } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import type { Problem } from '@/lib/problem'
import { REASONS } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { crmNote, readAloud } from '@/lib/schedules/script'
import { totalOf } from '@/lib/schedules/upcoming'
import { reviewChecks } from './remark-words'
import type { DraftState } from './use-draft'

export type ReviewUpcomingProps = {
  opened: ScheduleAnswer
  state: DraftState
  by: Reviewer
  why: WhyText
  onWhy: (why: WhyText) => void
  saving: boolean
  problem: Problem | null
  onSave: (script: string) => void
  onClose: () => void
}

/** The review of a changed list of upcoming payments. */
export function ReviewUpcoming(props: ReviewUpcomingProps) {
  const { opened, state, by, why, onWhy, saving, problem, onSave, onClose } = props
  const { draft, judgement, c } = state
  const now = useLondonNow()
  const { schedule } = opened
  const before = draft.listed
  const after = judgement.payments
  const onBasis = useMemo(() => ({ ...schedule, upcoming: [...before] }), [schedule, before])
  const rows = useMemo(() => reviewRows(before, after, schedule.method, c), [before, after, schedule.method, c])
  const script = useMemo(() => readAloud(onBasis, after, c.now.date), [onBasis, after, c])
  const reason = REASONS.find((one) => one === why.reason)
  const note = useMemo(
    () =>
      crmNote(onBasis, after, {
        person: by.name,
        at: dayAndTime(now),
        reason: reason ? REASON_WORDS[reason] : 'Reason not chosen yet',
      }),
    [onBasis, after, by.name, now, reason],
  )
  const [was, is] = [totalOf(before), totalOf(after)]
  const checks = useMemo(() => reviewChecks(draft, judgement, c), [draft, judgement, c])
  const count = rows.length
  const request = useMemo(
    () =>
      `PUT /api/schedules/${schedule.id}/upcoming\n${JSON.stringify({ basis: opened.basis, payments: after }, null, 2)}`,
    [schedule.id, opened.basis, after],
  )
  return (
    <ReviewDialog
      summary={
        <>
          {countOf(count, 'payment')} {count === 1 ? 'changes' : 'change'} on {schedule.id}. The{' '}
          {countOf(after.length, 'listed payment')} {after.length === 1 ? 'totals' : 'total'}{' '}
          <b className="font-strong text-ink">{formatPounds(is)}</b>
          {was === is ? ', as before.' : ` instead of ${formatPounds(was)}.`}
        </>
      }
      script={script}
      crmNote={note}
      why={why}
      onWhy={onWhy}
      needsAgreement={needsAgreement(
        by,
        rows.some((row) => row.notice === 'short-notice'),
      )}
      by={by}
      request={request}
      saveLabel={`Save ${countOf(count, 'change')}`}
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
      <ChangesTable rows={rows} before={before} after={after} />
      <ul className="mt-1 grid gap-1 text-small">
        {checks.length === 0 && (
          <li className="flex items-center gap-2 text-ink-2">
            <Check aria-hidden size={14} strokeWidth={1.9} />
            No short notice, no short gaps, no unusual amounts
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
