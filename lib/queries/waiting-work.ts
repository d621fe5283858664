// Typed work that the server could not be given: it waits in this tab alone, for the one person who typed it.
import type { Draft } from '@/lib/schedules/draft-contract'

const PREFIX = 'typed-work:'
const LONGEST_MS = 8 * 60 * 60_000

/** `after`: when what the server had then was kept, by the server's clock, as far as this tab knew. */
type Waiting = { person: string; draft: Draft; after?: string | undefined }

function read(entry: string): Waiting | null {
  try {
    const { person, draft, after } = JSON.parse(sessionStorage.getItem(entry) ?? 'null') as Waiting
    const sound = typeof person === 'string' && typeof draft.work === 'object' && draft.work !== null
    return sound && Date.now() - Date.parse(draft.savedAt) < LONGEST_MS ? { person, draft, after } : null
  } catch {
    return null
  }
}

function entries(): string[] {
  try {
    return Object.keys(sessionStorage).filter((entry) => entry.startsWith(PREFIX))
  } catch {
    return []
  }
}

function remove(entry: string): void {
  try {
    sessionStorage.removeItem(entry)
  } catch {
    // A browser without storage keeps nothing that could be removed.
  }
}

/** Lets the work wait under its name. A browser that has no room for it still has it on the screen. */
export function letWait(person: string, name: string, draft: Draft, after?: string): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify({ person, draft, after } satisfies Waiting))
  } catch {
    remove(PREFIX + name)
  }
}

/** What waits under that name for that person and is younger than eight hours. */
export function waitingWork(person: string, name: string): Draft | null {
  const waiting = read(PREFIX + name)
  return waiting?.person === person ? waiting.draft : null
}

/** Whether it was typed after what the server kept at that instant: known where this tab had seen that, else by the clocks. */
export function isLater(name: string, keptAt: string): boolean {
  const waiting = read(PREFIX + name)
  return waiting !== null && (waiting.after === keptAt || waiting.draft.savedAt >= keptAt)
}

/** Under which names work waits. */
export const waitingNames = (): string[] => entries().map((entry) => entry.slice(PREFIX.length))

/** It is on the server, sent, or discarded. */
export const stopWaiting = (name: string): void => remove(PREFIX + name)

/** Empties what waits, save what is that person's own and still young; without a person, all of it. */
export function clearWaiting(except?: string): void {
  for (const entry of entries()) if (except === undefined || read(entry)?.person !== except) remove(entry)
}
