'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { type Draft, isFixed, type Setting } from '@/lib/schedules/draft'

const NONE: ReadonlySet<string> = new Set()

/** Ids of the rows that can still be changed. */
const openOf = (rows: Draft['rows'], setting: Setting): string[] =>
  rows.filter((row) => !isFixed(row, setting)).map(({ id }) => id)

/**
 * The payments that a person has marked for an act on several, by row id: held beside the draft, never a part of it. A row
 * that left the draft or became too late to change is no longer marked.
 */
export function useSelection({ rows }: Draft, setting: Setting) {
  const [marked, setMarked] = useState(NONE)
  const anchor = useRef<string | null>(null)
  const latest = useRef({ rows, setting })
  latest.current = { rows, setting }
  // Worked out where something is marked, and not at each change of the draft.
  const open = useMemo(() => (marked.size === 0 ? [] : openOf(rows, setting)), [marked, rows, setting])
  const selected = useMemo(
    () => (marked.size === 0 ? NONE : new Set(open.filter((id) => marked.has(id)))),
    [open, marked],
  )

  /** Marks a row, or lets it go; with `reach` every row from the last one marked alone to this one. */
  const toggle = useCallback((id: string, reach = false) => {
    const ids = openOf(latest.current.rows, latest.current.setting)
    const [from, to] = [ids.indexOf(anchor.current ?? ''), ids.indexOf(id)]
    if (to < 0) return
    const range = reach && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : null
    if (!range) anchor.current = id
    setMarked((before) => {
      if (range) return new Set([...before, ...range])
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  /** Marks every row that can be changed, or none. */
  const selectAll = useCallback(
    (all: boolean) => setMarked(all ? new Set(openOf(latest.current.rows, latest.current.setting)) : NONE),
    [],
  )
  const clear = useCallback(() => {
    anchor.current = null
    setMarked(NONE)
  }, [])
  return { selected, all: open.length > 0 && selected.size === open.length, toggle, selectAll, clear }
}

export type Selection = ReturnType<typeof useSelection>
