'use client'

import { X } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { IconButton } from './button'

const STAYS_MS = 6_000

type Update = { text: string; at: number }
let current: Update | null = null
const listeners = new Set<() => void>()

function set(next: Update | null) {
  current = next
  for (const tell of listeners) tell()
}

function listen(tell: () => void) {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

let count = 0
/** Says what is now true, on screen and to screen readers. Never the only copy of what matters. */
export function say(text: string) {
  count += 1
  set({ text, at: count })
}

/** The region **Updates**: one per page, in the shell. */
export function Updates() {
  const update = useSyncExternalStore(
    listen,
    () => current,
    () => null,
  )
  useEffect(() => {
    if (!update) return
    const timer = setTimeout(() => set(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [update])
  return (
    <div className="pointer-events-none fixed right-4 bottom-16 z-(--z-status) max-w-[calc(100vw-2rem)] print:hidden">
      <div role="status" aria-label="Updates">
        {update && (
          <div
            key={update.at}
            className="floating pointer-events-auto flex items-start gap-2.5 rounded-panel py-2.5 pr-2 pl-3 text-[0.84375rem]/5 shadow-float"
          >
            <span className="py-0.5">{update.text}</span>
            <IconButton icon={X} label="Dismiss" small className="-my-0.5" onClick={() => set(null)} />
          </div>
        )}
      </div>
    </div>
  )
}
