'use client'

import { useRouter } from 'next/navigation'
import { useCircumstances } from '@/components/circumstances'
import { AdjustedPanel, OtherParts } from '@/components/review/adjusted-panel'
import { NotSavedPanel } from '@/components/review/not-saved-panel'
import { ResultHeading } from '@/components/review/result-heading'
import { SavedPanel } from '@/components/review/saved-panel'
import { Button } from '@/components/ui/button'
import { problemWords } from '@/components/ui/problem-words'
import { useOpenChanges } from '@/components/use-open-changes'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { ChangeAnswer } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { foreseenBeside } from '@/lib/schedules/prediction'
import { putBack } from '@/lib/schedules/rule-edits'
import { termsChanges } from '@/lib/schedules/terms-words'
import { changedRows } from '@/lib/schedules/upcoming'
import { Ending } from './ending'
import { editWords, LOST } from './forecast-words'
import { LeaveGuard } from './leave-guard'
import type { Confirmed, TwoSaves } from './use-two-saves'

export type ResultProps = {
  saves: TwoSaves
  confirmed: Confirmed
  taken: ChangeAnswer
  /** A form on a newer reading; with `restore`, on what stood before. */
  onContinue: (from: ScheduleAnswer, restore: boolean) => void
  /** The second save is given up. */
  onLeave: () => void
}

const readingOf = ({ schedule, basis, change }: ChangeAnswer): ScheduleAnswer => ({
  schedule,
  basis,
  asOf: change.endedAt ?? change.at,
})

/** SmarterPay took the rule. Then the second save, where there is one, and what came of both. */
export function Result({ saves, confirmed, taken, onContinue, onLeave }: ResultProps) {
  const { second, back, answer } = saves
  if (answer) return <Taken answer={answer} first={taken} confirmed={confirmed} onContinue={onContinue} />
  const { stage } = second
  if (stage.at === 'done' && (stage.outcome.kind === 'open' || stage.outcome.kind === 'needs-attention'))
    return (
      <>
        <p className="mb-3 font-medium">The rule is saved. The second save is not confirmed yet.</p>
        <Ending
          outcome={stage.outcome}
          changeId={stage.key}
          sentAt={stage.sentAt}
          scheduleId={taken.schedule.id}
          before={taken.schedule.upcoming ?? []}
          wanted={back?.payments ?? []}
          what="payments put back"
          tell="The new rule is saved. I am still confirming one more change, and will call you back today."
          trying={false}
          conflict={null}
          onOutcome={(outcome) => second.finish(outcome, stage.key, stage.sentAt)}
          onApplied={(now) => onContinue(now, false)}
          onBack={() => onContinue(readingOf(taken), false)}
          onAgain={saves.sendSecond}
        />
      </>
    )
  // Whoever goes now may leave the second half undone: asked first.
  return (
    <>
      <LeaveGuard on onLeave={onLeave} />
      <NotBackYet saves={saves} confirmed={confirmed} taken={taken} onContinue={onContinue} />
    </>
  )
}

