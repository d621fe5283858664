'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { FoundDraft } from '@/components/review/found-draft'
import type { Reviewer } from '@/components/review/reviewer'
import { EMPTY_WHY, whyOf } from '@/components/review/why-form'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { formatPounds } from '@/lib/money'
import { useTryAgain } from '@/lib/queries/changes'
import type { TermsPart } from '@/lib/schedules/check-terms'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { amountSlip } from '@/lib/schedules/draft-advice'
import { firstTaken } from '@/lib/schedules/rule'
import { asPayments } from '@/lib/schedules/terms-forecast'
import { isTyped, termsTextOf, withAddress } from '@/lib/schedules/terms-text'
import { Ending } from './ending'
import { LeaveGuard } from './leave-guard'
import { type Keeping, PreviewRegion } from './preview-region'
import { ProblemSummary } from './problem-summary'
import { ReadOnlyParts } from './read-only-parts'
import { Result } from './result'
import { ReviewTerms } from './review-terms'
import { TermsBar } from './terms-bar'
import { TermsConflict } from './terms-conflict'
import { TermsFields } from './terms-fields'
import { carriedOver, type SetText } from './terms-form'
import { useJudgement } from './use-judgement'
import { useTwoSaves } from './use-two-saves'
import { openedOn, useTypedTerms } from './use-typed-terms'

export type EditScheduleProps = {
  /** The schedule as it was just read, with its basis. */
  answer: ScheduleAnswer
  by: Reviewer
}

const TELL = 'I have sent the change, and the system is still confirming it. I will call you back today to confirm.'

/**
 * The rule of one schedule, to be changed, foreseen, reviewed and saved. What a person types stays through failures and
 * refetches: a newer reading is taken over only while nothing was typed here.
 */
