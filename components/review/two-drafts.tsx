'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatMinutes, londonTime } from '@/lib/calendar-date'

export type TwoDraftsProps = {
  /** Of the earlier draft: UTC instant. */
  savedAt: string
  /** What was done since, as it follows "and". */
  since: string
  /** It went to SmarterPay, and is followed when it is gone on with. */
  sent: boolean
  /** Why there can be only one of them. */
  apart: string
  /** Null where the two cannot be put together. */
  onBoth: (() => void) | null
  onEarlier: () => void
  onThis: () => void
  /** Nothing is chosen yet. */
  onClose: () => void
}

/** Something was changed while the draft of an earlier visit waits for a choice: neither takes the other's place unasked. */
export function TwoDrafts({ savedAt, since, sent, apart, onBoth, onEarlier, onThis, onClose }: TwoDraftsProps) {
  return (
    <Dialog
      title="Which changes go on?"
      firm
      onClose={onClose}
      footer={
        <>
          <Button onClick={onThis}>Keep these alone</Button>
          <Button onClick={onEarlier}>Keep the draft alone</Button>
          {onBoth && (
            <Button variant="primary" data-first onClick={onBoth}>
              Keep both
            </Button>
          )}
        </>
      }
    >
      <p className="text-ink-2">
        You have an unsaved draft from {formatMinutes(londonTime(new Date(savedAt)).minutes)}, and {since}.{' '}
        {onBoth
          ? 'Keeping both puts what you just did on top of the draft, one step each.'
          : sent
            ? 'The draft was sent: keeping it shows what came of it.'
            : apart}{' '}
        What is not kept is discarded.
      </p>
    </Dialog>
  )
}
