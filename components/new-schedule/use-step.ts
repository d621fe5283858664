'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

export type Step = 1 | 2 | 3

/** The step in the address, so that Back goes a step back; never further than the typed work allows. */
export function useStep(reachable: Step): { step: Step; go: (step: Step) => void } {
  const params = useSearchParams()
  const path = usePathname()
  const asked = Number(params.get('step') ?? 1)
  const step = ([3, 2].find((one) => asked >= one && reachable >= one) ?? 1) as Step
  const go = useCallback(
    (to: Step) => {
      const next = new URLSearchParams(location.search)
      if (to === 1) next.delete('step')
      else next.set('step', String(to))
      history.pushState(null, '', next.size > 0 ? `${path}?${next}` : path)
    },
    [path],
  )
  return { step, go }
}
