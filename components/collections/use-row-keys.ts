'use client'

import type { RefObject } from 'react'
import { useShortcut } from '@/components/shortcuts'

/** Keys that walk from row to row of a table with many figures; each row's own link stands in its head. */
export function useRowKeys(table: RefObject<HTMLTableElement | null>): void {
  const walk = (by: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('tbody th a[href]') ?? [])]
    const row = document.activeElement?.closest('tr')
    const at = links.findIndex((link) => link.closest('tr') === row)
    links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by]?.focus()
  }
  useShortcut('j', 'Next row', () => walk(1))
  useShortcut('k', 'Previous row', () => walk(-1))
}
