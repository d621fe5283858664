import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StatementScreen } from '@/components/schedule/statement-screen'
import { ProblemError } from '@/lib/problem'
import { createQueryClient } from '@/lib/queries/client'
import { scheduleQuery } from '@/lib/queries/schedules'
import { SCHEDULE_ID } from '@/lib/schedules/model'
import { requireOperator } from '@/lib/server/auth'
import { lookAtSchedule } from '@/lib/server/copy'

type Props = PageProps<'/schedules/[id]/statement'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return { title: SCHEDULE_ID.test(id) ? `Payment statement ${id}` : 'Not found' }
}

/** How long the page waits for SmarterPay before it goes out with a skeleton and the browser asks. */
const PATIENCE_MS = 1_000

export default async function StatementPage({ params }: Props) {
  await requireOperator()
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
      <StatementScreen key={id} id={id} />
    </HydrationBoundary>
  )
}
