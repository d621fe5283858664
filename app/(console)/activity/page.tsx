import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { readActivityAddress } from '@/components/activity/activity-address'
import { ActivityScreen } from '@/components/activity/activity-screen'
import { activityQuery } from '@/lib/queries/activity'
import { createQueryClient } from '@/lib/queries/client'
import { findEntry, listEntries } from '@/lib/server/activity'
import { requireOperator } from '@/lib/server/auth'

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const operator = await requireOperator()
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams))
    for (const text of [value ?? []].flat()) params.append(name, text)
  const { query, entry } = readActivityAddress(params)

  const cache = createQueryClient()
  await cache.prefetchQuery({
    ...activityQuery(query, entry),
    queryFn: () => (entry === null ? listEntries(query, operator) : findEntry(entry, operator)),
    retry: false,
  })
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <ActivityScreen role={operator.role} />
    </HydrationBoundary>
  )
}
