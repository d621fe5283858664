'use client'

import { useSyncExternalStore } from 'react'

// What a statement says of how to reach us. The product knows no telephone number: whoever prints types the line once, and it
// is kept on this device.

const STORED = 'qd-contact-line'
/** The longest line, so that it stays one on paper. */
export const MOST_CONTACT = 120
const STANDARD = 'Questions about these payments? Contact us.'

const listeners = new Set<() => void>()

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps the line for the next statements on this device; an empty one brings the standard line back. */
export function keepContactLine(text: string): void {
  if (text.trim() === '') localStorage.removeItem(STORED)
  else localStorage.setItem(STORED, text.slice(0, MOST_CONTACT))
  for (const listener of listeners) listener()
}

/** The line as it stands. */
export function useContactLine(): string {
  return useSyncExternalStore(
    listen,
    () => localStorage.getItem(STORED) ?? STANDARD,
    () => STANDARD,
  )
}
