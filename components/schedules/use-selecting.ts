'use client'

import { useState } from 'react'

const load = () => import('./selecting')
type Selecting = Awaited<ReturnType<typeof load>>

/** What is chosen outlives the list, so that it is still there when somebody comes back. */
let loaded: Selecting | undefined

export type RowSelection = {
  /** Null while nobody selects rows. */
  selecting: Selecting | null
  /** Turns a row on or off; the first one brings what selecting takes. */
  toggle: (id: string) => void
  end: () => void
}

/** Selecting rows of the list, once somebody begins to. */
export function useSelecting(): RowSelection {
  const [selecting, setSelecting] = useState(() => (loaded?.anySelected() ? loaded : null))
  return {
    selecting,
    toggle: (id) => {
      load().then(
        (module) => {
          loaded = module
          module.toggle(id)
          setSelecting(module)
        },
        () => undefined,
      )
    },
    end: () => {
      loaded?.clearSelection()
      setSelecting(null)
    },
  }
}
