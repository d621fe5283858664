'use client'

import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import { useLineage } from '@/components/use-open-changes'
import { useWorkOwner } from '@/components/work-owner'
import { formatInstant } from '@/lib/calendar-date'
import { may, type Role } from '@/lib/roles'
import type { OpenChange } from '@/lib/schedules/lineage'
import type { Schedule } from '@/lib/schedules/model'
import { actionWords } from './action-words'
import { OpenChangeNote } from './open-change'

const To = ({ id }: { id: string }) => (
  <Link href={`/schedules/${id}`} prefetch={false} className="font-medium">
    {id}
  </Link>
)

/**
 * What our records know beside SmarterPay: how it ended, what it was made in place of, what is not known yet, what was found
 * saved later than it was said. `ownFollowed`: the page follows this person's own open change of payments below.
 */
export function LineageNotes({
  schedule,
  role,
  ownFollowed,
}: {
  schedule: Schedule
  role: Role
  ownFollowed: boolean
}) {
  const data = useLineage(schedule.id)
  const self = useWorkOwner()
  const inactive = schedule.status === 'inactive'
  const { disabled, recreates, recreatedAs = [], savedAfterAll = [] } = data ?? {}
  const followed = ({ action, person }: OpenChange) => ownFollowed && person === self && action === 'replace-upcoming'
  const open = (data?.open ?? []).filter((one) => !followed(one))
  if (!inactive && !recreates && recreatedAs.length === 0 && savedAfterAll.length === 0 && open.length === 0)
    return null
  return (
    <div className="mb-4 flex flex-col gap-2">
      {open.map((one) => (
        <OpenChangeNote key={one.change} of={one} id={schedule.id} role={role} />
      ))}
      {savedAfterAll.map(({ change, action, person, sentAt, foundAt }) => (
        <Banner
          key={change}
          tone="warn"
          title={`${actionWords(action)} that was called not saved was saved after all.`}
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
              <LinkButton
                href={`/schedules/new?from=${schedule.id}`}
                prefetch={false}
                size="small"
                className="max-sm:h-auto max-sm:min-h-7 max-sm:max-w-full max-sm:shrink max-sm:whitespace-normal"
              >
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
