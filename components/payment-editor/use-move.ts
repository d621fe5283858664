'use client'

import { useCallback, useMemo, useState } from 'react'
import type { Frame } from '@/components/payment-calendar/frame'
import type { Hand } from '@/components/payment-calendar/month-grid'
import type { CalendarDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { isFixed, rowOf } from '@/lib/schedules/draft'
import { type Target, targetsOf } from '@/lib/schedules/draft-target'
import { cancelledText, droppedText, overText, pickedUpText } from '@/lib/schedules/target-words'
import type { DraftState } from './use-draft'

/** What is picked up, and the day it was on then: another draft below it empties the hand. */
type PickedUp = { row: string; from: CalendarDate }

/**
 * Move mode without dragging: a payment is picked up by key or from its popover, a day is chosen by the keys of the
 * calendar or by pressing it, and there it is put down. Blocked days say why and keep it in hand.
 */
export function useMove(state: DraftState, frame: Frame) {
  const { draft, setting, act, tell } = state
  const { focus, goTo } = frame
  const [picked, setPicked] = useState<PickedUp | null>(null)
  const row = picked ? rowOf(draft, picked.row) : undefined
  const held = picked && row?.date === picked.from ? row : undefined
  const judge = useMemo(() => (held ? targetsOf(draft, held.id, setting) : null), [held, draft, setting])
  const over = focus ?? picked?.from ?? null
  const target = judge && over ? judge(over) : null
  const notices = setting.method !== 'card'

  const pickUp = useCallback(
    (id: string): boolean => {
      const own = rowOf(draft, id)
      if (!own?.date || isFixed(own, setting)) return false
      setPicked({ row: id, from: own.date })
      goTo(own.date)
      tell(pickedUpText(own))
      return true
    },
    [draft, setting, goTo, tell],
  )
  /** Says what the day under the hand would be; the focus went there already. */
  const stretch = (date: CalendarDate) => {
    if (judge) tell(overText(judge(date), notices))
  }
  const drop = (date: CalendarDate) => {
    if (!judge || !picked) return
    const there = judge(date)
    if (!there.allowed) return tell(overText(there, notices))
    setPicked(null)
    if (date === picked.from) tell(cancelledText(picked.from))
    else act({ kind: 'move', row: picked.row, to: date }, droppedText(picked.from, date))
    goTo(date)
  }
  /** Puts back; with `stay` the focus goes on to wherever it is going. */
  const putBack = (stay = false) => {
    if (!picked) return
    setPicked(null)
    tell(cancelledText(picked.from))
    if (!stay) goTo(picked.from)
  }
  const hand: Hand | null =
    held && picked && over && target
      ? { amount: formatPounds(held.amount ?? 0), from: picked.from, over, allowed: target.allowed }
      : null
  return { hand, target: target as Target | null, notices, pickUp, stretch, drop, putBack }
}
