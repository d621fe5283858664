import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnSearch } from '@/components/own-search'
import { reviewerOf } from '@/components/review/reviewer'
import { ProblemError } from '@/lib/problem'
import { createQueryClient } from '@/lib/queries/client'
import { scheduleQuery } from '@/lib/queries/schedules'
import { SCHEDULE_ID } from '@/lib/schedules/model'
import { requireOperator } from '@/lib/server/auth'
import { lookAtSchedule } from '@/lib/server/copy'
import { env } from '@/lib/server/env'
import { ScheduleScreen } from './schedule-screen'

type Props = PageProps<'/schedules/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return { title: SCHEDULE_ID.test(id) ? `Schedule ${id}` : 'Not found' }
}

/** How long the page waits for SmarterPay before it goes out with a skeleton and the browser asks. */
const PATIENCE_MS = 1_000

export default async function SchedulePage({ params }: Props) {
  const operator = await requireOperator()
  const { id } = await params
  if (!SCHEDULE_ID.test(id)) notFound()

  const cache = createQueryClient()
  const query = scheduleQuery(id)
  const signal = AbortSignal.timeout(PATIENCE_MS)
  await cache.prefetchQuery({ ...query, queryFn: () => lookAtSchedule(id, { signal }), retry: false })
  const error = cache.getQueryState(query.queryKey)?.error
  if (error instanceof ProblemError && error.problem.kind === 'not-found') notFound()
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <OwnSearch key={id}>
        <ScheduleScreen id={id} by={reviewerOf(operator, env().SMARTERPAY_TARGET)} />
      </OwnSearch>
    </HydrationBoundary>
  )
}
