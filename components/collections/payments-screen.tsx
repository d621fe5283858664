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
import { type PaymentsQuery, paymentsParams, readPaymentsQuery } from '@/lib/collections/payments-query'
import { collectionsParams, groupFor } from '@/lib/collections/query'
import { BAND_WORDS, rangeText } from '@/lib/collections/words'
import { collectionPaymentsQuery } from '@/lib/queries/collections'
import { PaymentsTable } from './payments-table'

const LISTED = 'locked,scheduled,at-risk'

/** "Locked", "In SmarterPay’s list", "Skipped": which payments these are. */
function partText({ band }: PaymentsQuery): string {
  if (!band) return 'All payments'
  if (band.join() === LISTED) return 'In SmarterPay’s list'
  return band.map((part) => (part === 'skipped' ? 'Skipped' : BAND_WORDS[part])).join(', ')
}

/** The single payments behind a figure. */
export function PaymentsScreen() {
  const { now } = useCircumstances()
  const path = usePathname()
  const { query, faults } = readPaymentsQuery(new URLSearchParams(useSearchParams()), now.date)
  const answer = useQuery({ ...collectionPaymentsQuery(query), placeholderData: keepPreviousData })
  const turn = (page: number) => history.pushState(null, '', `${path}?${paymentsParams({ ...query, page })}`)
  const { method, kind } = query
  const back = collectionsParams({
    from: query.from,
    to: query.to,
    group: groupFor(query),
    ...(method && { method }),
    ...(kind && { kind }),
  })
  const filters = [
    ...(method ?? []).map((word) => (word === 'card' ? 'Card' : 'Direct Debit')),
    ...(kind ?? []).map((word) => (word === 'plan' ? 'Payment plan' : 'Ongoing')),
  ]
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
      <h1 className="text-page font-strong tracking-[-0.014em]">Payments, {rangeText(query)}</h1>
      <p className="mb-3 text-ink-2 text-lead">{[partText(query), ...filters].join(' · ')}</p>
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
