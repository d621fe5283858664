'use client'

import type { RefObject } from 'react'
import { useShortcut } from '@/components/shortcuts'
import { rowLinks } from '@/components/ui/data-table'

/** Keys that walk through the rows of the list and open them. */
export function useRowKeys(scroller: RefObject<HTMLElement | null>): void {
  const walk = (by: number) => {
    const links = scroller.current ? rowLinks(scroller.current) : []
    // From a control of the row too: its menu button has the focus once the menu has gone.
    const row = document.activeElement?.closest('tr')
    const at = links.findIndex((link) => link === document.activeElement || link.closest('tr') === row)
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by]
    next?.focus({ preventScroll: true })
    next?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut('j', 'Next row', () => walk(1))
  useShortcut('k', 'Previous row', () => walk(-1))
  useShortcut('o', 'Open the row (Enter too)', () => {
    document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('th a[href]')?.click()
  })
}
