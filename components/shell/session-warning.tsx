'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatMinutes, londonTime } from '@/lib/calendar-date'

const leftText = (ms: number) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export type SessionWarningProps = {
  /** Instant of the server, in ms. */
  ends: number
  /** Ms until then. */
  left: number
  /** Nothing puts the end off any more. */
  final: boolean
  onStay: () => void
  onSignOut: () => void
}

/** Says that the session is about to end, and how to stay. */
export function SessionWarning({ ends, left, final, onStay, onSignOut }: SessionWarningProps) {
  return (
    <Dialog
      title="You will be signed out in 2 minutes"
      firm
      onClose={onStay}
      footer={
        <>
          <Button onClick={onSignOut}>Sign out</Button>
          <Button variant="primary" data-first onClick={onStay}>
            Stay signed in
          </Button>
        </>
      }
    >
      <p className="text-body">
        {final
          ? `You signed in ten hours before ${formatMinutes(londonTime(new Date(ends)).minutes)}, and no session lasts longer. You can stay until then, and sign in again after.`
          : 'Nothing was asked of this dashboard for a while.'}{' '}
        What you typed is kept.
      </p>
      <p className="mt-2 text-small text-ink-2 tabular-nums" role="timer">
        {leftText(left)} left
      </p>
    </Dialog>
  )
}
