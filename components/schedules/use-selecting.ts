'use client'

import { useEffect, useRef, useState } from 'react'

const load = () => import('./selecting')
type Selecting = Awaited<ReturnType<typeof load>>

/** What is chosen outlives the list, so that it is still there when somebody comes back. */
let loaded: Selecting | undefined

export type RowSelection = {
  /** Null while nobody selects rows. */
  selecting: Selecting | null
  /** Turns a row on or off; the first one brings what selecting takes. */
  toggle: (id: string) => void
  /** Offers a box in each row, with none chosen yet. */
  begin: () => void
  end: () => void
}

/** Selecting rows of the list, once somebody begins to. */
export function useSelecting(): RowSelection {
  const [selecting, setSelecting] = useState(() => (loaded?.anySelected() ? loaded : null))
  const at = useRef<string>(undefined)
  const was = useRef(selecting)
  // Rows are drawn anew with their boxes, and without: the focus stays with the row that it was on.
  useEffect(() => {
    if (was.current === selecting) return
    was.current = selecting
    if (document.activeElement !== document.body) return
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row-menu]')]
    const row = (rows.find(({ dataset }) => dataset.rowMenu === at.current) ?? rows[0])?.closest('tr')
    row?.querySelector<HTMLElement>('th a')?.focus({ preventScroll: true })
  }, [selecting])
  const withModule = (act: (module: Selecting) => void) =>
    load().then(
      (module) => {
        loaded = module
        act(module)
        setSelecting(module)
      },
      () => undefined,
    )
  return {
    selecting,
    toggle: (id) => {
      at.current = id
      void withModule((module) => module.toggle(id))
    },
    begin: () =>
      void withModule((module) => {
        // The focus stays on what was pressed.
        was.current = module
      }),
    end: () => {
      loaded?.clearSelection()
      setSelecting(null)
    },
  }
}
