'use client'

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { FoundDraft } from '@/components/review/found-draft'
import type { Reviewer } from '@/components/review/reviewer'
import { SavedPanel } from '@/components/review/saved-panel'
import { useSaving } from '@/components/review/use-saving'
import { EMPTY_WHY, type WhyText, whyOf } from '@/components/review/why-form'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { changeQuery, useReplaceUpcoming, useTryAgain } from '@/lib/queries/changes'
import type { ReplaceUpcoming } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { DraftBar } from './draft-bar'
import { EditorList } from './editor-list'
import { OutcomeView } from './outcome-view'
import { PlacedNote } from './placed-note'
import { PlanMeter } from './plan-meter'
import { meanwhileText, ReviewUpcoming } from './review-upcoming'
import { useDraft } from './use-draft'
import { type Found, useKept } from './use-kept'

export type PaymentEditorProps = {
  /** The schedule as it was just read, with its basis. */
  answer: ScheduleAnswer
  by: Reviewer
}

const plural = (count: number) => `${count} ${count === 1 ? 'change' : 'changes'}`

/** The rows of the last command: where "next" counts from. */
function lastTouched(history: ReturnType<typeof useDraft>['history']): string | null {
  for (const { command } of [...history.past].reverse()) {
    if ('row' in command) return command.row
    if ('rows' in command && command.kind !== 'pin') return command.rows.at(-1) ?? null
  }
  return null
}

/**
 * The upcoming payments of one schedule, to be changed, reviewed and saved as a whole. What a person types stays through
 * failures and refetches: a newer reading is taken over only while nothing was changed here.
 */
