'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import { formatInstant } from '@/lib/calendar-date'
import { lineageQuery } from '@/lib/queries/disable'
import { may, type Role } from '@/lib/roles'
import type { Action } from '@/lib/schedules/changes'
import type { Schedule } from '@/lib/schedules/model'

const To = ({ id }: { id: string }) => (
  <Link href={`/schedules/${id}`} prefetch={false} className="font-medium">
    {id}
  </Link>
)

const ACTION_WORDS: Record<Action, string> = {
  'replace-upcoming': 'A change of payments',
  amend: 'A change of the rule',
  disable: 'A disabling',
  create: 'This schedule’s creation',
}

/** What our records know beside SmarterPay: how it ended, what it was made in place of, what was found saved later than it was said. */
export function LineageNotes({ schedule, role }: { schedule: Schedule; role: Role }) {
  const { data } = useQuery(lineageQuery(schedule.id))
  const inactive = schedule.status === 'inactive'
  const { disabled, recreates, recreatedAs = [], savedAfterAll = [] } = data ?? {}
  if (!inactive && !recreates && recreatedAs.length === 0 && savedAfterAll.length === 0) return null
  return (
    <div className="mb-4 flex flex-col gap-2">
      {savedAfterAll.map(({ change, action, person, sentAt, foundAt }) => (
        <Banner
          key={change}
          tone="warn"
          title={`${ACTION_WORDS[action]} that was called not saved was saved after all.`}
          actions={
            <Link href={`/schedules/${schedule.id}?tab=activity`} prefetch={false}>
              Show in Activity
            </Link>
          }
        >
          {person} sent it on {formatInstant(new Date(sentAt))}; it was found in SmarterPay on{' '}
          {formatInstant(new Date(foundAt))}. Check what the payer was told, and that it was not done a second time.
        </Banner>
      ))}
      {inactive && (
        <Banner
          title={
            disabled
              ? `Disabled on ${formatInstant(new Date(disabled.at))} by ${disabled.person}.`
              : 'This schedule is inactive.'
          }
          actions={
            may(role, 'schedules:create') &&
            recreatedAs.length === 0 &&
            data && (
              <LinkButton href={`/schedules/new?from=${schedule.id}`} prefetch={false} size="small">
                {disabled ? 'Recreate from snapshot' : 'Recreate as a new schedule'}
              </LinkButton>
            )
          }
        >
          {data && !disabled && 'It was not disabled from this dashboard. '}
          Nothing is collected by it, and SmarterPay cannot enable it again.
          {recreatedAs.map((id) => (
            <span key={id}>
              {' '}
              <To id={id} /> stands in its place.
            </span>
          ))}
        </Banner>
      )}
      {recreates && (
        <Banner>
          It was made in place of <To id={recreates} />, which was disabled.
        </Banner>
      )}
    </div>
  )
}
