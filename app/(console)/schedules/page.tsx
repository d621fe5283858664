import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { DISPLAY_COOKIE, readDisplay } from '@/components/schedules/display'
import { readListAddress } from '@/components/schedules/list-address'
import { SchedulesScreen } from '@/components/schedules/schedules-screen'
import { createQueryClient } from '@/lib/queries/client'
import { schedulesQuery } from '@/lib/queries/schedules'
import { may } from '@/lib/roles'
import { requireOperator } from '@/lib/server/auth'
import { listSchedules } from '@/lib/server/reading/schedules'

export const metadata: Metadata = { title: 'Schedules' }

/** How long the page waits for SmarterPay before it goes out without rows and the browser asks. */
const PATIENCE_MS = 700

export default async function SchedulesPage({ searchParams }: PageProps<'/schedules'>) {
  const operator = await requireOperator()
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams))
    for (const text of [value ?? []].flat()) params.append(name, text)
  const { query } = readListAddress(params)

  const cache = createQueryClient()
  const signal = AbortSignal.timeout(PATIENCE_MS)
  await cache.prefetchQuery({ ...schedulesQuery(query), queryFn: () => listSchedules(query, { signal }), retry: false })
  const display = readDisplay((await cookies()).get(DISPLAY_COOKIE)?.value)
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <SchedulesScreen display={display} mayCreate={may(operator.role, 'schedules:create')} />
    </HydrationBoundary>
  )
}
