// Typed work that the server could not be given: it waits in this tab alone, for the one person who typed it.
import type { Draft } from '@/lib/schedules/draft-contract'

const PREFIX = 'typed-work:'
const LONGEST_MS = 8 * 60 * 60_000

type Waiting = { person: string; draft: Draft }

function read(entry: string): Waiting | null {
  try {
    const { person, draft } = JSON.parse(sessionStorage.getItem(entry) ?? 'null') as Waiting
    const sound = typeof person === 'string' && typeof draft.work === 'object' && draft.work !== null
    return sound && Date.now() - Date.parse(draft.savedAt) < LONGEST_MS ? { person, draft } : null
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
export function letWait(person: string, name: string, draft: Draft): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify({ person, draft } satisfies Waiting))
  } catch {
    remove(PREFIX + name)
  }
}

/** What waits under that name for that person and is younger than eight hours. */
export function waitingWork(person: string, name: string): Draft | null {
  const waiting = read(PREFIX + name)
  return waiting?.person === person ? waiting.draft : null
}

/** Under which names work waits. */
export const waitingNames = (): string[] => entries().map((entry) => entry.slice(PREFIX.length))

/** It is on the server, sent, or discarded. */
export const stopWaiting = (name: string): void => remove(PREFIX + name)

/** Empties what waits, save what is that person's own and still young; without a person, all of it. */
export function clearWaiting(except?: string): void {
  for (const entry of entries()) if (except === undefined || read(entry)?.person !== except) remove(entry)
}
