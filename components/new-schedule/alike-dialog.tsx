'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatDate, formatInstant } from '@/lib/calendar-date'
import { scheduleQuery } from '@/lib/queries/schedules'
import { scheduleSentence, sentenceText } from '@/lib/schedules/words'
import type { Alike } from './use-creating'

export type AlikeDialogProps = { alike: Alike; onYes: () => void; onNo: () => void }

/** The schedule that looks alike, and the question whether there shall be a second one. No is at hand. */
export function AlikeDialog({ alike, onYes, onNo }: AlikeDialogProps) {
  const { data } = useQuery(scheduleQuery(alike.id))
  const no = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => no.current?.focus(), [])
  const schedule = data?.schedule
  return (
    <Dialog
      title="This schedule may exist already"
      onClose={onNo}
      firm
      footer={
        <>
          <Button onClick={onYes}>Create a second one</Button>
          <Button ref={no} variant="primary" onClick={onNo}>
            Do not create
          </Button>
        </>
      }
    >
      <p className="mb-3">
        {alike.again
          ? 'Since your first try a schedule has appeared with the same payer, amount and start date. It is probably the one you sent.'
          : 'A schedule with the same payer, amount and start date was created in the last 24 hours.'}{' '}
        Nothing was sent. Two of them would take the money twice.
      </p>
      <div className="rounded-control bg-sunken px-3 py-2.5">
        <Link href={`/schedules/${alike.id}`} prefetch={false} target="_blank" className="font-medium">
          {alike.id}
        </Link>
        {schedule && (
          <>
            <p className="mt-1 text-small">{sentenceText(scheduleSentence(schedule))}</p>
            <p className="mt-1 wrap-anywhere text-ink-3 text-small">
              {[
                schedule.description,
                schedule.customReference,
                schedule.startDate && `starts ${formatDate(schedule.startDate)}`,
                schedule.createdAt && `created ${formatInstant(new Date(schedule.createdAt))}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </>
        )}
      </div>
    </Dialog>
  )
}
