import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { OwnSearch } from '@/components/own-search'
import { DISPLAY_COOKIE, readDisplay } from '@/components/schedules/display'
import { readListAddress } from '@/components/schedules/list-address'
import { readView } from '@/components/schedules/view-address'
import { createQueryClient } from '@/lib/queries/client'
import { schedulesQuery } from '@/lib/queries/schedules'
import { viewsQuery } from '@/lib/queries/views'
import { may } from '@/lib/roles'
import { requireOperator } from '@/lib/server/auth'
import { indexIsReady } from '@/lib/server/book/state'
import { circumstances } from '@/lib/server/clock'
import { listForScreen } from '@/lib/server/reading/list'
import { listViews } from '@/lib/server/views'
import { ListScreen } from './list-screen'

export const metadata: Metadata = { title: 'Schedules' }

/** How long the page waits for SmarterPay before it goes out without rows and the browser asks. */
const PATIENCE_MS = 700

export default async function SchedulesPage({ searchParams }: PageProps<'/schedules'>) {
  const operator = await requireOperator()
  const standing = Promise.all([listViews(operator), indexIsReady(), cookies()])
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams))
    for (const text of [value ?? []].flat()) params.append(name, text)
  const cache = createQueryClient()
  const [views, indexed, held] = await standing
  const first = views.find(({ opens }) => opens)
  if (first && params.size === 0) redirect(`/schedules?view=${first.id}`)
  cache.setQueryData(viewsQuery.queryKey, { views })
  const { query } = readListAddress(readView(params, views, circumstances().now.date).params, { indexed })

  const signal = AbortSignal.timeout(PATIENCE_MS)
  await cache.prefetchQuery({ ...schedulesQuery(query), queryFn: () => listForScreen(query, { signal }), retry: false })
  const display = readDisplay(held.get(DISPLAY_COOKIE)?.value)
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <OwnSearch>
        <ListScreen display={display} indexed={indexed} mayCreate={may(operator.role, 'schedules:create')} />
      </OwnSearch>
    </HydrationBoundary>
  )
}
