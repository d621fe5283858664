import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { PaymentsScreen } from '@/components/collections/payments-screen'
import { readPaymentsQuery } from '@/lib/collections/payments-query'
import { createQueryClient } from '@/lib/queries/client'
import { collectionPaymentsQuery } from '@/lib/queries/collections'
import { requireOperator } from '@/lib/server/auth'
import { circumstances } from '@/lib/server/clock'
import { readPayments } from '@/lib/server/collection-payments'
import { pageParams } from '@/lib/server/page-params'

export const metadata: Metadata = { title: 'Payments' }

export default async function CollectionPaymentsPage({ searchParams }: PageProps<'/collections/payments'>) {
  await requireOperator()
  const { query } = readPaymentsQuery(await pageParams(searchParams), circumstances().now.date)
  const cache = createQueryClient()
  await cache.prefetchQuery({ ...collectionPaymentsQuery(query), queryFn: () => readPayments(query), retry: false })
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <PaymentsScreen />
    </HydrationBoundary>
  )
}
