'use client'

import { type ReactNode, useEffect, useState } from 'react'

/** Shows its children once `ms` have passed: words of waiting that a quick answer never shows. */
export function Delayed({ ms, children }: { ms: number; children: ReactNode }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return due ? children : null
}
