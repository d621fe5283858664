'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCircumstances, useLondonNow } from '@/components/circumstances'
import { NOTHING_SENT } from '@/components/review/outcome'
import type { Reviewer } from '@/components/review/reviewer'
import { needsAgreement } from '@/components/review/reviewer'
import { REASON_WORDS, type WhyFault, whyFaults } from '@/components/review/why-form'
import { Button } from '@/components/ui/button'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { dayAndTime } from '@/lib/calendar-date'
import { type NewSchedule, REASONS } from '@/lib/schedules/changes'
import { forecastNew } from '@/lib/schedules/check-new'
import { crmNoteNew, readAloudNew } from '@/lib/schedules/new-script'
import { isUntouched, type NewFault, type NewText, readNewText, stepOfField } from '@/lib/schedules/new-text'
import { noticeClass } from '@/lib/schedules/notice'
import { AlikeDialog } from './alike-dialog'
import { AmountsStep } from './amounts-step'
import { CheckStep } from './check-step'
import { CreateOutcome } from './create-outcome'
import { FaultSummary } from './fault-summary'
import { Forecast } from './forecast'
import { NewFormContext } from './form'
import { STEP_NAMES, StepList } from './step-list'
import { useCreating } from './use-creating'
import type { NewWork, useNewDraft } from './use-new-draft'
import { type Step, useStep } from './use-step'
import { WhoStep } from './who-step'

export type NewScheduleFormProps = {
  by: Reviewer
  begin: NewWork
  /** It was being sent when the page was left: the key, and when (ms). */
  sent: { key: string; at: number } | null
  draft: Pick<ReturnType<typeof useNewDraft>, 'saved' | 'keepSoon' | 'keepWithKey' | 'drop'>
}

const TARGETS = { sandbox: 'Sandbox', uat: 'UAT', live: 'Live' } as const