export function PaymentEditor({ answer, by }: PaymentEditorProps) {
  const { kept, found, keep, decide } = useKept(answer.schedule.id)
  const [opened, setOpened] = useState(kept?.opened ?? answer)
  const state = useDraft(opened.schedule, kept?.history)
  const { history, judgement, restart } = state
  const [why, setWhy] = useState<WhyText>(kept?.why ?? EMPTY_WHY)
  const region = useRef<HTMLElement>(null)
  const { mutateAsync } = useReplaceUpcoming(opened.schedule.id)
  const tryAgain = useTryAgain(opened.schedule.id)
  const send = useCallback((body: ReplaceUpcoming, key: string) => mutateAsync({ ...body, key }), [mutateAsync])
  const { stage, key, open, close, save, again, finish, resume } = useSaving(send, kept?.key)

  const goOn = (from: ScheduleAnswer, wish?: readonly UpcomingPayment[], review = false) => {
    setOpened(from)
    restart(from.schedule.upcoming ?? [], wish)
    if (wish === undefined) setWhy(EMPTY_WHY)
    if (review) open()
    else close()
  }
  const untouched = history.past.length === 0 && history.future.length === 0 && judgement.changes.length === 0
  const saved = stage.at === 'done' && stage.outcome.kind === 'saved' ? stage.outcome.answer : null
  const own = saved?.basis === answer.basis || (stage.at === 'reviewing' && stage.saving)
  const newer = !own && answer.basis !== opened.basis && answer.asOf > opened.asOf
  useEffect(() => keep(untouched ? null : { opened, history, why, key }), [keep, untouched, opened, history, why, key])
  const takeUp = useEffectEvent(({ draft, asOf, basis, why: typed, key: standing }: Found) => {
    setOpened(
      basis === answer.basis ? answer : { schedule: { ...answer.schedule, upcoming: [...draft.listed] }, basis, asOf },
    )
    state.resume(draft)
    setWhy(typed)
    if (standing) resume(standing)
    decide('continue')
  })
  // Work that was left while it was being sent is followed first: nobody is asked to send it again.
  const [earlier, setEarlier] = useState(kept?.key ?? null)
  const standing = found?.key ?? earlier
  const sent = useQuery({ ...changeQuery(standing ?? ''), enabled: standing !== null })
  const sentAt = sent.data?.change.id === standing ? sent.data?.change.at : undefined
  useEffect(() => {
    if (!standing || !sentAt) return
    if (found) takeUp(found)
    setEarlier(null)
    finish({ kind: 'open', problem: null }, standing, Date.parse(sentAt))
  }, [found, standing, sentAt, finish])
  useEffect(() => {
    if (!newer || !untouched || stage.at !== 'editing') return
    setOpened(answer)
    restart(answer.schedule.upcoming ?? [])
  }, [newer, untouched, stage.at, answer, restart])
  useEffect(() => {
    if (!saved) return
    setOpened({ schedule: saved.schedule, basis: saved.basis, asOf: saved.change.endedAt ?? saved.change.at })
    restart(saved.schedule.upcoming ?? [])
    setWhy(EMPTY_WHY)
  }, [saved, restart])

  const review = () => {
    if (judgement.canSave) open()
  }
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const letter = event.key.toLowerCase()
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    const act =
      letter === 's'
        ? () => {
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
            setTimeout(() => region.current?.querySelector<HTMLElement>('[data-review]')?.click())
          }
        : typing
          ? null
          : letter === 'z' && !event.shiftKey
            ? state.back
            : letter === 'y' || letter === 'z'
              ? state.forward
              : null
    if (!act) return
    event.preventDefault()
    act()
  }

  if (stage.at === 'done' && stage.outcome.kind !== 'saved' && stage.outcome.kind !== 'not-sent')
    return (
      <OutcomeView
        outcome={stage.outcome}
        changeId={stage.key}
        sentAt={stage.sentAt}
        opened={opened}
        wanted={judgement.payments}
        before={history.draft.listed}
        what={plural(judgement.changes.length)}
        tell={meanwhileText(state)}
        trying={tryAgain.isPending}
        onOutcome={(outcome) => finish(outcome, stage.key, stage.sentAt)}
        onBack={close}
        onAgain={() => again((key) => tryAgain.mutateAsync({ change: stage.key, key }))}
        onContinue={goOn}
      />
    )
  return (
    <section
      ref={region}
      aria-label="Payment editor"
      onKeyDown={keys}
      className="flex min-h-[calc(100dvh-18.5rem)] flex-col"
    >
      {found && !(found.key && sent.isLoading) && (
        <FoundDraft savedAt={found.savedAt} onContinue={() => takeUp(found)} onDiscard={() => decide('discard')} />
      )}
      <PlacedNote id={answer.schedule.id} />
      {saved && <SavedPanel answer={saved} onDone={close} />}
      {newer && !untouched && (
        <div className="mb-3">
          <Banner
            tone="warn"
            live="status"
            title="This schedule changed after you opened it."
            actions={
              <TextButton onClick={() => finish({ kind: 'stale' }, '', Date.now())}>
                Compare with your changes
              </TextButton>
            }
          >
            Your changes are kept. They cannot be saved before they are compared.
          </Banner>
        </div>
      )}
      {opened.schedule.kind === 'plan' && (
        <PlanMeter
          schedule={opened.schedule}
          draft={state.draft}
          setting={state.setting}
          after={lastTouched(history)}
          act={state.act}
        />
      )}
      <EditorList state={state} />
      <DraftBar
        judgement={judgement}
        history={history}
        onUndo={state.back}
        onRedo={state.forward}
        onDiscard={() => {
          restart(opened.schedule.upcoming ?? [])
          setWhy(EMPTY_WHY)
          region.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus()
        }}
        onReview={review}
      />
      <p role="status" aria-label="Calendar messages" className="sr-only">
        {state.message}
        {state.message && ` ${plural(judgement.changes.length)} unsaved.`}
      </p>
      {stage.at === 'reviewing' && (
        <ReviewUpcoming
          opened={opened}
          state={state}
          by={by}
          why={why}
          onWhy={setWhy}
          saving={stage.saving}
          problem={stage.outcome?.problem ?? null}
          onSave={(script) => void save({ basis: opened.basis, payments: judgement.payments, ...whyOf(why, script) })}
          onClose={close}
        />
      )}
    </section>
  )
}
