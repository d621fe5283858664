'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a result: focus goes there once, so that what came of it is read first. */
export function ResultHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  return (
    <h2 ref={heading} tabIndex={-1} className="scroll-mt-4 text-title font-strong outline-none">
      {children}
    </h2>
  )
}
