// What a key of the calendar does to the payment on its day, beside the keys that only move the focus (calendar-keys.ts).
import type { CalendarKey } from './calendar-keys'

export type GridAct = 'open' | 'pick-up' | 'earlier' | 'later' | 'skip' | 'add' | 'edit' | 'reset' | 'select'

const ACTS: Record<string, GridAct> = {
  Enter: 'open',
  ' ': 'pick-up',
  m: 'pick-up',
  '+': 'later',
  '-': 'earlier',
  Delete: 'skip',
  // Keyboards of Apple's name the same key so.
  Backspace: 'skip',
  a: 'add',
  e: 'edit',
  r: 'reset',
  x: 'select',
}

/** Null where the key is not the editor's. Shift counts for nothing: "+" needs it on most keyboards. */
export function actAtKey({ key, ctrl }: Pick<CalendarKey, 'key' | 'ctrl'>): GridAct | null {
  return ctrl ? null : (ACTS[key] ?? null)
}

export type HandAct = 'drop' | 'put-back' | 'leave'

/** What a key does while a payment is in hand: every other key of the calendar chooses the day. */
export function handActAtKey({ key, ctrl }: Pick<CalendarKey, 'key' | 'ctrl'>): HandAct | null {
  if (ctrl) return null
  if (key === 'Enter' || key === ' ') return 'drop'
  if (key === 'Escape') return 'put-back'
  return key === 'Tab' ? 'leave' : null
}
