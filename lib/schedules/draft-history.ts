// A draft with its past: every command can be undone and done again, a hundred deep.
import type { Draft, Setting } from './draft'
import { applyCommand, type Command } from './draft-commands'

const DEPTH = 100

/** A command, and the draft on the other side of it. */
export type Step = { command: Command; draft: Draft }
export type History = { past: readonly Step[]; draft: Draft; future: readonly Step[] }

export const startOf = (draft: Draft): History => ({ past: [], draft, future: [] })

/** Does a command; the same history where it changes nothing. What was undone before can then no longer be done again. */
export function perform(history: History, command: Command, setting: Setting): History {
  const draft = applyCommand(history.draft, command, setting)
  if (draft === history.draft) return history
  return { past: [...history.past, { command, draft: history.draft }].slice(-DEPTH), draft, future: [] }
}

/** One step back; the same history at its start. */
export function undo(history: History): History {
  const step = history.past.at(-1)
  if (!step) return history
  return {
    past: history.past.slice(0, -1),
    draft: step.draft,
    future: [{ command: step.command, draft: history.draft }, ...history.future],
  }
}

/** One step forward again; the same history where nothing was undone. */
export function redo(history: History): History {
  const [step, ...future] = history.future
  if (!step) return history
  return { past: [...history.past, { command: step.command, draft: history.draft }], draft: step.draft, future }
}
