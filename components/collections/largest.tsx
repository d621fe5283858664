'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import type { CollectionsQuery } from '@/lib/collections/query'
import { collectionPaymentsQuery } from '@/lib/queries/collections'
import { PaymentsTable } from './payments-table'

const SHOWN = 25

/** The largest single payments of the range, listed and projected. */
export function Largest({ query: { group: _group, ...range } }: { query: CollectionsQuery }) {
  const answer = useQuery(collectionPaymentsQuery({ ...range, sort: '-amount', page: 1, size: SHOWN }))
  return (
    <Loaded query={answer} skeleton={<Waiting what="payments" />}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="py-4 text-body text-ink-2">No payments in this range.</p>
        ) : (
          <PaymentsTable rows={rows} />
        )
      }
    </Loaded>
  )
}
