import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** More rows of the list of payments than any window shows at once. */
const FIRST = 40
const MORE = 60

export type Gradually = {
  /** What the rows are of, as text: rows of something else begin anew. */
  of?: string
  /** So many at once. */
  first?: number
}

/**
 * How many of `total` rows to draw by now: what a window shows at once, then more whenever the browser has nothing else to do,
 * until all are there to be found, read aloud and printed.
 */
export function useGradually(total: number, { of = '', first = FIRST }: Gradually = {}): number {
  const [state, setState] = useState({ of, drawn: first })
  const drawn = state.of === of ? state.drawn : first
  const wanting = drawn < total
  useEffect(() => {
    if (!wanting) return
    const timer = setTimeout(() => startTransition(() => setState({ of, drawn: drawn + MORE })))
    const all = () => flushSync(() => setState({ of, drawn: total }))
    window.addEventListener('beforeprint', all)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeprint', all)
    }
  }, [wanting, drawn, total, of])
  return Math.min(drawn, total)
}
