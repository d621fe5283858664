// A draft with its past: every command can be undone and done again, a hundred deep.
import { type Draft, isTouched, type Setting } from './draft'
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

const isDiscard = ({ command }: Step) => command.kind === 'discard'

/** Whether a history stands where it began, or where all was discarded: nothing of it is worth keeping but what undo brings back. */
export function isFresh({ past, future }: History): boolean {
  const last = past.at(-1)
  return future.length === 0 && (last === undefined || isDiscard(last))
}

/**
 * What a history did, to be done again on top of another draft of the same list. Null where its rows cannot be found there:
 * the lists differ, it did not begin on the plain list, or it made rows, whose ids the other draft may use for its own.
 */
export function commandsOnto(other: Draft, { past, draft }: History): readonly Command[] | null {
  // What was discarded is not done again, and neither is the discarding.
  const since = past.slice(past.findLastIndex(isDiscard) + 1)
  const first = since[0]?.draft ?? draft
  const same =
    other.listed.length === first.listed.length &&
    first.listed.every(({ date, amount }, n) => date === other.listed[n]?.date && amount === other.listed[n].amount)
  const plain = first.rows.length === first.listed.length && !first.rows.some(isTouched)
  return same && plain && draft.nextId === first.nextId ? since.map(({ command }) => command) : null
}
