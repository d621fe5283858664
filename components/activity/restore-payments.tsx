'use client'

import { useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { say } from '@/components/ui/updates'
import { useWorkOwner } from '@/components/work-owner'
import { type Restored, restorePayments } from '@/lib/activity/restore'
import { formatInstant, formatMinutes, londonTime } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { ProblemError } from '@/lib/problem'
import { draftQuery } from '@/lib/queries/drafts'
import { scheduleQuery } from '@/lib/queries/schedules'
import { placeTypedWork, typedWorkOn } from '@/lib/queries/typed-work'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { draftOf, isEditable } from '@/lib/schedules/draft'
import { startOf } from '@/lib/schedules/draft-history'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { changedRows } from '@/lib/schedules/upcoming'

export type RestorePaymentsProps = {
  schedule: string
  version: readonly UpcomingPayment[]
  /** UTC instant of the entry. */
  at: string
  which: 'before' | 'after'
  quiet?: boolean
  children: string
}

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`

/** What putting a version back left out or added, in sentences. */
export function restoredText(restored: Restored, at: string, which: 'before' | 'after'): string {
  const { past, tooLate, kept, shortNotice, balance } = restored
  const texts = [
    `These are the payments as they stood ${which} the change of ${formatInstant(new Date(at))}. Nothing is saved yet.`,
  ]
  if (past > 0)
    texts.push(`${counted(past, 'payment whose day has come was', 'payments whose days have come were')} left out.`)
  if (tooLate > 0) texts.push(`${counted(tooLate, 'payment is', 'payments are')} too late to bring back.`)
  if (kept > 0) texts.push(`${counted(kept, 'Locked payment stays', 'Locked payments stay')} as SmarterPay holds them.`)
  if (shortNotice.length > 0)
    texts.push(`${counted(shortNotice.length, 'payment is', 'payments are')} at short notice.`)
  if (balance?.kind === 'spread')
    texts.push(
      `${formatPounds(Math.abs(balance.byPence))} ${balance.byPence > 0 ? 'more' : 'less'} was spread over them, so that the plan keeps its total.`,
    )
  if (balance?.kind === 'open') texts.push('The plan does not balance yet: place what is left before you save.')
  return texts.join(' ')
}

type Asking = { answer: ScheduleAnswer; restored: Restored; since: string | null }

/** Puts the payments of an earlier time into the editor, as a draft. Work that stands there already is asked about first. */
export function RestorePayments({ schedule: id, version, at, which, quiet = false, children }: RestorePaymentsProps) {
  const c = useCircumstances()
  const cache = useQueryClient()
  const owner = useWorkOwner()
  const router = useRouter()
  const [working, setWorking] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)

  const open = ({ answer, restored }: Asking) => {
    const draft = draftOf(answer.schedule.upcoming ?? [], restored.payments)
    placeTypedWork(cache, id, { opened: answer, history: startOf(draft) }, restoredText(restored, at, which))
    router.push(`/schedules/${id}?tab=payments&show=list`)
  }
  const begin = async () => {
    setWorking(true)
    try {
      const answer = await cache.fetchQuery({ ...scheduleQuery(id), staleTime: 0 })
      const restored = isEditable(answer.schedule) ? restorePayments(version, answer.schedule, c) : null
      if (!restored)
        return say('Its payments cannot be changed now: the schedule is inactive, or its list cannot be read.')
      if (changedRows(answer.schedule.upcoming ?? [], restored.payments).length === 0)
        return say(
          'Nothing to restore: SmarterPay holds these payments already, as far as their days are still to come.',
        )
      const { draft } = await cache.fetchQuery(draftQuery(id, owner))
      const here = typedWorkOn(cache, id) !== undefined
      const next = { answer, restored, since: draft?.savedAt ?? null }
      if (draft || here) setAsking(next)
      else open(next)
    } catch (error) {
      const kind = error instanceof ProblemError ? error.problem.kind : 'unexpected'
      say(
        kind === 'not-found'
          ? 'This schedule does not exist or you do not have access.'
          : 'The payments could not be read now. Nothing was changed; try again.',
      )
    } finally {
      setWorking(false)
    }
  }
  return (
    <>
      <Button
        size="small"
        variant={quiet ? 'quiet' : 'secondary'}
        icon={RotateCcw}
        blocked={working}
        onClick={() => void begin()}
      >
        {children}
      </Button>
      {asking && (
        <Dialog
          title="Replace your unsaved draft?"
          onClose={() => setAsking(null)}
          footer={
            <>
              <Button onClick={() => setAsking(null)}>Keep the draft</Button>
              <Button variant="primary" onClick={() => open(asking)}>
                Replace it
              </Button>
            </>
          }
        >
          <p className="text-body">
            You have an unsaved draft on {id}
            {asking.since && ` from ${formatMinutes(londonTime(new Date(asking.since)).minutes)}`}. Restoring these
            payments replaces it.
          </p>
        </Dialog>
      )}
    </>
  )
}
