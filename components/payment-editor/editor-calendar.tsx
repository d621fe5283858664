'use client'

import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { CalendarView } from '@/components/payment-calendar/calendar-view'
import type { Frame } from '@/components/payment-calendar/frame'
import type { GridEditing } from '@/components/payment-calendar/month-grid'
import { useHydrated } from '@/components/ui/hydrated'
import type { CalendarDate } from '@/lib/calendar-date'
import type { ShownDraft } from '@/lib/schedules/draft-shown'
import { actAtKey, handActAtKey } from '@/lib/schedules/editor-keys'
import type { Schedule } from '@/lib/schedules/model'
import type { ShownPayment } from '@/lib/schedules/shown-payments'
import type { ChangeRule } from './change-rule'
import { DragArea } from './drag-area'
import { HandStrip } from './hand-strip'
import { PaymentPanel, preparePanel } from './on-demand'
import { type Panel, useDayActs } from './use-day-acts'
import type { DraftState } from './use-draft'
import { useMove } from './use-move'

const HELP =
  'Use arrow keys to move between days. Press Enter to open, Space to move a payment, Delete to skip it, plus and minus for one working day, X to select it with others.'
const HAND_HELP = 'Use arrow keys to choose a day. Press Space to put the payment down, Escape to put it back.'

export type EditorCalendarProps = {
  /** With the list on which the draft was begun. */
  schedule: Schedule
  shown: ShownDraft
  /** The draft's own and what is projected after them. */
  payments: readonly ShownPayment[]
  listEnd: CalendarDate | null
  state: DraftState
  frame: Frame
  onBusy: (busy: boolean) => void
  /** Leads to the form of the rule with an intention. */
  changeRule: ChangeRule['changeRule']
}

/** The calendar as an editor: every command by key and by press. */
export function EditorCalendar(props: EditorCalendarProps) {
  const { schedule, shown, payments, listEnd, state, frame, onBusy, changeRule } = props
  const { month, heading, focus, focusRequest, goTo, standAt } = frame
  const area = useRef<HTMLDivElement>(null)
  const [panel, setPanel] = useState<Panel | null>(null)
  const live = useHydrated()
  const move = useMove(state, frame)
  const acts = useDayActs({ state, frame, payments, listEnd, pickUp: move.pickUp, open: setPanel })

  const busy = panel !== null || move.hand !== null
  useEffect(() => {
    onBusy(busy)
    return () => onBusy(false)
  }, [onBusy, busy])

  const onKey = (event: KeyboardEvent<HTMLElement>, day: CalendarDate): boolean => {
    const key = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey }
    if (move.hand) {
      const what = handActAtKey(key)
      if (what === 'leave') {
        move.putBack(true)
        return true
      }
      if (what === null) return false
      event.preventDefault()
      if (what === 'drop') move.drop(day)
      else move.putBack()
      return true
    }
    const what = actAtKey(key)
    if (!what) return false
    event.preventDefault()
    acts.actOn(day, what)
    return true
  }
  const onPress = (day: CalendarDate, chip: HTMLElement | null, event: MouseEvent) => {
    if (move.hand) return move.drop(day)
    if (chip && event.shiftKey) return acts.actOn(day, 'select')
    if (chip || !payments.some(({ date }) => date === day)) acts.openOn(day)
  }
  const editing: GridEditing = {
    help: move.hand ? HAND_HELP : HELP,
    busy: !live,
    selected: state.selection.selected,
    hand: move.hand,
    onKey,
    onPress,
    onIntent: preparePanel,
  }
  return (
    <div ref={area}>
      <DragArea state={state} frame={frame} free={move.hand === null}>
        <CalendarView
          schedule={schedule}
          payments={payments}
          ghosts={shown.ghosts}
          month={month}
          listEnd={listEnd}
          heading={heading}
          focus={focus}
          focusRequest={focusRequest}
          onDay={(date, by) => {
            if (by === 'press') return standAt(date)
            goTo(date)
            move.stretch(date)
          }}
          editing={editing}
          strip={
            move.hand &&
            move.target && (
              <HandStrip
                hand={move.hand}
                target={move.target}
                notices={move.notices}
                onPutBack={() => move.putBack()}
              />
            )
          }
        />
      </DragArea>
      {panel && (
        <PaymentPanel
          key={JSON.stringify(panel)}
          panel={panel}
          schedule={schedule}
          payments={payments.filter(({ date }) => date === panel.at)}
          listEnd={listEnd}
          state={state}
          anchor={() => area.current?.querySelector<HTMLElement>(`[data-date="${panel.at}"]`) ?? null}
          onOpen={setPanel}
          onClose={() => setPanel((now) => (now === panel ? null : now))}
          onMove={move.pickUp}
          onDone={goTo}
          changeRule={changeRule}
        />
      )}
    </div>
  )
}
