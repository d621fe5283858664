'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Menu as MenuIcon, WifiOff } from 'lucide-react'
import Link from 'next/link'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useShortcut } from '@/components/shortcuts'
import { Banner } from '@/components/ui/banner'
import { IconButton } from '@/components/ui/button'
import { useOffline } from '@/components/ui/offline'
import { Popover } from '@/components/ui/popover'
import { Updates } from '@/components/ui/updates'
import { hasTypedWork } from '@/lib/queries/typed-work'
import { AccountMenu } from './account-menu'
import { Mark } from './mark'
import { Navigation } from './navigation'
import { PaletteButton } from './palette-button'
import { PlaceKeys } from './place-keys'
import { type SessionProps, SessionWatch } from './session-watch'
import { LiveBadge, type Target, TargetStrip } from './target'
import type { Theme } from './theme'

const KeyboardShortcuts = lazy(async () => ({
  default: (await import('./keyboard-shortcuts')).KeyboardShortcuts,
}))

export type FrameProps = {
  target: Target
  operator: { name: string; email: string; role: string }
  theme: Theme
  session: SessionProps
  children: ReactNode
}

/** What stands around every page of the console: which SmarterPay this is, the places, who is signed in. */
export function Frame({ target, operator, theme, session, children }: FrameProps) {
  const [showsKeys, setShowsKeys] = useState(false)
  const offline = useOffline()
  const typedWork = hasTypedWork(useQueryClient())
  useShortcut('?', 'Show the keyboard shortcuts', () => setShowsKeys(true))
  const home = (
    <Link
      href="/"
      prefetch={false}
      className="flex h-12 min-w-0 items-center gap-[9px] px-2 text-[0.9375rem] font-strong tracking-[-0.012em] text-ink no-underline hover:no-underline"
    >
      <Mark />
      <span className="truncate sm:max-xl:sr-only">Quarterday</span>
    </Link>
  )
  return (
    <div className={target === 'live' ? '[--bar-target:0px]' : ''}>
      <a
        href="#main"
        className="fixed top-1 left-1 z-(--z-dialog) -translate-y-20 rounded-control bg-accent px-4 py-2.5 font-strong text-on-accent focus:translate-y-0 print:hidden"
      >
        Skip to main content
      </a>
      <TargetStrip target={target} />
      <div className="sm:grid sm:grid-cols-[var(--nav-narrow)_minmax(0,1fr)] xl:grid-cols-[var(--nav-wide)_minmax(0,1fr)] print:block">
        <div className="sticky top-(--bar-target) z-(--z-nav) h-[calc(100dvh-var(--bar-target))] border-line border-r bg-canvas px-2 max-sm:hidden print:hidden">
          <div className="mb-2 flex sm:max-xl:justify-center">{home}</div>
          <Navigation narrow />
        </div>
        <div className="flex min-h-[calc(100dvh-var(--bar-target))] min-w-0 flex-col bg-surface print:block print:min-h-0">
          <header className="sticky top-(--bar-target) z-(--z-nav) flex h-(--bar-top) flex-none items-center gap-3 border-line border-b bg-surface px-4 max-sm:gap-0 max-sm:px-1 sm:px-6 print:hidden">
            <div className="flex min-w-0 items-center sm:hidden">
              <Popover
                label="Menu"
                className="p-2"
                trigger={(props) => <IconButton {...props} icon={MenuIcon} label="Menu" className="size-11!" />}
              >
                {(close) => <Navigation onLeave={close} />}
              </Popover>
              {home}
            </div>
            {target === 'live' && <LiveBadge />}
            <span className="flex-1 sm:hidden" />
            <PaletteButton person={operator.email} />
            <span className="flex-1 max-sm:hidden" />
            <AccountMenu {...operator} theme={theme} onShortcuts={() => setShowsKeys(true)} />
          </header>
          <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none print:block">
            {offline && (
              <div className="px-4 pt-4 sm:px-6">
                <Banner icon={WifiOff} live="status" title="You are offline.">
                  {typedWork ? 'Your draft is kept on this device. ' : ''}
                  What stands here stays; new answers come when the network is back.
                </Banner>
              </div>
            )}
            {children}
          </main>
        </div>
      </div>
      <PlaceKeys />
      <Updates />
      <SessionWatch {...session} />
      {showsKeys && (
        <Suspense fallback={null}>
          <KeyboardShortcuts onClose={() => setShowsKeys(false)} />
        </Suspense>
      )}
    </div>
  )
}
