import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { CircumstancesProvider } from '@/components/circumstances'
import { Frame } from '@/components/shell/frame'
import { readTheme, THEME_COOKIE } from '@/components/shell/theme'
import { RoleProvider } from '@/components/ui/reader-role'
import { WorkOwner } from '@/components/work-owner'
import { roleLabel } from '@/lib/roles'
import { requireOperator } from '@/lib/server/auth'
import { indexIsReady } from '@/lib/server/book/state'
import { circumstances } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { ABSOLUTE_MS } from '@/lib/server/store/sessions'

/** Everything behind sign-in: who is asking, London's time, and the frame around the page. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { name, email, role, since, ends } = await requireOperator()
  const settings = env()
  const fixedDay = 'TODAY' in settings && settings.TODAY !== undefined
  return (
    <CircumstancesProvider first={circumstances()} serverMs={fixedDay ? null : Date.now()}>
      <RoleProvider role={role} bookRead={await indexIsReady()}>
        <Frame
          target={settings.SMARTERPAY_TARGET}
          operator={{ name, email, role: roleLabel[role] }}
          session={{ now: Date.now(), ends: ends.getTime(), latest: since.getTime() + ABSOLUTE_MS }}
          theme={readTheme((await cookies()).get(THEME_COOKIE)?.value)}
        >
          <WorkOwner email={email}>{children}</WorkOwner>
        </Frame>
      </RoleProvider>
    </CircumstancesProvider>
  )
}
