'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { ChangedSince } from '@/components/review/changed-since'
import type { Reviewer } from '@/components/review/reviewer'
import { useSentEarlier } from '@/components/review/use-sent-earlier'
import { EMPTY_WHY, isComplete, whyOf } from '@/components/review/why-form'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { useTryAgain } from '@/lib/queries/changes'
import type { FoundTerms } from '@/lib/queries/drafts'
import type { Why } from '@/lib/schedules/changes'
import type { TermsPart } from '@/lib/schedules/check-terms'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { firstTaken } from '@/lib/schedules/rule'
import { asPayments } from '@/lib/schedules/terms-forecast'
import { isTyped, termsTextOf, withAddress } from '@/lib/schedules/terms-text'
import { EarlierTerms } from './earlier-terms'
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
import { type Confirmed, useTwoSaves } from './use-two-saves'
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
  const { kept, found, keep, decide, choice } = useTypedTerms(answer.schedule.id)
  const [opened, setOpened] = useState(kept?.opened ?? answer)
  const [text, setText] = useState(
    () => kept?.text ?? withAddress(termsTextOf(answer.schedule), new URLSearchParams(params)),
  )
  const [why, setWhy] = useState(kept?.why ?? EMPTY_WHY)
  const [keeping, setKeeping] = useState<Keeping>(kept?.keeping ?? 'keep')
  const [left, setLeft] = useState<ReadonlySet<TermsPart>>(new Set())
  const [asked, setAsked] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const tryAgain = useTryAgain(opened.schedule.id)
  const { schedule } = opened
  const typed = isTyped(schedule, text)
  const judgement = useJudgement(schedule, text, keeping, { left, asked })
  const { terms, problems, forecast, second } = judgement
  const wish = (reasons: Why): Confirmed => ({
    opened,
    terms,
    why: reasons,
    foreseen: forecast ? asPayments(schedule, terms, forecast.regenerated) : [],
    second,
  })
  // Confirmed on an earlier visit, which ended before it was known what came of it.
  const [resumed, setResumed] = useState(false)
  const earlier = resumed && isComplete(why) ? wish(whyOf(why, why.agreedTo ?? '')) : null
  const saves = useTwoSaves(schedule.id, answer, { key: kept?.key ?? null, confirmed: earlier })
  const { stage } = saves.first

  const begin = (from: ScheduleAnswer, next = termsTextOf(from.schedule)) => {
    setOpened(from)
    setText(next)
    setLeft(new Set())
    setAsked(0)
    setResumed(false)
    saves.startAnew()
  }
  const takeUp = (work: FoundTerms, from = openedOn(work, answer)) => {
    begin(from, work.text)
    setKeeping(work.keeping)
    setWhy(work.why)
    if (work.key) saves.first.resume(work.key)
    decide('continue')
  }
  const [standing, setStanding] = useState(kept?.key ?? null)
  const { asking, sent } = useSentEarlier(found?.key ?? standing, ({ key, sentAt, before }) => {
    if (found) takeUp(found, before ? { schedule: before, basis: found.basis, asOf: found.asOf } : undefined)
    setStanding(null)
    setResumed(true)
    saves.first.finish({ kind: 'open', problem: null }, key, sentAt)
  })
  const set: SetText = (change) => setText((now) => ({ ...now, ...change }))
  const newer = answer.basis !== opened.basis && answer.asOf > opened.asOf
  const working = stage.at !== 'done'
  useEffect(() => {
    if (newer && !typed && stage.at === 'editing') {
      setOpened(answer)
      setText(termsTextOf(answer.schedule))
    }
  }, [newer, typed, stage.at, answer])
  const key = saves.taken?.change.id ?? saves.first.key
  const settled = saves.answer !== null
  useEffect(
    () => keep(typed && !settled ? { opened, text, keeping, why, key } : null),
    [keep, typed, settled, opened, text, keeping, why, key],
  )

  const review = () => {
    if (problems.length > 0 || Object.keys(terms).length === 0) return setAsked(asked + 1)
    // Nothing is sent while earlier work waits for a choice: its key could not be kept.
    if (found) return choice.onChoosing(true)
    saves.first.open()
  }
  if (saves.taken && saves.confirmed)
    return (
      <div className="px-4 py-5 sm:px-6">
        <Result
          saves={saves}
          confirmed={saves.confirmed}
          taken={saves.taken}
          onLeave={() => keep(null)}
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
          onApplied={(now) => {
            if (stage.outcome.kind === 'needs-attention' && saves.confirmed)
              saves.foundApplied(stage.outcome.change, now, stage.sentAt)
            else begin(now)
          }}
          onBack={saves.first.close}
          onAgain={() => saves.first.again((key) => tryAgain.mutateAsync({ change: stage.key, key }))}
        />
      </div>
    )
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
          {found && !asking && (
            <EarlierTerms
              savedAt={found.savedAt}
              sent={sent}
              typed={typed}
              {...choice}
              onContinue={() => takeUp(found)}
            />
          )}
          {newer && typed && <ChangedSince onCompare={() => saves.first.finish({ kind: 'stale' }, '', Date.now())} />}
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
          second={second}
          warnings={judgement.warnings}
          by={by}
          why={why}
          onWhy={setWhy}
          saving={stage.saving}
          problem={stage.outcome?.problem ?? null}
          onSave={(script) => saves.confirm(wish(whyOf(why, script)))}
          onClose={saves.first.close}
        />
      )}
    </>
  )
}