export function EditSchedule({ answer, by }: EditScheduleProps) {
  const c = useCircumstances()
  const params = useSearchParams()
  const { kept, found, keep, decide } = useTypedTerms(answer.schedule.id)
  const [opened, setOpened] = useState(kept?.opened ?? answer)
  const [text, setText] = useState(
    () => kept?.text ?? withAddress(termsTextOf(answer.schedule), new URLSearchParams(params)),
  )
  const [why, setWhy] = useState(kept?.why ?? EMPTY_WHY)
  const [keeping, setKeeping] = useState<Keeping>('keep')
  const [left, setLeft] = useState<ReadonlySet<TermsPart>>(new Set())
  const [asked, setAsked] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const saves = useTwoSaves(opened.schedule.id)
  const tryAgain = useTryAgain(opened.schedule.id)
  const { schedule } = opened
  const { stage } = saves.first
  const typed = isTyped(schedule, text)
  const judgement = useJudgement(schedule, text, keeping, { left, asked })
  const { terms, problems, forecast } = judgement

  const begin = (from: ScheduleAnswer, next = termsTextOf(from.schedule)) => {
    setOpened(from)
    setText(next)
    setLeft(new Set())
    setAsked(0)
    saves.startAnew()
  }
  const set: SetText = (change) => setText((now) => ({ ...now, ...change }))
  const newer = answer.basis !== opened.basis && answer.asOf > opened.asOf
  const working = stage.at !== 'done'
  useEffect(() => {
    if (newer && !typed && stage.at === 'editing') {
      setOpened(answer)
      setText(termsTextOf(answer.schedule))
    }
  }, [newer, typed, stage.at, answer])
  useEffect(
    () => keep(typed && saves.taken === null ? { opened, text, why } : null),
    [keep, typed, saves.taken, opened, text, why],
  )

  const review = () => {
    if (problems.length > 0 || Object.keys(terms).length === 0) return setAsked(asked + 1)
    saves.first.open()
  }
  if (saves.taken && saves.confirmed)
    return (
      <div className="px-4 py-5 sm:px-6">
        <Result
          saves={saves}
          confirmed={saves.confirmed}
          taken={saves.taken}
          onContinue={(from, restore) => {
            const parts = Object.keys(saves.confirmed?.terms ?? {}) as TermsPart[]
            setWhy(EMPTY_WHY)
            begin(from, restore ? carriedOver(termsTextOf(schedule), parts, from) : undefined)
          }}
        />
      </div>
    )
  if (
    stage.at === 'done' &&
    stage.outcome.kind !== 'saved' &&
    stage.outcome.kind !== 'adjusted' &&
    stage.outcome.kind !== 'not-sent'
  )
    return (
      <div className="px-4 py-5 sm:px-6">
        <LeaveGuard on={typed && stage.outcome.kind !== 'open'} onLeave={() => keep(null)} />
        <Ending
          outcome={stage.outcome}
          changeId={stage.key}
          sentAt={stage.sentAt}
          scheduleId={schedule.id}
          before={schedule.upcoming ?? []}
          wanted={saves.confirmed?.foreseen ?? []}
          what="changes"
          tell={TELL}
          trying={tryAgain.isPending}
          conflict={
            <TermsConflict
              opened={opened}
              terms={terms}
              onBack={saves.first.close}
              onMerged={(now, parts) => begin(now, carriedOver(text, parts, now))}
            />
          }
          onOutcome={(outcome) => saves.first.finish(outcome, stage.key, stage.sentAt)}
          onBack={saves.first.close}
          onAgain={() => saves.first.again((key) => tryAgain.mutateAsync({ change: stage.key, key }))}
        />
      </div>
    )
  const slip = terms.amount === undefined ? null : amountSlip(terms.amount, schedule.amount)
  return (
    <>
      <LeaveGuard on={typed && working} onLeave={() => keep(null)} />
      <div className="grid border-line border-t lg:grid-cols-[minmax(0,27.5rem)_minmax(0,1fr)]">
        <form
          ref={form}
          noValidate
          aria-label="Edit schedule"
          className="px-4 pt-5 pb-6 sm:px-6 lg:pr-8"
          onSubmit={(event) => {
            event.preventDefault()
            review()
          }}
        >
          {found && (
            <FoundDraft
              savedAt={found.savedAt}
              onContinue={() => {
                begin(openedOn(found, answer), found.text)
                setWhy(found.why)
                decide('continue')
              }}
              onDiscard={() => decide('discard')}
            />
          )}
          {newer && typed && (
            <div className="mb-4">
              <Banner
                tone="warn"
                live="status"
                title="This schedule changed after you opened it."
                actions={
                  <TextButton onClick={() => saves.first.finish({ kind: 'stale' }, '', Date.now())}>
                    Compare with your changes
                  </TextButton>
                }
              >
                Your changes are kept. They cannot be saved before they are compared.
              </Banner>
            </div>
          )}
          {asked > 0 && problems.length > 0 && <ProblemSummary problems={problems} asked={asked} />}
          <TermsFields
            schedule={schedule}
            text={text}
            terms={terms}
            errorOf={judgement.errorOf}
            warningOf={judgement.warningOf}
            onText={set}
            onLeave={(part) => setLeft((now) => new Set(now).add(part))}
          />
          <ReadOnlyParts schedule={schedule} firstTaken={firstTaken(schedule, bankingCalendar(c.extraHolidays))} />
          <button type="submit" hidden tabIndex={-1} />
        </form>
        <PreviewRegion
          schedule={schedule}
          terms={judgement.shownTerms}
          forecast={judgement.shownForecast}
          without={judgement.without}
          keeping={keeping}
          onKeeping={setKeeping}
          onText={set}
          onCancel={() => begin(opened)}
        />
      </div>
      <TermsBar id={schedule.id} terms={terms} typed={typed} onReview={review} />
      {stage.at === 'reviewing' && (
        <ReviewTerms
          opened={opened}
          terms={terms}
          forecast={forecast}
          shortNotice={judgement.shortNotice}
          second={judgement.second}
          warnings={[
            ...judgement.warnings,
            ...(slip && terms.amount !== undefined
              ? [`${formatPounds(terms.amount)} is far from the usual ${formatPounds(slip.usual)}.`]
              : []),
          ]}
          by={by}
          why={why}
          onWhy={setWhy}
          saving={stage.saving}
          problem={stage.outcome?.problem ?? null}
          onSave={(script) =>
            saves.confirm({
              opened,
              terms,
              why: whyOf(why, script),
              foreseen: forecast ? asPayments(schedule, terms, forecast.regenerated) : [],
              second: judgement.second,
            })
          }
          onClose={saves.first.close}
        />
      )}
    </>
  )
}
