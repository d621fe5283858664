'use client'

import { ChartColumn, Table } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Segmented } from '@/components/ui/choice'
import { formatDate } from '@/lib/calendar-date'
import { slotsOf } from '@/lib/collections/days'
import type { Collections } from '@/lib/collections/model'
import type { CollectionsQuery } from '@/lib/collections/query'
import { highestOf, rowText } from '@/lib/collections/words'
import { formatPounds } from '@/lib/money'
import { CollectionsChart } from './chart'
import { ChartKey } from './chart-key'
import type { Picture } from './collections-address'
import { CollectionsTable } from './table'

export type ByDateProps = {
  collections: Collections
  query: CollectionsQuery
  picture: Picture
  onPicture: (picture: Picture) => void
  /** Rows of an earlier question. */
  busy: boolean
}

const PICTURES = [
  { value: 'chart', label: 'Chart', icon: ChartColumn },
  { value: 'table', label: 'Table', icon: Table },
] as const

/** The range as a chart and, its equal, as a table. */
export const ByDate = memo(function ByDate({ collections, query, picture, onPicture, busy }: ByDateProps) {
  const { extraHolidays } = useCircumstances()
  const slots = useMemo(() => slotsOf(collections.rows, query, extraHolidays), [collections.rows, query, extraHolidays])
  const highest = highestOf(slots)
  return (
    <div className={busy ? 'opacity-60 transition-opacity delay-150 duration-(--duration-quick)' : ''}>
      <div className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-2">
        {picture === 'chart' && <ChartKey days={query.group === 'day'} />}
        <div className="ml-auto flex flex-wrap items-center justify-between gap-x-6 gap-y-2 max-sm:w-full">
          {highest && (
            <span className="text-ink-3 text-small tabular-nums">
              Highest {query.group} {rowText(highest.slot, query.group)},{' '}
              {formatPounds(highest.row.total + highest.row.projected)}
            </span>
          )}
          <span className="print:hidden">
            <Segmented label="Show" options={PICTURES} value={picture} onChoose={onPicture} />
          </span>
        </div>
      </div>
      {picture === 'chart' && (
        <CollectionsChart slots={slots} group={query.group} projectedFrom={collections.projectedFrom} />
      )}
      <p className="mb-1 text-ink-3 text-small">
        Payments already taken are not in SmarterPay’s list, and not counted here.
        {collections.projectedFrom &&
          ` SmarterPay’s shorter lists end before ${formatDate(collections.projectedFrom)}: from then on part of it is projected, in a column of its own and in no total.`}
      </p>
      <CollectionsTable slots={slots} query={query} projectedFrom={collections.projectedFrom} />
    </div>
  )
})
