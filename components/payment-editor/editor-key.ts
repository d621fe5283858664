import type { KeyboardEvent } from 'react'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Draft } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import type { History } from '@/lib/schedules/draft-history'
import type { Editor } from './use-editor'

/** Where the payment of a command stands afterwards: undone or done again, the focus of the calendar goes with it. */
function dayAfter(command: Command | undefined, draft: Draft): CalendarDate | null {
  if (!command) return null
  if (command.kind === 'add') return command.date
  const id = 'row' in command ? command.row : 'rows' in command ? command.rows[0] : undefined
  return draft.rows.find((row) => row.id === id)?.date ?? null
}

/** Ctrl+Z, Ctrl+Y, Shift+Cmd+Z and Ctrl+S of the whole editor; inside a field the browser's own undo wins. */
export function editorKey(
  event: KeyboardEvent,
  { state }: Editor,
  review: () => void,
  follow: (date: CalendarDate) => void,
): (() => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const letter = event.key.toLowerCase()
  if (letter === 's') return review
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return null
  const inCalendar = event.target instanceof Element && event.target.closest('[role=grid]') !== null
  const go = (command: Command | undefined, { draft }: History) => {
    const date = inCalendar ? dayAfter(command, draft) : null
    if (date) follow(date)
  }
  if (letter === 'z' && !event.shiftKey) return () => go(state.history.past.at(-1)?.command, state.back())
  return letter === 'y' || letter === 'z' ? () => go(state.history.future[0]?.command, state.forward()) : null
}
