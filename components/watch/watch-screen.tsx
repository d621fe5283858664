'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { TextButton } from '@/components/ui/button'
import { Loaded } from '@/components/ui/loaded'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { Turner } from '@/components/ui/turner'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/calendar-date'
import {
  readWatchQuery,
  TAB_WORDS,
  TABS,
  type Tab,
  type WatchList,
  type WatchQuery,
  watchParams,
} from '@/lib/collections/watch-list'
import { useRefreshOfCopy } from '@/lib/queries/sync'
import { watchQuery } from '@/lib/queries/watch'
import { WatchTable } from './watch-table'

const LABEL = 'Watchlist'

/**
 * What needs a hand, part by part: why, on which schedule, how much is at stake, and the place to mend it. `first` is open
 * where the address names no part.
 */
export function WatchScreen({ first }: { first: Tab }) {
  const path = usePathname()
  const params = useSearchParams()
  const { query } = readWatchQuery(new URLSearchParams(params), first)
  const { refresh, askAgain } = useRefreshOfCopy()
  const answer = useQuery({
    ...watchQuery(query),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => askAgain(data?.asOf),
  })
  const go = (next: WatchQuery) => history.pushState(null, '', `${path}?${watchParams(next)}`)
  const counts = answer.data?.counts
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6">
      <header className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="flex-1 text-page font-strong tracking-[-0.014em]">Watchlist</h1>
        {answer.data && (
          <p className="flex items-center gap-2 text-ink-3 text-small tabular-nums">
            Data as at {formatInstant(new Date(answer.data.asOf))}
            <TextButton onClick={() => refresh(answer.data.asOf)} className="text-small">
              Refresh
            </TextButton>
          </p>
        )}
      </header>
      <Tabs
        label={LABEL}
        tabs={TABS.map((id) => ({ id, label: TAB_WORDS[id], ...(counts && { count: counts[id] }) }))}
        selected={query.tab}
        onSelect={(tab) => go({ tab, page: 1 })}
      />
      <TabPanel label={LABEL} id={query.tab} className="pt-3">
        <Loaded
          query={answer}
          skeleton={<Waiting what="the watchlist" />}
          standing={({ asOf }) => `What stands here is from ${formatInstant(new Date(asOf))}.`}
        >
          {(list) => (
            <Part list={list} query={query} busy={answer.isPlaceholderData} onTurn={(page) => go({ ...query, page })} />
          )}
        </Loaded>
      </TabPanel>
    </div>
  )
}

type PartProps = { list: WatchList; query: WatchQuery; busy: boolean; onTurn: (page: number) => void }

function Part({ list, query, busy, onTurn }: PartProps) {
  if (list.rows.length === 0 && !busy) return <p className="py-4 text-body text-ink-2">Nothing here needs a hand.</p>
  return (
    <div className={busy ? 'opacity-60' : ''}>
      <WatchTable rows={list.rows} label={TAB_WORDS[query.tab]} />
      <Turner page={query.page} more={list.more} onPage={onTurn} />
    </div>
  )
}
