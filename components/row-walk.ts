'use client'

import type { RefObject } from 'react'
import { useShortcut } from '@/components/shortcuts'

/** Keys that walk through the rows of the table within, by the link in the head of each. */
export function useRowWalk(within: RefObject<HTMLElement | null>): void {
  const walk = (by: number) => {
    const found = [...(within.current?.querySelectorAll<HTMLAnchorElement>('tbody tr > th a[href]') ?? [])]
    // From a control of the row too: its menu button has the focus once the menu has gone.
    const row = document.activeElement?.closest('tr')
    const at = found.findIndex((link) => link === document.activeElement || link.closest('tr') === row)
    const next = found[at < 0 ? (by > 0 ? 0 : found.length - 1) : at + by]
    next?.focus({ preventScroll: true })
    next?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut('j', 'Next row', () => walk(1))
  useShortcut('k', 'Previous row', () => walk(-1))
}
