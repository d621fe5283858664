'use client'

import type { RefObject } from 'react'
import { useRowWalk } from '@/components/row-walk'
import { useShortcut } from '@/components/shortcuts'

/** Keys that walk through the rows of the list and open them. */
export function useRowKeys(scroller: RefObject<HTMLElement | null>): void {
  useRowWalk(scroller)
  useShortcut('o', 'Open the row (Enter too)', () => {
    document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('th a[href]')?.click()
  })
}
