'use client'

import { type RefObject, useLayoutEffect } from 'react'

// The list scrolls inside itself, so the browser does not bring it back on Back. This does: place and row, by address.

type Place = { top: number; row: string | null }
const places = new Map<string, Place>()
const MANY = 50

let wentBackMs = Number.NEGATIVE_INFINITY
if (typeof window !== 'undefined')
  window.addEventListener('popstate', () => {
    wentBackMs = performance.now()
  })

/** Keeps where the list stood when a row is opened. */
export function rememberPlace(address: string, scroller: HTMLElement | null, row: string | null): void {
  places.delete(address)
  places.set(address, { top: scroller?.scrollTop ?? 0, row })
  const [oldest] = places.keys()
  if (places.size > MANY && oldest !== undefined) places.delete(oldest)
}

/** Coming Back to the list brings back its scroll and gives focus to the row that was opened. Once, when rows are there. */
export function useScrollMemory(address: string, scroller: RefObject<HTMLElement | null>, ready: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first rows are there
  useLayoutEffect(() => {
    if (!ready || performance.now() - wentBackMs > 2_000) return
    const place = places.get(address)
    if (!place || !scroller.current) return
    scroller.current.scrollTop = place.top
    if (place.row)
      scroller.current.querySelector<HTMLElement>(`a[href="${CSS.escape(place.row)}"]`)?.focus({ preventScroll: true })
  }, [ready])
}
