'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

// Single keys that do what a visible control does too. Whoever is on screen registers its own; the dialog lists those that exist.
// They can be switched off, since dictation and unsteady hands set them off by chance (WCAG 2.1.4).

export type Shortcut = { key: string; does: string; run: () => void }

const STORED = 'qd-single-keys'
let active: readonly Shortcut[] = []
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Whether single keys work on this machine. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off'
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off')
  tell()
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}

/** So long a first key waits for its second. */
const PAIR_MS = 1_500
let first: { key: string; until: number } | null = null

/** The shortcut that this press completes: by itself, or as the second of two ("g s"). */
function completed(key: string, now: number): Shortcut | undefined {
  const pair = first && now < first.until ? `${first.key} ${key}` : null
  first = null
  const found = (pair && active.findLast((own) => own.key === pair)) || active.findLast((own) => own.key === key)
  if (!found && active.some((own) => own.key.startsWith(`${key} `))) first = { key, until: now + PAIR_MS }
  return found
}

function hear(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (typing(event.target) || document.querySelector('dialog[open], [popover]:popover-open')) return
  if (!singleKeysOn()) return
  const shortcut = completed(event.key, performance.now())
  if (!shortcut) return
  event.preventDefault()
  shortcut.run()
}

/** While the component is on screen, `key` runs `run`; two keys one after the other are "g s". `does` is its line in the dialog. */
export function useShortcut(key: string, does: string, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const own: Shortcut = { key, does, run: () => latest.current() }
    if (active.length === 0) window.addEventListener('keydown', hear)
    active = [...active, own]
    tell()
    return () => {
      active = active.filter((shortcut) => shortcut !== own)
      if (active.length === 0) window.removeEventListener('keydown', hear)
      tell()
    }
  }, [key, does])
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const none: readonly Shortcut[] = []

/** The shortcuts that work on this screen, and whether they are switched on. */
export function useShortcuts(): { shortcuts: readonly Shortcut[]; on: boolean } {
  const shortcuts = useSyncExternalStore(
    listen,
    () => active,
    () => none,
  )
  const on = useSyncExternalStore(listen, singleKeysOn, () => true)
  return { shortcuts, on }
}
