'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import { formatInstant } from '@/lib/calendar-date'
import { lineageQuery } from '@/lib/queries/disable'
import { may, type Role } from '@/lib/roles'
import type { Schedule } from '@/lib/schedules/model'

const To = ({ id }: { id: string }) => (
  <Link href={`/schedules/${id}`} prefetch={false} className="font-medium">
    {id}
  </Link>
)

/** How the schedule ended, what it was made in place of, and what was made in its place, as far as our records know. */
export function LineageNotes({ schedule, role }: { schedule: Schedule; role: Role }) {
  const { data } = useQuery(lineageQuery(schedule.id))
  const inactive = schedule.status === 'inactive'
  const { disabled, recreates, recreatedAs = [] } = data ?? {}
  if (!inactive && !recreates && recreatedAs.length === 0) return null
  return (
    <div className="mb-4 flex flex-col gap-2">
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
