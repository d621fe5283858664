'use client'

import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ResultHeading } from './result-heading'

export type NotSavedPanelProps = {
  title: string
  children: ReactNode
  /** A person's own second try; left out where trying again makes no sense yet. */
  onAgain?: () => void
  againLabel?: string
  waiting?: boolean
  onBack: () => void
}

/** Not done, and known to be not done: the draft stands, and there is a way on. */
export function NotSavedPanel({ title, children, onAgain, againLabel, waiting, onBack }: NotSavedPanelProps) {
  return (
    <section aria-label="Not saved" className="mb-4 rounded-control border border-warn-line bg-warn-soft px-4 py-3">
      <div className="flex items-start gap-2.5">
        <TriangleAlert aria-hidden size={18} strokeWidth={1.9} className="mt-0.5 flex-none text-warn" />
        <div className="flex-1">
          <ResultHeading>{title}</ResultHeading>
          <div className="mt-1 text-small">{children}</div>
          <div className="mt-2.5 flex flex-wrap items-center gap-2">
            {onAgain && (
              <Button variant="primary" blocked={waiting ?? false} onClick={onAgain}>
                {againLabel ?? 'Try again'}
              </Button>
            )}
            <Button blocked={waiting ?? false} onClick={onBack}>
              Back to editing
            </Button>
          </div>
        </div>
      </div>
    </section>
  )
}
