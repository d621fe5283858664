'use client'

import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { TermsPart } from '@/lib/schedules/check-terms'
import { fieldId } from './terms-form'

/** `part` null: the form as a whole. */
export type FormProblem = { part: TermsPart | null; label: string; message: string }

/** **There is a problem**: each one once, leading to its field. Focus comes here when a review is not possible. */
export function ProblemSummary({ problems, asked }: { problems: readonly FormProblem[]; asked: number }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every press of the button leads here again
  useEffect(() => {
    box.current?.focus()
  }, [asked])
  return (
    <div
      ref={box}
      role="alert"
      aria-label="There is a problem"
      tabIndex={-1}
      className="mb-5 flex items-start gap-2.5 rounded-control border border-danger-line bg-danger-soft px-3 py-2.5 text-small outline-none"
    >
      <CircleAlert aria-hidden size={16} strokeWidth={1.9} className="mt-0.5 flex-none text-danger" />
      <div>
        <p className="text-body font-strong">There is a problem</p>
        <ul className="mt-0.5">
          {problems.map(({ part, label, message }) => (
            <li key={`${part} ${message}`}>
              {part ? (
                <a
                  href={`#${fieldId(part)}`}
                  className="font-medium text-danger underline"
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(fieldId(part))?.focus()
                  }}
                >
                  {label}: {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
