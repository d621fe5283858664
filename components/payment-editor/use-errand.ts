'use client'

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { Frame } from '@/components/payment-calendar/frame'
import { type CalendarDate, formatLongDate } from '@/lib/calendar-date'
import { type DraftRow, isFixed, rowOf } from '@/lib/schedules/draft'
import type { Fix } from '@/lib/schedules/fix-address'
import type { fixCommand } from '@/lib/schedules/fixes'
import { commandPhrase } from './command-words'
import type { Editor } from './use-editor'

/** What the head of the page, or a warning that led here, asks of the payments. A new object each time. */
export type Errand = { kind: 'skip-next' | 'go-to-next' } | { kind: 'fix'; fix: Fix }

const NO_FIX =
  'No single change here would mend what the watchlist found. Nothing was changed: choose what is to be done.'
const UNSAVED = 'Nothing is saved until it is reviewed and saved.'

/** The next payment of a draft that takes money. */
function nextRow({ draft }: Editor['state']): DraftRow | null {
  const taking = draft.rows.filter(({ date, amount }) => date !== null && amount !== null && amount > 0)
  return taking.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))[0] ?? null
}

const PATIENCE_MS = 5_000

/** The list may still be on its way, or be drawn down to that row; who has gone elsewhere by then is left there. */
function focusOnceThere(find: () => HTMLElement | null): void {
  const [until, from] = [performance.now() + PATIENCE_MS, document.activeElement]
  const look = () => {
    const there = find()
    if (there) there.focus()
    else if (performance.now() < until && document.activeElement === from) requestAnimationFrame(look)
  }
  look()
}

export type ErrandProps = {
  errand: Errand | null
  editor: Editor
  frame: Frame
  region: RefObject<HTMLElement | null>
  onDone: (() => void) | undefined
  /** What was proposed, in words. */
  onProposed: (words: string) => void
}

/**
 * Does an errand as soon as it can be: not before a person chose about the work of an earlier visit, and not while something
 * is being saved. The focus goes to the payment.
 */
export function useErrand({ errand, editor, frame, region, onDone, onProposed }: ErrandProps) {
  const { state, stage, settled } = editor
  const { view, goTo, show } = frame
  const goToRow = (row: DraftRow, date: CalendarDate) => {
    if (view === 'year') show('calendar')
    goTo(date)
    if (view !== 'list') return
    const day = formatLongDate(row.listed?.date ?? date)
    focusOnceThere(() => region.current?.querySelector(`input[aria-label="Amount in pounds, ${day}"]`) ?? null)
  }
  const propose = useEffectEvent((fix: Fix, commandOf: typeof fixCommand) => {
    const { draft, setting } = state
    const found = commandOf(fix, editor.opened.schedule, draft, setting)
    const row = found && rowOf(draft, found.row)
    if (!found || !row) {
      state.tell(NO_FIX)
      return onProposed(NO_FIX)
    }
    const now = rowOf(state.act(found.command), found.row)
    const phrase = commandPhrase(found.command, draft)
    onProposed(
      `The watchlist proposes: ${phrase}${now?.date && now.date !== row.date ? ` to ${formatLongDate(now.date)}` : ''}. ${UNSAVED}`,
    )
    if (now?.date) goToRow(now, now.date)
  })
  const run = useEffectEvent((asked: Errand) => {
    onDone?.()
    if (asked.kind === 'fix') {
      const { fix } = asked
      void import('@/lib/schedules/fixes').then(({ fixCommand }) => propose(fix, fixCommand))
      return
    }
    const row = nextRow(state)
    if (!row?.date) return state.tell('No payment is due that could be changed.')
    if (asked.kind === 'skip-next') {
      if (isFixed(row, state.setting)) state.tell(`Too late to change: the payment of ${formatLongDate(row.date)}.`)
      else state.act({ kind: 'skip', rows: [row.id] })
    }
    goToRow(row, row.date)
  })
  const ready = settled && (stage.at === 'editing' || (stage.at === 'done' && stage.outcome.kind === 'saved'))
  const done = useRef<Errand | null>(null)
  useEffect(() => {
    if (!errand || !ready || done.current === errand) return
    done.current = errand
    run(errand)
  }, [errand, ready])
}
