'use client'

import { useState } from 'react'
import type { View } from '@/lib/schedules/views'
import type { Density } from './display'

/**
 * How close the rows stand: as the view has it, or the person (`liked`). A view's own is turned for now, until the view is
 * updated, or asked for anew (`reset`); meanwhile `changed` says so. `onLike` hears what a person wants for good.
 */
export function useDensity(view: View, liked: Density, onLike: (density: Density) => void) {
  const [turned, setTurned] = useState<{ view: string; density: Density } | null>(null)
  const density = turned?.view === view.id ? turned.density : (view.density ?? liked)
  return {
    density,
    changed: view.density !== null && view.density !== density,
    choose: (next: Density) => (view.density ? setTurned({ view: view.id, density: next }) : onLike(next)),
    reset: () => setTurned(null),
  }
}
