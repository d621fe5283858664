import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { CircumstancesProvider } from '@/components/circumstances'
import { Frame } from '@/components/shell/frame'
import { readTheme, THEME_COOKIE } from '@/components/shell/theme'
import { RoleProvider } from '@/components/ui/reader-role'
import { WorkOwner } from '@/components/work-owner'
import { createQueryClient } from '@/lib/queries/client'
import { watchCountsQuery } from '@/lib/queries/watch-counts'
import { may, roleLabel } from '@/lib/roles'
import { requireOperator } from '@/lib/server/auth'
import { indexIsReady } from '@/lib/server/book/state'
import { circumstances } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { ABSOLUTE_MS } from '@/lib/server/store/sessions'
import { readWatchCounts } from '@/lib/server/watch'

/** Everything behind sign-in: who is asking, London's time, and the frame around the page. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { name, email, role, since, ends } = await requireOperator()
  const settings = env()
  const watches = may(role, 'watch:read')
  const [ready, waiting, held] = await Promise.all([indexIsReady(), watches && readWatchCounts(), cookies()])
  const cache = createQueryClient()
  if (waiting) cache.setQueryData(watchCountsQuery.queryKey, waiting)
  const fixedDay = 'TODAY' in settings && settings.TODAY !== undefined
  return (
    <CircumstancesProvider first={circumstances()} serverMs={fixedDay ? null : Date.now()}>
      <RoleProvider role={role} bookRead={ready}>
        <HydrationBoundary state={dehydrate(cache)}>
          <Frame
            target={settings.SMARTERPAY_TARGET}
            operator={{ name, email, role: roleLabel[role] }}
            session={{ now: Date.now(), ends: ends.getTime(), latest: since.getTime() + ABSOLUTE_MS }}
            theme={readTheme(held.get(THEME_COOKIE)?.value)}
          >
            <WorkOwner email={email}>{children}</WorkOwner>
          </Frame>
        </HydrationBoundary>
      </RoleProvider>
    </CircumstancesProvider>
  )
}
