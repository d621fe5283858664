'use client'

import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { movedHref } from '@/lib/collections/moved-address'
import { rangeOf } from '@/lib/collections/moved-query'
import { signedPounds, snapshotDay } from '@/lib/collections/moved-words'
import type { CollectionsQuery } from '@/lib/collections/query'
import { snapshotsQuery } from '@/lib/queries/moved'
import { Figure } from './figure'

export type ChangeSinceProps = {
  query: CollectionsQuery
  /** Pence listed now; null where what is listed was not asked for. */
  total: number | null
  /** The snapshot that was chosen; null: the usual one. */
  since: number | null
}

/** By how much the sum has changed since a snapshot; it leads to what moved, where another can be chosen. */
export function ChangeSince({ query, total, since }: ChangeSinceProps) {
  const { data } = useQuery(snapshotsQuery(rangeOf(query)))
  const known = data?.snapshots ?? []
  const shown = known.find(({ id }) => id === since) ?? known.find(({ id }) => id === data?.usual)
  const change = shown && total !== null ? signedPounds(total - shown.total) : null
  return (
    <Figure
      term="Change since"
      icon={History}
      href={movedHref(rangeOf(query), since)}
      words={change ?? '–'}
      label={
        shown
          ? `Change since ${snapshotDay(shown)}${change ? `, ${change}` : ''}: show what moved`
          : 'Change since: there is no snapshot yet; show what moved'
      }
    >
      {shown ? `${snapshotDay(shown)}, in SmarterPay’s list` : data ? 'no snapshot yet' : ' '}
    </Figure>
  )
}
