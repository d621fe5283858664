'use client'

import { type KeyboardEvent, memo, Suspense, useEffect, useRef, useState } from 'react'
import type { Frame } from '@/components/payment-calendar/frame'
import { ViewSkeleton } from '@/components/payment-calendar/view-skeleton'
import type { Reviewer } from '@/components/review/reviewer'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { countOf } from '@/lib/count'
import { useTryAgain } from '@/lib/queries/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { History } from '@/lib/schedules/draft-history'
import { useChangeRule } from './change-rule'
import { DraftBar } from './draft-bar'
import { DraftViews } from './draft-views'
import { editorKey } from './editor-key'
import { ChangedSince, EarlierDraft, PlanMeter, prepareAll, prepareSeveral, SelectedPayments } from './on-demand'
import type { OutcomeViewProps } from './outcome-view'
import { PlacedNote } from './placed-note'
import { OutcomeView, ReviewUpcoming, SavedPanel } from './settling'
import { type Editor, useEditor } from './use-editor'
import { type Errand, useErrand } from './use-errand'

export type PaymentEditorProps = {
  /** The schedule as it was just read, with its basis. */
  answer: ScheduleAnswer
  by: Reviewer
  /** The payment calendar that this stands in. */
  frame: Frame
  /** What was asked for elsewhere on the page; done once, and then told. */
  errand?: Errand | null
  onErrandDone?: () => void
}

/** What the first change does without is fetched this long after the editor stands. */
const ALL_AFTER_MS = 5_000

/** "1 unsaved change.", after what a command did. */
const unsavedText = (count: number) =>
  count === 0 ? 'No unsaved changes.' : `${count} unsaved ${count === 1 ? 'change' : 'changes'}.`

/** The rows of the last command: where "next" counts from. */
function lastTouched(history: History): string | null {
  for (const { command } of [...history.past].reverse()) {
    if (command.kind === 'discard') return null
    if ('row' in command) return command.row
    if ('rows' in command && command.kind !== 'pin') return command.rows.at(-1) ?? null
  }
  return null
}

/**
 * The upcoming payments of one schedule, to be changed, reviewed and saved as a whole: one draft above three equal views.
 * What a person types stays through failures, refetches and changes of the view: a newer reading is taken over only while
 * nothing was changed here. What the payment calendar around it does by itself does not draw it again.
 */
