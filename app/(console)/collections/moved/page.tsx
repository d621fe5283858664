import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { MovedPaymentsScreen } from '@/components/collections/moved-payments-screen'
import { readMovedPaymentsQuery } from '@/lib/collections/moved-query'
import { createQueryClient } from '@/lib/queries/client'
import { movedPaymentsQuery } from '@/lib/queries/moved'
import { requireOperator } from '@/lib/server/auth'
import { circumstances } from '@/lib/server/clock'
import { pageParams } from '@/lib/server/page-params'
import { readMoved } from '@/lib/server/snapshots/moved'

export const metadata: Metadata = { title: 'What moved' }

export default async function MovedPage({ searchParams }: PageProps<'/collections/moved'>) {
  await requireOperator()
  const { query } = readMovedPaymentsQuery(await pageParams(searchParams), circumstances().now.date)
  const cache = createQueryClient()
  if (query.since !== 0)
    await cache.prefetchQuery({ ...movedPaymentsQuery(query), queryFn: () => readMoved(query), retry: false })
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <MovedPaymentsScreen />
    </HydrationBoundary>
  )
}
