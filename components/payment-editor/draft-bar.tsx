'use client'

import { Redo2, TriangleAlert, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { formatPounds } from '@/lib/money'
import type { DraftJudgement } from '@/lib/schedules/draft-check'
import type { History } from '@/lib/schedules/draft-history'
import { totalOf } from '@/lib/schedules/upcoming'
import { wholeText } from './remark-words'
import { prepareSettling } from './settling'

/** Why saving is blocked, in one sentence; null where it is not, or where nothing was changed. */
export function blockedText(judgement: DraftJudgement): string | null {
  if (judgement.canSave) return null
  const rows = [...judgement.remarks.values()].filter((remarks) => remarks.some(({ stops }) => stops)).length
  if (rows > 0)
    return rows === 1 ? 'One payment cannot be saved as it is.' : `${rows} payments cannot be saved as they are.`
  return judgement.whole.filter(({ stops }) => stops).flatMap((finding) => wholeText(finding) ?? [])[0] ?? null
}

const STEP = 'max-sm:w-11 max-[350px]:w-10 max-sm:px-0 aria-disabled:border-transparent! aria-disabled:bg-transparent!'
const changesText = (count: number) => (count === 0 ? 'No changes' : count === 1 ? '1 change' : `${count} changes`)

export type DraftBarProps = {
  judgement: DraftJudgement
  history: History
  onUndo: () => void
  onRedo: () => void
  onDiscard: () => void
  onReview: () => void
  /** What is done to several payments, while some are marked. */
  children?: ReactNode
}

/** Stuck to the bottom of the editor: what the draft comes to, and the way on. */
export function DraftBar(props: DraftBarProps) {
  const { judgement, history, onUndo, onRedo, onDiscard, onReview, children } = props
  const { changes, payments } = judgement
  const [was, is] = [totalOf(history.draft.listed), totalOf(payments)]
  const blocked = blockedText(judgement)
  const dirty = changes.length > 0 || blocked !== null
  return (
    <section
      aria-label="Draft"
      className="sticky bottom-0 z-(--z-sticky) -mx-4 mt-auto -mb-10 flex min-h-13 flex-wrap items-center gap-x-2 gap-y-1.5 border-line-strong border-t bg-surface px-4 py-2 text-[0.84375rem] sm:-mx-6 sm:px-6 print:hidden"
    >
      {children}
      <span className="flex items-center gap-2 tabular-nums max-sm:w-full">
        {dirty && <i aria-hidden className="size-2 flex-none rounded-full bg-accent" />}
        <b className="font-strong">{changesText(changes.length)}</b>
        {changes.length > 0 && (
          <span className="text-ink-2">
            {was === is ? 'total unchanged' : `total ${formatPounds(was)} → ${formatPounds(is)}`}
          </span>
        )}
      </span>
      {blocked && (
        <span className="inline-flex items-center gap-1.5 border-line font-medium text-warn max-sm:w-full sm:border-l sm:pl-3">
          <TriangleAlert aria-hidden size={14} strokeWidth={1.9} className="flex-none" />
          {blocked}
        </span>
      )}
      <span className="ml-auto flex flex-wrap items-center justify-end gap-2 max-sm:w-full max-sm:gap-1 max-[350px]:-mx-2 max-[350px]:w-[calc(100%+1rem)]">
        <Button variant="quiet" icon={Undo2} blocked={history.past.length === 0} onClick={onUndo} className={STEP}>
          <span className="max-sm:sr-only">Undo</span>
        </Button>
        <Button variant="quiet" icon={Redo2} blocked={history.future.length === 0} onClick={onRedo} className={STEP}>
          <span className="max-sm:sr-only">Redo</span>
        </Button>
        <Button blocked={!dirty} onClick={onDiscard} className="max-sm:flex-auto">
          <span>
            Discard<span className="max-sm:sr-only"> changes</span>
          </span>
        </Button>
        <Button
          variant="primary"
          data-review
          blocked={!judgement.canSave}
          onClick={onReview}
          onPointerEnter={prepareSettling}
          onFocus={prepareSettling}
          className="max-sm:flex-auto"
        >
          Review and save
        </Button>
      </span>
    </section>
  )
}
