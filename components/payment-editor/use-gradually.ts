import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** More than any window shows at once. */
const FIRST = 40
const MORE = 60

/**
 * How many of `total` rows to draw by now: what a window shows at once, then more whenever the browser has nothing else to do,
 * until all are there to be found, read aloud and printed.
 */
export function useGradually(total: number): number {
  const [drawn, setDrawn] = useState(FIRST)
  const wanting = drawn < total
  useEffect(() => {
    if (!wanting) return
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + MORE)))
    const all = () => flushSync(() => setDrawn(total))
    window.addEventListener('beforeprint', all)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeprint', all)
    }
  }, [wanting, drawn, total])
  return Math.min(drawn, total)
}
