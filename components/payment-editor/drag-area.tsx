'use client'

import { type ReactNode, useRef } from 'react'
import type { Frame } from '@/components/payment-calendar/frame'
import { say } from '@/components/ui/updates'
import { addMonths } from '@/lib/calendar-date'
import { monthLabel } from '@/lib/schedules/calendar-view'
import { droppedText } from '@/lib/schedules/target-words'
import { dragParts } from './on-demand'
import { type DraftState, onceSeen } from './use-draft'
import { useDrag } from './use-drag'

const ALONE: readonly string[] = []

export type DragAreaProps = {
  state: DraftState
  frame: Frame
  /** False while a payment is in hand without a pointer: the next press puts that one down. */
  free: boolean
  children: ReactNode
}

/** The calendar within which payments are dragged. What is drawn below is not drawn again while one is in hand. */
export function DragArea({ state, frame, free, children }: DragAreaProps) {
  const area = useRef<HTMLDivElement>(null)
  const { month, turnTo, goTo } = frame
  const { selected } = state.selection
  const { held, chip, note } = useDrag(area, {
    draft: state.draft,
    setting: state.setting,
    free,
    along: (row) => (selected.has(row) ? [...selected].filter((id) => id !== row) : ALONE),
    onDrop: ({ id, date: from }, { date, bankingDays }, along) => {
      const words = from ? droppedText(from, date, along.length) : undefined
      // The payment on its new day first: what that means for all the others is found once it is seen there.
      if (along.length === 0) state.act({ kind: 'move', row: id, to: date }, words, onceSeen)
      else state.act({ kind: 'move-by', rows: [id, ...along], bankingDays }, words, onceSeen)
      goTo(date)
    },
    onPutBack: (date, { text, seen }) => {
      if (seen) say(text)
      else state.tell(text)
      goTo(date)
    },
    onTurn: (way) => turnTo(addMonths(month, way)),
    labelOf: (way) => monthLabel(addMonths(month, way)),
    say: state.tell,
  })
  const InHand = dragParts()?.parts.InHand
  return (
    <div ref={area}>
      {children}
      {held && InHand && <InHand held={held} chip={chip} note={note} />}
    </div>
  )
}
