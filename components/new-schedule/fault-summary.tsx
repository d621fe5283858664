'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import type { NewFault } from '@/lib/schedules/new-text'
import { fieldId } from './form'

/** What keeps the person from going on, each with the way to its field. `told` changes with each try. */
export function FaultSummary({ faults, told }: { faults: readonly NewFault[]; told: number }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try to go on brings the focus here
  useEffect(() => box.current?.focus(), [told])
  const lead = (event: MouseEvent, path: string) => {
    const field = document.getElementById(fieldId(path))
    if (!field) return
    event.preventDefault()
    field.focus()
    field.scrollIntoView({ block: 'center' })
  }
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 max-w-[62ch] rounded-control border border-danger-line bg-danger-soft px-3 py-2.5 text-small outline-none"
    >
      <b className="font-strong">There is a problem</b>
      <ul className="mt-1 grid gap-0.5">
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <a href={`#${fieldId(path)}`} onClick={(event) => lead(event, path)} className="text-danger underline">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