/** The second save is on its way, failed, or waits for a look: the rule stands, the payments do not yet. */
function NotBackYet({ saves, confirmed, taken, onContinue }: Omit<ResultProps, 'onLeave'>) {
  const { second, back, sendSecond, asShown, byHand, saidByPerson } = saves
  const { stage } = second
  const edits = confirmed.second?.kept ?? []
  const isOpen = useOpenChanges(taken.schedule.id).some(({ action }) => action === 'replace-upcoming')
  const count = edits.length === 1 ? '1 payment' : `${edits.length} payments`
  if ((stage.at === 'reviewing' && stage.saving) || (stage.at === 'editing' && asShown && !byHand))
    return (
      <section aria-label="Second save" aria-busy>
        <ResultHeading>Rule saved. Putting {count} back…</ResultHeading>
      </section>
    )
  if (isOpen && stage.at === 'editing')
    return (
      <section aria-label="Second save" aria-busy>
        <ResultHeading>
          Rule saved. Whether your {count} {edits.length === 1 ? 'is' : 'are'} back is not confirmed.
        </ResultHeading>
        <p className="text-small text-ink-2">
          A change of payments was sent, and we are checking: do not send it again.
        </p>
      </section>
    )
  const outcome = stage.at === 'done' ? stage.outcome : stage.at === 'reviewing' ? stage.outcome : null
  const changed = outcome?.kind === 'stale'
  const why =
    outcome === null
      ? asShown
        ? saidByPerson
          ? 'They wait for you, because SmarterPay never confirmed the rule.'
          : 'This page was left before they were put back.'
        : 'SmarterPay’s new list is not the one that was foreseen. Look at what would be sent first.'
      : outcome.kind === 'refused'
        ? `SmarterPay refused it: ${outcome.reason || 'no reason was given.'}`
        : changed
          ? 'Somebody changed the schedule in between. Nothing was sent.'
          : outcome.kind === 'not-sent' || outcome.kind === 'turned-away'
            ? problemWords(outcome.problem).text
            : outcome.kind === 'busy'
              ? 'Another change to this schedule is not finished.'
              : 'SmarterPay did not take it.'
  const leave = () => onContinue(readingOf(taken), false)
  return (
    <NotSavedPanel
      title={`Rule saved. Your ${count} ${edits.length === 1 ? 'is' : 'are'} not yet back.`}
      {...(!changed && back && back.kept.length > 0 && { onAgain: sendSecond })}
      againLabel={outcome === null ? 'Put them back' : 'Try again'}
      onBack={leave}
    >
      <OtherParts differences={taken.differences} />
      <p>{why}</p>
      <p className="mt-1">To be put back: {edits.map(editWords).join(', ')}.</p>
      {back?.lost.map(({ edit, why: lost }) => (
        <p key={`${edit.kind} ${edit.listed.date}`} className="text-warn">
          {editWords(edit)} cannot be kept: {LOST[lost]}.
        </p>
      ))}
      {outcome === null && back && (
        <p className="mt-1">
          The list to be sent:{' '}
          {back.payments.map(({ date, amount }) => `${formatDate(date)} ${formatPounds(amount)}`).join(' · ')}
        </p>
      )}
    </NotSavedPanel>
  )
}

type TakenProps = Omit<ResultProps, 'saves' | 'taken' | 'onLeave'> & {
  /** The latest answer, and that to the change of the rule. */
  answer: ChangeAnswer
  first: ChangeAnswer
}

/** Held against the forecast row by row: confirmed, or what differs and the ways on. */
function Taken({ answer, first, confirmed, onContinue }: TakenProps) {
  const c = useCircumstances()
  const router = useRouter()
  const { schedule } = confirmed.opened
  const actual = first.schedule.upcoming ?? []
  const list = foreseenBeside(schedule, confirmed.terms, actual, c) ?? actual
  const expected = confirmed.second ? putBack(first.schedule, list, confirmed.second.kept, c).payments : list
  const otherwise = changedRows(expected, answer.schedule.upcoming ?? []).length > 0
  const differences = answer === first ? first.differences : [...first.differences, ...answer.differences]
  const reading = readingOf(answer)
  const page = `/schedules/${schedule.id}`
  if (otherwise || differences.length > 0)
    return (
      <AdjustedPanel
        answer={{ ...answer, differences }}
        before={schedule.upcoming ?? []}
        wanted={expected}
        onAccept={() => router.push(page)}
        onAdjust={() => onContinue(reading, false)}
        onRestore={() => onContinue(reading, true)}
      />
    )
  return (
    <>
      <SavedPanel answer={answer} onDone={() => router.push(page)} />
      <ul aria-label="What is now true" className="mb-3 text-small">
        {termsChanges(schedule, confirmed.terms).map(({ part, label, was, is }) => (
          <li key={part}>
            {label} is now <b className="font-strong">{is}</b> <span className="text-ink-3">(was {was})</span>
          </li>
        ))}
      </ul>
      <Button onClick={() => onContinue(reading, false)}>Change something else</Button>
    </>
  )
}
