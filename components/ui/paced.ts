'use client'

import { useEffect, useRef, useState } from 'react'

/** The value, at once at first and then at most once in `paceMs`, always ending with the newest: for questions asked while somebody types. */
export function usePaced<T>(value: T, paceMs: number): T {
  const [paced, setPaced] = useState(value)
  const lastMs = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (Object.is(value, paced)) return
    const give = () => {
      lastMs.current = performance.now()
      setPaced(() => value)
    }
    const wait = lastMs.current + paceMs - performance.now()
    if (wait <= 0) return give()
    const timer = setTimeout(give, wait)
    return () => clearTimeout(timer)
  }, [value, paced, paceMs])
  return paced
}
