import { useLayoutEffect, useRef, useState } from 'react'

type Acts = Record<string, (...given: never[]) => unknown>

/**
 * The same functions for good, each of which does what the newest drawing had in mind: parts that are handed them and nothing
 * that changed need not be drawn anew. For presses and keys, never while drawing.
 */
export function useStable<A extends Acts>(acts: A): A {
  const newest = useRef(acts)
  useLayoutEffect(() => {
    newest.current = acts
  })
  const [stable] = useState(() => {
    const named = Object.keys(acts).map((name) => [name, (...given: never[]) => newest.current[name]?.(...given)])
    return Object.fromEntries(named) as A
  })
  return stable
}
