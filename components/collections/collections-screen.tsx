'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { useOwnSearch } from '@/components/own-search'
import { Banner } from '@/components/ui/banner'
import { Loaded } from '@/components/ui/loaded'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { formatInstant } from '@/lib/calendar-date'
import type { Collections } from '@/lib/collections/model'
import { rangeOf } from '@/lib/collections/moved-query'
import { daysOf, groupFor, PERIODS } from '@/lib/collections/query'
import { rangeText } from '@/lib/collections/words'
import { formatCount } from '@/lib/count'
import { collectionsQuery } from '@/lib/queries/collections'
import { snapshotsQuery } from '@/lib/queries/moved'
import { useRefreshOfCopy } from '@/lib/queries/sync'
import { ByDate } from './by-date'
import {
  type CollectionsAddress,
  collectionsHref,
  type Picture,
  readCollectionsAddress,
  type Section,
} from './collections-address'
import { CollectionsHead } from './collections-head'
import { CollectionsSkeleton } from './collections-skeleton'
import { Excluded } from './excluded'
import { Figures } from './figures'
import { HeatMap } from './heat-map'
import { Largest } from './largest'
import { Moved } from './moved'
import { Toolbar } from './toolbar'
import { Turning } from './turning'
import { useOfOneMoment } from './use-of-one-moment'

const LABEL = 'Collections'
const TABS: { id: Section; label: string }[] = [
  { id: 'by-date', label: 'By date' },
  { id: 'moved', label: 'What moved' },
  { id: 'largest', label: 'Largest' },
  { id: 'turning', label: 'Ending and starting' },
  { id: 'heat-map', label: 'Calendar heat map' },
]

/** What will be collected, when, and how surely. */
export function CollectionsScreen() {
  const { address, change } = useAddress()
  const { query, section, since, until, ignored } = address
  const range = useMemo(() => {
    const { group: _group, ...days } = query
    return days
  }, [query])
  const { refresh, askAgain } = useRefreshOfCopy()
  const { now } = useCircumstances()
  const cache = useQueryClient()
  const showAs = useCallback((picture: Picture) => change({ picture }), [change])
  const prepare = () => {
    for (const period of PERIODS) {
      const days = daysOf(period, now.date)
      const next = { ...query, ...days, group: groupFor(days) }
      void cache.prefetchQuery(collectionsQuery(next))
      void cache.prefetchQuery(snapshotsQuery(rangeOf(next)))
    }
  }
  const answer = useQuery({
    ...collectionsQuery(query),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => askAgain(data?.asOf),
  })
  useOfOneMoment(answer.data?.asOf)
  return (
    <div data-paper="wide" className="px-4 pt-5 pb-10 sm:px-6 print:p-0">
      <CollectionsHead range={range} asOf={answer.data?.asOf} onRefresh={refresh} />
      <p className="hidden text-body print:block">{rangeText(query)}</p>
      <Toolbar query={query} onChange={(next) => change({ query: next })} onIntent={prepare} />
      {ignored.length > 0 && (
        <div className="mb-3">
          <Banner tone="warn" title="Part of the address could not be read and was left out.">
            {ignored.join(' ')}
          </Banner>
        </div>
      )}
      <Loaded
        query={answer}
        skeleton={<CollectionsSkeleton />}
        standing={({ asOf }) => `What stands here is from ${formatInstant(new Date(asOf))}.`}
      >
        {(collections) => (
          // On a telephone the figures stand under their tab, so that each of the others begins in sight.
          <div className="max-sm:flex max-sm:flex-col">
            <Notices collections={collections} />
            <div className={`max-sm:order-1 max-sm:pt-3 ${section === 'by-date' ? '' : 'max-sm:hidden'}`}>
              <Figures collections={collections} query={query} since={since} />
            </div>
            <Tabs label={LABEL} tabs={TABS} selected={section} onSelect={(next) => change({ section: next })} />
            <TabPanel label={LABEL} id={section} className="pt-3 max-sm:order-2">
              {section === 'by-date' && (
                <ByDate
                  collections={collections}
                  query={query}
                  picture={address.picture}
                  onPicture={showAs}
                  busy={answer.isPlaceholderData}
                />
              )}
              {section === 'moved' && (
                <Moved
                  query={query}
                  since={since}
                  until={until}
                  onEnds={change}
                  picture={address.picture}
                  onPicture={showAs}
                  unread={collections.readSoFar !== null}
                />
              )}
              {section === 'largest' && <Largest query={query} />}
              {section === 'turning' && <Turning query={query} />}
              {section === 'heat-map' && <HeatMap query={query} />}
            </TabPanel>
          </div>
        )}
      </Loaded>
    </div>
  )
}

/** Older than this and it is said in so many words. */
const OLD_MS = 5 * 60_000

function Notices({ collections }: { collections: Collections }) {
  const { asOf, readSoFar } = collections
  const old = Date.now() - Date.parse(asOf) > OLD_MS
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {readSoFar !== null && (
        <Banner title="The book is being read for the first time.">
          {formatCount(readSoFar)} schedules read so far. These sums grow until it has been read whole.
        </Banner>
      )}
      {readSoFar === null && old && (
        <Banner title={`These sums are of ${formatInstant(new Date(asOf))}.`}>
          What changed at SmarterPay since then may be missing.
        </Banner>
      )}
      <Excluded collections={collections} />
    </div>
  )
}

/** The page's own address, changed without asking the server for the page. */
function useAddress() {
  const { now } = useCircumstances()
  const [params, goTo] = useOwnSearch()
  const cache = useQueryClient()
  const address = useMemo(() => readCollectionsAddress(params, now.date), [params, now.date])
  const change = useCallback(
    (part: Partial<CollectionsAddress>) => {
      const next = { ...address, ...part }
      // Before anything is drawn anew: the answer is on its way meanwhile.
      if (part.query) void cache.prefetchQuery(collectionsQuery(next.query))
      goTo(collectionsHref(next), { step: true })
    },
    [address, cache, goTo],
  )
  return { address, change }
}
