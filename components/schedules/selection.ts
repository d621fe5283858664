'use client'

import { useSyncExternalStore } from 'react'
import { MOST_SELECTED } from '@/lib/schedules/contract'

// Schedules that somebody chose one by one in the list. They stay chosen while pages are turned and filters change, until they
// are cleared or the tab goes.

let chosen: readonly string[] = []
const listeners = new Set<() => void>()

function put(next: readonly string[]): void {
  chosen = next
  for (const listener of listeners) listener()
}

/** Ids in the order in which they were chosen. */
export const selected = (): readonly string[] => chosen
export const clearSelection = (): void => put([])

/** Turns some on or off. Answers false where not all of them have a place; then nothing changes. */
export function select(ids: readonly string[], on: boolean): boolean {
  const others = chosen.filter((id) => !ids.includes(id))
  const next = on ? [...chosen, ...ids.filter((id) => !chosen.includes(id))] : others
  if (next.length > MOST_SELECTED) return false
  put(next)
  return true
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const none: readonly string[] = []
const onServer = () => none

export const useSelected = (): readonly string[] => useSyncExternalStore(listen, selected, onServer)

/** Whether one of them is chosen: a row is drawn anew for its own sake alone. */
export const useIsSelected = (id: string): boolean =>
  useSyncExternalStore(
    listen,
    () => chosen.includes(id),
    () => false,
  )
