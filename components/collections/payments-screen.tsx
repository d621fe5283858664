'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useCircumstances } from '@/components/circumstances'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { paymentsParams, readPaymentsQuery } from '@/lib/collections/payments-query'
import { collectionsParams, groupFor } from '@/lib/collections/query'
import { filterWords, partText, rangeText } from '@/lib/collections/words'
import { collectionPaymentsQuery } from '@/lib/queries/collections'
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
  const { method, kind } = query
  const back = collectionsParams({
    from: query.from,
    to: query.to,
    group: groupFor(query),
    ...(method && { method }),
    ...(kind && { kind }),
  })
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6 print:p-0">
      <nav aria-label="Breadcrumb" className="mb-1 print:hidden">
        <ol className="flex items-center gap-1.5 text-ink-3 text-small">
          <li>
            <Link
              href={`/collections?${back}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-ink-2"
            >
              Upcoming collections
            </Link>
          </li>
          <li aria-current="page" className="flex items-center gap-1.5">
            <ChevronRight aria-hidden size={13} strokeWidth={1.9} className="flex-none" />
            Payments
          </li>
        </ol>
      </nav>
      <header className="mb-3 flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1">
          <h1 className="text-page font-strong tracking-[-0.014em]">Payments, {rangeText(query)}</h1>
          <p className="text-ink-2 text-lead">{[partText(query.band), ...filterWords(query)].join(' · ')}</p>
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
            {(more || query.page > 1) && (
              <nav aria-label="Pagination" className="mt-3 flex items-center gap-3 text-small text-ink-2 print:hidden">
                <Button blocked={query.page === 1} onClick={() => turn(query.page - 1)}>
                  Previous
                </Button>
                Page {query.page}
                <Button blocked={!more} onClick={() => turn(query.page + 1)}>
                  Next
                </Button>
              </nav>
            )}
          </div>
        )}
      </Loaded>
    </div>
  )
}
