'use client'

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { Frame } from '@/components/payment-calendar/frame'
import { formatLongDate } from '@/lib/calendar-date'
import { type DraftRow, isFixed } from '@/lib/schedules/draft'
import type { Editor } from './use-editor'

/** What the head of the page asks of the payments. A new object each time. */
export type Errand = { kind: 'skip-next' | 'go-to-next' }

/** The next payment of a draft that takes money. */
function nextRow({ draft }: Editor['state']): DraftRow | null {
  const taking = draft.rows.filter(({ date, amount }) => date !== null && amount !== null && amount > 0)
  return taking.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))[0] ?? null
}

export type ErrandProps = {
  errand: Errand | null
  editor: Editor
  frame: Frame
  region: RefObject<HTMLElement | null>
  onDone: (() => void) | undefined
}

/**
 * Does an errand as soon as it can be: not before a person chose about the work of an earlier visit, and not while something
 * is being saved. The focus goes to the payment.
 */
export function useErrand({ errand, editor, frame, region, onDone }: ErrandProps) {
  const { state, stage, settled } = editor
  const { view, goTo, show } = frame
  const run = useEffectEvent(({ kind }: Errand) => {
    onDone?.()
    const row = nextRow(state)
    if (!row?.date) return state.tell('No payment is due that could be changed.')
    if (kind === 'skip-next') {
      if (isFixed(row, state.setting)) state.tell(`Too late to change: the payment of ${formatLongDate(row.date)}.`)
      else state.act({ kind: 'skip', rows: [row.id] })
    }
    if (view === 'year') show('calendar')
    goTo(row.date)
    if (view !== 'list') return
    const day = formatLongDate(row.listed?.date ?? row.date)
    region.current?.querySelector<HTMLElement>(`input[aria-label="Amount in pounds, ${day}"]`)?.focus()
  })
  const ready = settled && (stage.at === 'editing' || (stage.at === 'done' && stage.outcome.kind === 'saved'))
  const done = useRef<Errand | null>(null)
  useEffect(() => {
    if (!errand || !ready || done.current === errand) return
    done.current = errand
    run(errand)
  }, [errand, ready])
}
