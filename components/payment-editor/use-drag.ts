'use client'

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterPaint } from '@/components/after-paint'
import type { CalendarDate } from '@/lib/calendar-date'
import { sumPence, toPence } from '@/lib/money'
import { type Draft, type DraftRow, isFixed, rowOf, type Setting } from '@/lib/schedules/draft'
import { type Target, targetsOf } from '@/lib/schedules/draft-target'
import { cancelledText, overText, pickedUpText, returnedText, targetText } from '@/lib/schedules/target-words'
import type { Way } from './drag-edges'
import { type Point, type Press, watchDrags } from './drag-gesture'
import type { Hand, Note, Over } from './drag-hand'
import type { Held } from './in-hand'
import { dragParts, prepareDrag } from './on-demand'

export type DragProps = {
  draft: Draft
  setting: Setting
  /** Whether anything may be picked up now. */
  free: boolean
  /** Ids of what moves along with a row, itself left out. */
  along: (row: string) => readonly string[]
  /** A drop on a day that takes it. */
  onDrop: (row: DraftRow, target: Target, along: readonly string[]) => void
  /** Nothing was moved: the focus goes back to the payment, in its month. `message`: what to say of it, and whether all should see it. */
  onPutBack: (date: CalendarDate, message: { text: string; seen: boolean }) => void
  onTurn: (way: Way) => void
  /** What the page would turn to. */
  labelOf: (way: Way) => string
  /** For the live region. */
  say: (text: string) => void
}

const chipOf = (area: HTMLElement, row: string) => area.querySelector<HTMLElement>(`[data-row="${row}"]`)

/** Payments of the calendar in `area` are dragged to other days. Answers what is in hand, for InHand to draw. */
export function useDrag(area: RefObject<HTMLElement | null>, props: DragProps) {
  const [held, setHeld] = useState<Held | null>(null)
  const chip = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLDivElement>(null)
  const hand = useRef<{ hand: Hand; row: DraftRow; date: CalendarDate; along: readonly string[] }>(null)
  const drags = useRef<ReturnType<typeof watchDrags>>(null)

  const noteOf = useEffectEvent((by: Press['by'], over: Exclude<Over, null>): Note => {
    if ('turns' in over) return { tone: 'turns', head: props.labelOf(over.turns), more: 'Hold here to turn the page.' }
    const { head, more } = targetText(over.target, props.setting.method !== 'card')
    const back = by === 'touch' ? '' : ' Esc puts it back.'
    return over.target.allowed
      ? { tone: 'allowed', head, more: `${more}${back}`.trim() }
      : { tone: 'refused', head, more }
  })
  const turn = useEffectEvent((way: Way) => props.onTurn(way))
  const rested = useEffectEvent((target: Target) => props.say(overText(target, props.setting.method !== 'card')))

  const pickUp = useEffectEvent((press: Press): boolean | 'later' => {
    const { draft, setting } = props
    const table = area.current?.querySelector<HTMLElement>('table')
    const row = rowOf(draft, press.row)
    if (!props.free || !area.current || !table || !row?.date || isFixed(row, setting)) return false
    const along = props.along(row.id)
    const judge = targetsOf(draft, row.id, setting, along)
    if (!judge) return false
    const drawn = dragParts()
    if (!drawn) {
      void prepareDrag()
      return 'later'
    }
    const rows = [row, ...along.flatMap((id) => rowOf(draft, id) ?? [])]
    const amount = toPence(sumPence(rows.map((one) => one.amount ?? 0)))
    const { date } = row
    const { width } = press.chip.getBoundingClientRect()
    // The chip goes with the drop, and days change their place in the tab order: were the focus on one of them, the browser
    // would have to work out the layout of the page in between to tell whether it can stay.
    table.focus({ preventScroll: true })
    flushSync(() => {
      setHeld({ row: row.id, date, amount, count: rows.length, width })
      props.say(pickedUpText(row, along.length))
    })
    if (!chip.current || !note.current) {
      setHeld(null)
      return false
    }
    const taken = drawn.parts.takeInHand({
      press,
      rows: rows.map(({ id }) => id),
      area: area.current,
      table,
      chip: chip.current,
      note: note.current,
      judge,
      noteOf: (over) => noteOf(press.by, over),
      onTurn: (way) => turn(way),
      onRest: (target) => rested(target),
    })
    hand.current = { hand: taken, row, date, along }
    return true
  })

  /** Empties the hand; what comes of `act` is drawn at once and as one, and the chip finds its place on it afterwards. */
  const letGo = useEffectEvent((act: () => void) => {
    const was = hand.current
    hand.current = null
    if (!was) return
    was.hand.letGo()
    const settle = chip.current && dragParts()?.parts.leaveBehind(chip.current)
    flushSync(() => {
      act()
      setHeld(null)
    })
    if (settle) afterPaint(() => settle((area.current && chipOf(area.current, was.row.id)) ?? null))
  })
  const drop = useEffectEvent((at: Point) => {
    const was = hand.current
    if (!was) return
    const target = was.hand.targetAt(at)
    letGo(() => {
      if (target?.allowed && target.date !== was.date) return props.onDrop(was.row, target, was.along)
      const refused = target !== null && !target.allowed
      const text = refused ? returnedText(target, was.date) : cancelledText(was.date)
      props.onPutBack(was.date, { text, seen: refused })
    })
  })
  const cancel = useEffectEvent(() => {
    const was = hand.current
    if (was) letGo(() => props.onPutBack(was.date, { text: cancelledText(was.date), seen: false }))
  })

  useEffect(() => {
    if (!area.current) return
    const watched = watchDrags(area.current, {
      onNear: () => void prepareDrag(),
      onPickUp: (press) => pickUp(press),
      onMove: (to) => hand.current?.hand.move(to),
      onDrop: (at) => drop(at),
      onCancel: () => cancel(),
    })
    drags.current = watched
    return watched.stop
  }, [area])

  // Another month below the hand, or another draft: what is held is still the same payment, or it is put back.
  useLayoutEffect(() => {
    const was = hand.current
    if (!was) return
    const same = rowOf(props.draft, was.row.id) === was.row
    const judge = same ? targetsOf(props.draft, was.row.id, props.setting, was.along) : null
    if (judge) was.hand.refresh(judge)
    else queueMicrotask(() => drags.current?.cancel())
  })

  return { held, chip, note }
}
