'use client'

import { Check, ChevronsLeftRight, GripVertical, Layers, OctagonAlert } from 'lucide-react'
import type { Ref } from 'react'
import { createPortal } from 'react-dom'
import { type CalendarDate, formatDayAndMonth } from '@/lib/calendar-date'
import { formatPounds, type Pence } from '@/lib/money'

export type Held = {
  row: string
  date: CalendarDate
  /** Of all that is in hand together. */
  amount: Pence
  count: number
  /** CSS pixels of the chip that was picked up. */
  width: number
}

const FIXED = 'pointer-events-none fixed top-0 left-0 z-(--z-drag) will-change-transform print:hidden'

/** The payment in hand and the text beside it. They are moved and worded from outside (drag-hand.ts), not by drawing them again. */
export function InHand({ held, chip, note }: { held: Held; chip: Ref<HTMLDivElement>; note: Ref<HTMLDivElement> }) {
  const several = held.count > 1
  const Icon = several ? Layers : GripVertical
  return createPortal(
    <div aria-hidden>
      <div
        ref={chip}
        data-in-hand
        style={{ minWidth: held.width }}
        className={`${FIXED} flex h-7 items-center gap-1.5 whitespace-nowrap rounded-chip bg-accent px-[7px] text-on-accent text-small tabular-nums shadow-float forced-colors:outline-2 forced-colors:outline-[Highlight]`}
      >
        <Icon size={14} strokeWidth={1.9} className="flex-none" />
        <b className="font-strong">{formatPounds(held.amount)}</b>
        <span className="ml-auto pl-1.5 text-micro">
          {several ? `${held.count} payments` : `from ${formatDayAndMonth(held.date)}`}
        </span>
      </div>
      <div
        ref={note}
        hidden
        className={`${FIXED} group w-max max-w-[min(24rem,calc(100vw-1rem))] rounded-control bg-ink px-2.5 py-1.5 text-micro text-surface shadow-float forced-colors:outline-1 forced-colors:outline-[CanvasText]`}
      >
        <span className="flex items-start gap-2">
          <Check size={14} strokeWidth={2.2} className="mt-0.5 hidden flex-none group-data-[tone=allowed]:block" />
          <OctagonAlert size={14} strokeWidth={2} className="mt-0.5 hidden flex-none group-data-[tone=refused]:block" />
          <ChevronsLeftRight
            size={14}
            strokeWidth={2}
            className="mt-0.5 hidden flex-none group-data-[tone=turns]:block"
          />
          <span>
            <b data-part="head" className="block font-strong text-small" />
            <span data-part="more" className="block" />
          </span>
        </span>
      </div>
    </div>,
    document.body,
  )
}
