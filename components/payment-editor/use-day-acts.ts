'use client'

import type { Frame } from '@/components/payment-calendar/frame'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { type CalendarDate, formatLongDate } from '@/lib/calendar-date'
import { countText } from '@/lib/schedules/calendar-names'
import { type DraftRow, differsFromRule, isTouched, restoredAmount, rowOf } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import { targetOf } from '@/lib/schedules/draft-target'
import type { GridAct } from '@/lib/schedules/editor-keys'
import type { ShownPayment } from '@/lib/schedules/shown-payments'
import { returnedText } from '@/lib/schedules/target-words'
import { fixedText, onDay } from './day-acts'
import type { DraftState } from './use-draft'

/** What is open beside a day: a payment, its split, the choice of one of several, adding one, or why one cannot be changed. */
export type Panel = { at: CalendarDate } & (
  | { kind: 'payment'; row: string }
  | { kind: 'split'; row: string }
  | { kind: 'several' }
  | { kind: 'add' }
  | { kind: 'fixed'; key: string }
)

export type DayActs = {
  state: DraftState
  frame: Frame
  payments: readonly ShownPayment[]
  listEnd: CalendarDate | null
  pickUp: (row: string) => void
  open: (panel: Panel) => void
}

/** Skipping what takes money, and back again; null where nobody knows the amount to go back to. */
export function skipCommand(row: DraftRow, setting: DraftState['setting']): Command | null {
  if (row.amount !== 0) return { kind: 'skip', rows: [row.id] }
  return restoredAmount(row, setting) === null ? null : { kind: 'restore', rows: [row.id] }
}

/** The acts of the calendar's keys on a day. */
export function useDayActs({ state, frame, payments, listEnd, pickUp, open }: DayActs) {
  const { draft, setting, act, tell, c } = state

  const onRow = (row: DraftRow, command: Command) => {
    const date = rowOf(act(command), row.id)?.date
    if (date) frame.goTo(date)
  }
  const step = (row: DraftRow, bankingDays: 1 | -1) => {
    if (!row.date) return
    const to = bankingCalendar(c.extraHolidays).addBankingDays(row.date, bankingDays)
    const target = targetOf(draft, row.id, to, setting)
    if (target && !target.allowed) return tell(returnedText(target, row.date))
    onRow(row, { kind: 'move-by', rows: [row.id], bankingDays })
  }
  const reset = (row: DraftRow) => {
    if (differsFromRule(row, setting)) return onRow(row, { kind: 'to-rule', rows: [row.id] })
    if (isTouched(row)) return onRow(row, { kind: 'reset', rows: [row.id] })
    tell('This payment is as the rule has it.')
  }

  /** Marks a payment for an act on several, or lets it go. */
  const select = (row: DraftRow) => {
    const { selected, toggle } = state.selection
    const count = selected.size + (selected.has(row.id) ? -1 : 1)
    toggle(row.id)
    const what = selected.has(row.id) ? 'no longer selected' : 'selected'
    if (row.date) tell(`Payment on ${formatLongDate(row.date)} ${what}. ${countText(count)} selected.`)
  }

  /** The panel that Enter or a press opens on a day; a closed day says why instead. */
  const openOn = (day: CalendarDate) => {
    const there = onDay(day, payments, draft, setting)
    if (there.kind === 'closed') tell(there.why)
    else if (there.kind === 'empty') open({ at: day, kind: 'add' })
    else if (there.kind === 'fixed') open({ at: day, kind: 'fixed', key: there.payment.key })
    else if (there.kind === 'several') open({ at: day, kind: 'several' })
    else open({ at: day, kind: 'payment', row: there.row })
  }
  const actOn = (day: CalendarDate, what: GridAct) => {
    if (what === 'open' || what === 'edit') return openOn(day)
    const there = onDay(day, payments, draft, setting)
    if (what === 'add') {
      if (there.kind === 'closed') tell(there.why)
      else if (there.kind === 'empty') open({ at: day, kind: 'add' })
      else tell(`${formatLongDate(day)} has a payment already.`)
      return
    }
    if (there.kind === 'closed' || there.kind === 'empty') return tell(`No payment on ${formatLongDate(day)}.`)
    if (there.kind === 'fixed') return tell(fixedText(there.payment, listEnd))
    if (there.kind === 'several') return open({ at: day, kind: 'several' })
    const row = rowOf(draft, there.row)
    if (!row) return
    switch (what) {
      case 'pick-up':
        return pickUp(row.id)
      case 'earlier':
        return step(row, -1)
      case 'later':
        return step(row, 1)
      case 'skip': {
        const command = skipCommand(row, setting)
        return command ? onRow(row, command) : tell('Nobody knows the amount to restore. Press Enter to type one.')
      }
      case 'reset':
        return reset(row)
      case 'select':
        return select(row)
    }
  }
  return { openOn, actOn, onRow, step }
}
