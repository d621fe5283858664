import type { Metadata } from 'next'
import { NewScheduleScreen } from '@/components/new-schedule/new-schedule-screen'
import { reviewerOf } from '@/components/review/reviewer'
import { Trail } from '@/components/ui/trail'
import { may, whoMay } from '@/lib/roles'
import { SCHEDULE_ID } from '@/lib/schedules/model'
import { requireOperator } from '@/lib/server/auth'
import { prefillFrom } from '@/lib/server/changes/lineage'
import { env } from '@/lib/server/env'

export const metadata: Metadata = { title: 'New schedule' }

export default async function NewSchedulePage({ searchParams }: PageProps<'/schedules/new'>) {
  const operator = await requireOperator()
  if (!may(operator.role, 'schedules:create'))
    return (
      <div className="px-4 pt-5 pb-10 sm:px-6">
        <Trail above={[{ href: '/schedules', name: 'Schedules' }]} here="New" />
        <h1 className="mb-2 text-page font-strong tracking-[-0.014em]">New schedule</h1>
        <p className="text-ink-2">
          Your role does not include this. {whoMay('schedules:create')} can create schedules.
        </p>
      </div>
    )
  const { from } = await searchParams
  const id = typeof from === 'string' && SCHEDULE_ID.test(from) ? from : null
  const prefill = id === null ? null : await prefillFrom(id)
  return <NewScheduleScreen key={id} by={reviewerOf(operator, env().SMARTERPAY_TARGET)} prefill={prefill} />
}
