import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { WatchScreen } from '@/components/watch/watch-screen'
import { firstWaiting, readWatchQuery } from '@/lib/collections/watch-list'
import { createQueryClient } from '@/lib/queries/client'
import { watchQuery } from '@/lib/queries/watch'
import { may, whoMay } from '@/lib/roles'
import { requireOperator } from '@/lib/server/auth'
import { pageParams } from '@/lib/server/page-params'
import { readWatch, readWatchCounts } from '@/lib/server/watch'

export const metadata: Metadata = { title: 'Watchlist' }

export default async function WatchPage({ searchParams }: PageProps<'/watch'>) {
  const { role } = await requireOperator()
  if (!may(role, 'watch:read'))
    return (
      <div className="px-4 pt-5 pb-10 sm:px-6">
        <h1 className="mb-2 text-page font-strong tracking-[-0.014em]">Watchlist</h1>
        <p className="text-ink-2">Your role does not include this. {whoMay('watch:read')} can read the watchlist.</p>
      </div>
    )
  const counts = await readWatchCounts().catch(() => null)
  const first = counts ? firstWaiting(counts) : 'attention'
  const { query } = readWatchQuery(await pageParams(searchParams), first)
  const cache = createQueryClient()
  await cache.prefetchQuery({ ...watchQuery(query), queryFn: () => readWatch(query), retry: false })
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <WatchScreen first={first} />
    </HydrationBoundary>
  )
}
