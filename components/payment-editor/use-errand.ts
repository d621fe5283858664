'use client'

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { Frame } from '@/components/payment-calendar/frame'
import { type CalendarDate, formatLongDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { type DraftRow, isFixed, rowOf } from '@/lib/schedules/draft'
import type { Fix } from '@/lib/schedules/fix-address'
import type { Proposal, proposeFix } from '@/lib/schedules/fixes'
import { commandPhrase } from './command-words'
import type { Editor } from './use-editor'

/** What the head of the page, or a warning that led here, asks of the payments. A new object each time. */
export type Errand = { kind: 'skip-next' | 'go-to-next' } | { kind: 'fix'; fix: Fix }

/** Why the watchlist proposes nothing. */
function noneText(proposal: Extract<Proposal, { none: string }>): string {
  switch (proposal.none) {
    case 'gone':
      return 'What the watchlist found is not so any more. Nothing was changed.'
    case 'too-late':
      return `Too late to change: the payment of ${formatLongDate(proposal.date)} is Locked. Nothing was changed.`
    case 'choose':
      return 'No single change here would mend what the watchlist found. Nothing was changed: choose what is to be done.'
  }
}
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
  const propose = useEffectEvent((fix: Fix, proposalOf: typeof proposeFix) => {
    const { draft, setting } = state
    const found = proposalOf(fix, editor.opened.schedule, draft, setting)
    if ('none' in found) {
      const text = noneText(found)
      state.tell(text)
      return onProposed(text)
    }
    const row = rowOf(draft, found.row)
    const [first] = found.commands
    if (!row || !first) return
    const now = rowOf(
      found.commands.reduce((_, command) => state.act(command), draft),
      found.row,
    )
    const moved = now?.date && now.date !== row.date ? ` to ${formatLongDate(now.date)}` : ''
    const placed = found.commands.some(({ kind }) => kind === 'spread')
      ? ` and spread its ${formatPounds(row.amount ?? 0)} over the other instalments`
      : ''
    onProposed(`The watchlist proposes: ${commandPhrase(first, draft)}${moved}${placed}. ${UNSAVED}`)
    if (now?.date) goToRow(now, now.date)
  })
  const run = useEffectEvent((asked: Errand) => {
    onDone?.()
    if (asked.kind === 'fix') {
      const { fix } = asked
      void import('@/lib/schedules/fixes').then(({ proposeFix }) => propose(fix, proposeFix))
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
