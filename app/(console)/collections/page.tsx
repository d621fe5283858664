import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { readCollectionsAddress } from '@/components/collections/collections-address'
import { CollectionsScreen } from '@/components/collections/collections-screen'
import { OwnSearch } from '@/components/own-search'
import { rangeOf } from '@/lib/collections/moved-query'
import { createQueryClient } from '@/lib/queries/client'
import { collectionsQuery } from '@/lib/queries/collections'
import { snapshotsQuery } from '@/lib/queries/moved'
import { requireOperator } from '@/lib/server/auth'
import { circumstances } from '@/lib/server/clock'
import { readCollections } from '@/lib/server/collections'
import { pageParams } from '@/lib/server/page-params'
import { listSnapshots } from '@/lib/server/snapshots/moved'

export const metadata: Metadata = { title: 'Upcoming collections' }

export default async function CollectionsPage({ searchParams }: PageProps<'/collections'>) {
  await requireOperator()
  const { query } = readCollectionsAddress(await pageParams(searchParams), circumstances().now.date)
  const cache = createQueryClient()
  const range = rangeOf(query)
  await Promise.all([
    cache.prefetchQuery({ ...collectionsQuery(query), queryFn: () => readCollections(query), retry: false }),
    cache.prefetchQuery({ ...snapshotsQuery(range), queryFn: () => listSnapshots(range), retry: false }),
  ])
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <OwnSearch>
        <CollectionsScreen />
      </OwnSearch>
    </HydrationBoundary>
  )
}