export const PaymentEditor = memo(function PaymentEditor(props: PaymentEditorProps) {
  const { answer, by, frame, errand = null, onErrandDone } = props
  const editor = useEditor(answer)
  const { opened, state, stage } = editor
  const { history, judgement } = state
  const region = useRef<HTMLElement>(null)
  const [proposal, setProposal] = useState<string | null>(null)
  useErrand({ errand, editor, frame, region, onDone: onErrandDone, onProposed: setProposal })
  const toPayments = () =>
    region.current?.querySelector<HTMLElement>('input:not([readonly]), [role=gridcell][tabindex="0"]')?.focus()
  const rule = useChangeRule({
    id: opened.schedule.id,
    changes: judgement.changes.length,
    canSave: judgement.canSave,
    onReview: editor.review,
    onDiscard: editor.discard,
  })

  useEffect(() => {
    const timer = setTimeout(() => void prepareAll(), ALL_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Shift') prepareSeveral()
    const review = () => {
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
      setTimeout(() => region.current?.querySelector<HTMLElement>('[data-review]')?.click())
    }
    const act = editorKey(event, editor, review, frame.goTo)
    if (!act) return
    event.preventDefault()
    act()
  }

  if (stage.at === 'done' && stage.outcome.kind !== 'saved' && stage.outcome.kind !== 'not-sent')
    return (
      <Suspense fallback={<ViewSkeleton />}>
        <Outcome editor={editor} stage={stage} outcome={stage.outcome} />
      </Suspense>
    )
  return (
    <section
      ref={region}
      aria-label="Payment editor"
      onKeyDown={keys}
      className="flex min-h-[calc(100dvh-18.5rem)] flex-col"
    >
      {proposal && !editor.saved && <Proposal words={proposal} onDismiss={() => setProposal(null)} />}
      <Notes editor={editor} id={answer.schedule.id} onDecided={toPayments} />
      {opened.schedule.kind === 'plan' && (
        <PlanMeter
          schedule={opened.schedule}
          draft={state.draft}
          setting={state.setting}
          after={lastTouched(history)}
          act={state.act}
          changeRule={rule.changeRule}
        />
      )}
      <DraftViews state={state} frame={frame} onBusy={editor.setBusy} changeRule={rule.changeRule} />
      <DraftBar
        judgement={judgement}
        history={history}
        onUndo={state.back}
        onRedo={state.forward}
        onDiscard={() => {
          editor.discard()
          toPayments()
        }}
        onReview={editor.review}
      >
        {state.selection.selected.size > 0 && (
          <SelectedPayments
            draft={state.draft}
            setting={state.setting}
            selected={state.selection.selected}
            act={state.act}
            onClear={state.selection.clear}
          />
        )}
      </DraftBar>
      {rule.question}
      <p role="status" aria-label="Calendar messages" className="sr-only">
        <span key={state.message.turn}>
          {state.message.text}
          {state.message.counts && ` ${unsavedText(judgement.changes.length)}`}
        </span>
      </p>
      {stage.at === 'reviewing' && (
        <Suspense fallback={null}>
          <ReviewUpcoming
            opened={opened}
            state={state}
            by={by}
            why={editor.why}
            onWhy={editor.setWhy}
            saving={stage.saving}
            problem={stage.outcome?.problem ?? null}
            onSave={editor.send}
            onClose={editor.close}
          />
        </Suspense>
      )}
    </section>
  )
})

/** What a warning that led here proposes: a draft that nobody typed says how it came about. */
function Proposal({ words, onDismiss }: { words: string; onDismiss: () => void }) {
  return (
    <div className="mb-3">
      <Banner live="status" actions={<TextButton onClick={onDismiss}>Dismiss</TextButton>}>
        {words}
      </Banner>
    </div>
  )
}

/** What stands above the views: work found, a draft that nobody typed, what was saved, and what came meanwhile. */
function Notes({ editor, id, onDecided }: { editor: Editor; id: string; onDecided: () => void }) {
  const { saved, close, overtaken, finish } = editor
  return (
    <>
      {editor.found && <EarlierDraft editor={editor} found={editor.found} onDecided={onDecided} />}
      <PlacedNote id={id} />
      {saved && (
        <Suspense fallback={null}>
          <SavedPanel answer={saved} onDone={close} />
        </Suspense>
      )}
      {overtaken && <ChangedSince onCompare={() => finish({ kind: 'stale' }, '', Date.now())} />}
    </>
  )
}

type DoneStage = Extract<Editor['stage'], { at: 'done' }>

/** What came of sending, where the editor stood. */
function Outcome({
  editor,
  stage,
  outcome,
}: {
  editor: Editor
  stage: DoneStage
  outcome: OutcomeViewProps['outcome']
}) {
  const { opened, state, close, again, finishFollowed, goOn } = editor
  const tryAgain = useTryAgain(opened.schedule.id)
  return (
    <OutcomeView
      outcome={outcome}
      changeId={stage.key}
      sentAt={stage.sentAt}
      opened={opened}
      wanted={state.judgement.payments}
      before={state.draft.listed}
      what={countOf(state.judgement.changes.length, 'change')}
      state={state}
      trying={tryAgain.isPending}
      onOutcome={(now) => finishFollowed(now, stage.key, stage.sentAt)}
      onBack={close}
      onAgain={() => again((key) => tryAgain.mutateAsync({ change: stage.key, key }))}
      onContinue={goOn}
    />
  )
}
