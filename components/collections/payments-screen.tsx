'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { useCircumstances } from '@/components/circumstances'
import { Banner } from '@/components/ui/banner'
import { Loaded } from '@/components/ui/loaded'
import { Trail } from '@/components/ui/trail'
import { Turner } from '@/components/ui/turner'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/calendar-date'
import { partsOf, sumsOf } from '@/lib/collections/days'
import { BANDS } from '@/lib/collections/model'
import { type Part, type PaymentsQuery, paymentsParams, readPaymentsQuery } from '@/lib/collections/payments-query'
import { collectionsParams, groupFor } from '@/lib/collections/query'
import { filterWords, partText, rangeText } from '@/lib/collections/words'
import { formatPounds } from '@/lib/money'
import { collectionPaymentsQuery, collectionsQuery } from '@/lib/queries/collections'
import { CollectionsExport } from './export-menu'
import { PaymentsTable } from './payments-table'

/** The single payments behind a figure. */
export function PaymentsScreen() {
  const { now } = useCircumstances()
  const path = usePathname()
  const { query, faults } = readPaymentsQuery(new URLSearchParams(useSearchParams()), now.date)
  const answer = useQuery({ ...collectionPaymentsQuery(query), placeholderData: keepPreviousData })
  const turn = (page: number) => history.pushState(null, '', `${path}?${paymentsParams({ ...query, page })}`)
  const { sort: _sort, page: _page, size: _size, ...unpaged } = query
  const { method, kind, source } = query
  const back = collectionsParams({
    from: query.from,
    to: query.to,
    group: groupFor(query),
    ...(method && { method }),
    ...(kind && { kind }),
    ...(source && { source }),
  })
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6 print:p-0">
      <Trail above={[{ href: `/collections?${back}`, name: 'Upcoming collections' }]} here="Payments" />
      <header className="mb-3 flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1">
          <h1 className="text-page font-strong tracking-[-0.014em]">Payments, {rangeText(query)}</h1>
          <p className="text-ink-2 text-lead">{[partText(query.band), ...filterWords(query)].join(' · ')}</p>
          <Together query={query} />
        </div>
        <CollectionsExport singly query={unpaged} />
      </header>
      {faults.length > 0 && (
        <div className="mb-3">
          <Banner tone="warn" title="Part of the address could not be read and was left out.">
            {faults.map(({ path: name, message }) => `“${name.slice(0, 30)}”: ${message}`).join(' ')}
          </Banner>
        </div>
      )}
      <Loaded query={answer} skeleton={<Waiting what="payments" />}>
        {({ rows, more }) => (
          <div className={answer.isPlaceholderData ? 'opacity-60' : ''}>
            {rows.length === 0 ? (
              <p className="py-4 text-body text-ink-2">No payments here.</p>
            ) : (
              <PaymentsTable rows={rows} />
            )}
            <Turner page={query.page} more={more} onPage={turn} />
          </div>
        )}
      </Loaded>
    </div>
  )
}

const ALL: Part[] = [...BANDS]

/** What they come to, and how old that is. */
function Together({ query: { from, to, method, kind, source, band = ALL } }: { query: PaymentsQuery }) {
  const { data } = useQuery(
    collectionsQuery({
      from,
      to,
      group: groupFor({ from, to }),
      ...(method && { method }),
      ...(kind && { kind }),
      ...(source && { source }),
    }),
  )
  if (!data) return <p className="min-h-5 text-small">&nbsp;</p>
  const sums = sumsOf(data.rows)
  const money = band.some((part) => part !== 'skipped')
  return (
    <p className="min-h-5 text-ink-3 text-small tabular-nums">
      {money && (
        <>
          <b className="font-strong text-ink">{formatPounds(partsOf(sums, band))}</b> ·{' '}
        </>
      )}
      Data as at {formatInstant(new Date(data.asOf))}
    </p>
  )
}
