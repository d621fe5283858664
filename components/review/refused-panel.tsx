'use client'

import { OctagonAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ResultHeading } from './result-heading'

export type RefusedPanelProps = { reason: string; changeId: string; onBack: () => void }

/** SmarterPay's own words, as text, and that nothing was changed. */
export function RefusedPanel({ reason, changeId, onBack }: RefusedPanelProps) {
  return (
    <section aria-label="Refused" className="mb-4 rounded-control border border-danger-line bg-danger-soft px-4 py-3">
      <div className="flex items-start gap-2.5">
        <OctagonAlert aria-hidden size={18} strokeWidth={1.9} className="mt-0.5 flex-none text-danger" />
        <div className="flex-1">
          <ResultHeading>SmarterPay refused the change. Nothing was changed.</ResultHeading>
          <figure className="my-2 border-danger-line border-l-3 pl-3">
            <figcaption className="text-ink-3 text-small">SmarterPay said:</figcaption>
            <blockquote className="wrap-anywhere">{reason || 'No reason was given.'}</blockquote>
          </figure>
          <p className="text-small">
            Your changes are kept. Change what SmarterPay does not accept, then review again.
          </p>
          <div className="mt-2 flex items-center gap-3">
            <Button onClick={onBack}>Back to editing</Button>
            <span className="text-ink-3 text-small">Change {changeId}</span>
          </div>
        </div>
      </div>
    </section>
  )
}
