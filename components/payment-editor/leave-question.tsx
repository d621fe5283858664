'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

export type LeaveQuestionProps = {
  /** Changed payments that are not saved yet. */
  changes: number
  onStay: () => void
  onDiscard: () => void
  /** Null where they cannot be saved as they are. */
  onReview: (() => void) | null
}

/** Asked on the way to the rule while changed payments are not saved. */
export function LeaveQuestion({ changes, onStay, onDiscard, onReview }: LeaveQuestionProps) {
  const count = changes === 1 ? 'One change' : `${changes} changes`
  return (
    <Dialog
      title="Leave without saving?"
      firm
      onClose={onStay}
      footer={
        <>
          <Button onClick={onDiscard}>Discard changes and go on</Button>
          {onReview && <Button onClick={onReview}>Save them first</Button>}
          <Button variant="primary" data-first onClick={onStay}>
            Stay
          </Button>
        </>
      }
    >
      <p className="text-ink-2">
        {count} to payments {changes === 1 ? 'is' : 'are'} not saved. SmarterPay makes a new list when the rule changes,
        and takes the two in separate requests only.
      </p>
    </Dialog>
  )
}