/** The three steps of a new schedule, and what came of it. What is typed stays through steps, failures and reloads. */
export function NewScheduleForm({ by, begin, sent, draft }: NewScheduleFormProps) {
  const c = useCircumstances()
  const now = useLondonNow()
  const [work, setWork] = useState(begin)
  const [usual, setUsual] = useState<number | null>(null)
  const [tried, setTried] = useState<{ step: Step; count: number } | null>(null)
  const [told, setTold] = useState<NewFault[]>([])
  const { text, why, recreates } = work
  const reading = useMemo(() => readNewText(text, c), [text, c])
  const faultsOf = (step: Step) => [...reading.faults, ...told].filter(({ path }) => stepOfField(path) === step)
  const reachable: Step = faultsOf(1).length > 0 ? 1 : faultsOf(2).length > 0 ? 2 : 3
  const { step, go } = useStep(reachable)

  const set = useCallback((part: Partial<NewText>) => {
    setWork((now) => ({ ...now, text: { ...now.text, ...part } }))
    setTold((now) => now.filter(({ path }) => !(path in part)))
  }, [])
  const { saved, keepSoon, keepWithKey, drop } = draft
  const latest = useRef(work)
  latest.current = work
  const keep = useCallback((key: string) => keepWithKey(latest.current, key), [keepWithKey])
  const keepOn = useCallback(() => keepSoon(latest.current), [keepSoon])
  const creating = useCreating(keep, keepOn)
  const { stage, open, close, save, finish } = creating

  const outcome = stage.at === 'done' ? stage.outcome : null
  const made = outcome?.kind === 'saved' || outcome?.kind === 'adjusted' ? outcome.answer : null
  const sending = stage.at === 'reviewing' && stage.saving
  const typing = stage.at === 'editing' || (stage.at === 'reviewing' && !stage.saving)
  const changed = work !== begin
  useEffect(() => {
    if (typing && changed && !isUntouched(work.text)) keepSoon(work)
  }, [typing, changed, work, keepSoon])
  useEffect(() => {
    if (made) drop()
  }, [made, drop])
  useEffect(() => {
    if (step === 3 && stage.at === 'editing') open()
    else if (step !== 3 && stage.at === 'reviewing') close()
  }, [step, stage.at, open, close])
  // Work that was on its way when the page was left is asked after, not sent again. It goes before the opening of the last step.
  const [resume] = useState(sent)
  useEffect(() => {
    if (resume) finish({ kind: 'open', problem: null }, resume.key, resume.at)
  }, [resume, finish])
  const problem = stage.at === 'reviewing' ? (stage.outcome?.problem ?? null) : null
  useEffect(() => {
    if (problem?.kind === 'bad-input') setTold(problem.fields)
  }, [problem])

  const heading = useRef<HTMLHeadingElement>(null)
  const shownStep = useRef(step)
  useEffect(() => {
    if (shownStep.current !== step) heading.current?.focus()
    shownStep.current = step
  }, [step])

  const { wanted, parts } = reading
  const rows = useMemo(() => (parts ? forecastNew(parts, c) : []), [parts, c])
  const short = parts !== null && rows.some(({ date }) => noticeClass(date, parts.method, c) === 'short-notice')
  const agreement = needsAgreement(by, short)
  const script = wanted && parts ? readAloudNew(wanted, parts, rows, c) : ''
  const reason = REASONS.find((one) => one === why.reason)
  const person = { person: by.name, at: dayAndTime(now), reason: reason ? REASON_WORDS[reason] : null }
  const note = wanted && parts ? crmNoteNew(wanted, parts, rows, person) : ''
  const serverWhy = told.flatMap(({ path, message }): WhyFault[] =>
    path === 'reason' || path === 'note' || path === 'agreed' ? [{ field: path, message }] : [],
  )
  const missing = whyFaults(why, script, agreement).filter(({ field }) => short || field !== 'reason')
  const faults = step === 3 ? [...missing.map(({ field, message }) => ({ path: field, message }))] : faultsOf(step)
  const showing = tried?.step === step && faults.length > 0

  const bodyOf = (schedule: NewSchedule, evenIfAlike: boolean): NewSchedule => ({
    ...schedule,
    ...(recreates !== null && { recreates }),
    ...(reason && { reason }),
    ...(why.note.trim() !== '' && { note: why.note.trim() }),
    ...(why.agreedTo === script && { agreed: true }),
    ...(evenIfAlike && { evenIfAlike }),
  })
  const onward = () => {
    if (faults.length > 0) return setTried({ step, count: (tried?.count ?? 0) + 1 })
    setTried(null)
    if (step < 3) return go((step + 1) as Step)
    if (wanted && !sending) {
      setTold([])
      void save(bodyOf(wanted, false))
    }
  }
  const errorAt = (path: string) =>
    (tried?.step === step || told.some((one) => one.path === path)
      ? [...told, ...reading.faults].find((one) => one.path === path)
      : reading.faults.find((one) => one.path === path && isFilled(text, path))
    )?.message

  if (stage.at === 'done' && outcome && !(outcome.kind === 'busy' && creating.alike))
    return (
      <CreateOutcome
        outcome={outcome}
        changeId={stage.key}
        sentAt={stage.sentAt}
        forecast={rows}
        recreates={recreates}
        trying={creating.sending}
        onOutcome={(next) => finish(next, stage.key, stage.sentAt)}
        onBack={close}
        onAgain={() => void creating.tryAgain(stage.key)}
        onMade={drop}
      />
    )
  return (
    <NewFormContext value={{ text, set, reading, c, errorAt, usual, setUsual }}>
      <StepList step={step} onStep={go} />
      {showing && <FaultSummary faults={faults} told={tried.count} />}
      {problem && problem.kind !== 'bad-input' && (
        <div className="mb-4">
          <ProblemPanel problem={problem} standing={NOTHING_SENT} />
        </div>
      )}
      <div className={step === 3 ? undefined : 'grid gap-x-12 gap-y-8 lg:grid-cols-[26rem_minmax(0,1fr)]'}>
        <section aria-labelledby="new-step" className="min-w-0">
          <h2 id="new-step" ref={heading} tabIndex={-1} className="mb-4 text-title font-strong outline-none">
            {STEP_NAMES[step]}
          </h2>
          {step === 1 && <WhoStep />}
          {step === 2 && <AmountsStep />}
          {step === 3 && (
            <CheckStep
              script={script}
              crmNote={note}
              why={why}
              onWhy={(next) => {
                setWork((now) => ({ ...now, why: next }))
                setTold((now) => now.filter(({ path }) => stepOfField(path) !== 3))
              }}
              faults={[...(showing ? missing : []), ...serverWhy]}
              short={short}
              needsAgreement={agreement}
              busy={sending}
              onStep={go}
            />
          )}
        </section>
        {step === 2 && <Forecast />}
      </div>
      <section
        aria-label="Draft"
        className="sticky bottom-0 z-(--z-sticky) -mx-4 mt-6 flex min-h-13 flex-wrap items-center justify-end gap-2 border-line-strong border-t bg-surface px-4 py-2 sm:-mx-6 sm:px-6"
      >
        <span
          className={`flex flex-1 flex-wrap justify-between gap-x-3 text-ink-3 text-small ${step === 3 ? 'max-sm:basis-full' : ''}`}
        >
          <span role="status">
            {saved === 'kept' && 'Draft kept'}
            {saved === 'failing' && 'The draft could not be kept; it stands on this page.'}
          </span>
          {step === 3 && <span>Creates in SmarterPay {TARGETS[by.target]}</span>}
        </span>
        {step > 1 && (
          <Button blocked={sending} onClick={() => go((step - 1) as Step)}>
            Back
          </Button>
        )}
        <Button variant="primary" blocked={sending} onClick={onward}>
          {step < 3 ? 'Continue' : sending ? 'Creating…' : 'Create schedule'}
        </Button>
      </section>
      {creating.alike && (
        <AlikeDialog
          alike={creating.alike}
          onYes={() => {
            creating.forgetAlike()
            close()
            if (wanted) void save(bodyOf(wanted, true))
          }}
          onNo={() => {
            creating.forgetAlike()
            close()
          }}
        />
      )}
    </NewFormContext>
  )
}

/** Something was typed into the field, so that what is wrong with it may be told at once. */
function isFilled(text: NewText, path: string): boolean {
  const value = path in text ? text[path as keyof NewText] : ''
  // A half-typed day or amount is not wrong yet; a whole one may be.
  return typeof value === 'string' && value.trim().length >= 8 && /Date$/.test(path)
}
