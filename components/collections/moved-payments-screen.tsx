'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { useCircumstances } from '@/components/circumstances'
import { Banner } from '@/components/ui/banner'
import { Loaded } from '@/components/ui/loaded'
import { Trail } from '@/components/ui/trail'
import { Turner } from '@/components/ui/turner'
import { Waiting } from '@/components/ui/waiting'
import { movedHref } from '@/lib/collections/moved-address'
import { type MovedPaymentsQuery, movedPaymentsParams, readMovedPaymentsQuery } from '@/lib/collections/moved-query'
import { STEP_WORDS, snapshotDay, snapshotText } from '@/lib/collections/moved-words'
import { rangeText } from '@/lib/collections/words'
import { movedPaymentsQuery, snapshotsQuery } from '@/lib/queries/moved'
import { MovedPaymentsTable } from './moved-payments-table'

/** The payments of one step: before, after, and who moved them. */
export function MovedPaymentsScreen() {
  const { now } = useCircumstances()
  const { query, faults } = readMovedPaymentsQuery(new URLSearchParams(useSearchParams()), now.date)
  const { since, until, step } = query
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6 print:p-0">
      <Trail
        above={[{ href: movedHref(query, since === 0 ? null : since, until), name: 'What moved' }]}
        here={STEP_WORDS[step].label}
      />
      <h1 className="text-page font-strong tracking-[-0.014em]">
        {STEP_WORDS[step].label}, {rangeText(query)}
      </h1>
      {faults.length > 0 && (
        <div className="my-3">
          <Banner tone="warn" title="Part of the address could not be read and was left out.">
            {faults.map(({ path: name, message }) => `“${name.slice(0, 30)}”: ${message}`).join(' ')}
          </Banner>
        </div>
      )}
      {since !== 0 && <Rows query={query} />}
    </div>
  )
}

function Rows({ query }: { query: MovedPaymentsQuery }) {
  const path = usePathname()
  const { step: _step, page, ...bridge } = query
  const { since, until, ...range } = bridge
  const list = useQuery(snapshotsQuery(range))
  const answer = useQuery({ ...movedPaymentsQuery(query), placeholderData: keepPreviousData })
  const known = (wanted: number | undefined) => list.data?.snapshots.find(({ id }) => id === wanted)
  const [snapshot, later] = [known(since), known(until)]
  const turn = (to: number) => history.pushState(null, '', `${path}?${movedPaymentsParams({ ...query, page: to })}`)
  return (
    <>
      <p className="mb-3 min-h-6 text-ink-2 text-lead first-letter:uppercase">
        {STEP_WORDS[query.step].why}
        {snapshot && ` · ${until ? 'between' : 'since'} ${snapshotText(snapshot)}`}
        {later && ` and ${snapshotText(later)}`}
      </p>
      <Loaded query={answer} skeleton={<Waiting what="payments" />}>
        {({ rows, more }) => (
          <div className={answer.isPlaceholderData ? 'opacity-60' : ''}>
            {rows.length === 0 ? (
              <p className="py-4 text-body text-ink-2">No payments here.</p>
            ) : (
              <MovedPaymentsTable rows={rows} after={later ? snapshotDay(later) : 'Now'} />
            )}
            <Turner page={page} more={more} onPage={turn} />
          </div>
        )}
      </Loaded>
    </>
  )
}
