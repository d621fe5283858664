import { CalendarSync, ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ListQuery } from '@/lib/schedules/contract'
import { filtersSentence } from './filter-words'
import { appliedFilters } from './list-address'

export type EmptyProps = {
  query: ListQuery
  indexed: boolean
  more: boolean
  onClear: () => void
  onPage: (page: number) => void
}

/** No rows is an answer too: none yet, none that match, or none on this page. */
export function Empty({ query, indexed, more, onClear, onPage }: EmptyProps) {
  if (more)
    return (
      <Frame icon={<ListFilter size={22} strokeWidth={1.9} aria-hidden />} title="None on this page">
        <p className="wrap-anywhere">{filtersSentence(query)}</p>
        <p>SmarterPay cannot look for all of this itself, and has more schedules to look through.</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button onClick={() => onPage(query.page + 1)}>Look on the next page</Button>
          <Button onClick={onClear}>Clear all filters</Button>
        </div>
      </Frame>
    )
  if (query.page > 1)
    return (
      <Frame icon={<CalendarSync size={22} strokeWidth={1.9} aria-hidden />} title="Nothing on this page">
        <p>The list ends before page {query.page}.</p>
        <Button className="mt-3" onClick={() => onPage(1)}>
          Go to the first page
        </Button>
      </Frame>
    )
  if (appliedFilters(query).length === 0 && !query.q)
    return (
      <Frame icon={<CalendarSync size={22} strokeWidth={1.9} aria-hidden />} title="No schedules yet">
        <p>New schedules appear here when they are created.</p>
      </Frame>
    )
  return (
    <Frame icon={<ListFilter size={22} strokeWidth={1.9} aria-hidden />} title="No schedules match these filters">
      <p className="wrap-anywhere">{filtersSentence(query)}</p>
      {query.q && (
        <p>
          {indexed
            ? 'A search finds a part of an id, a reference or a description, and whole amounts such as 25.32.'
            : 'A search finds a part of a custom reference, or a whole id or mandate.'}
        </p>
      )}
      <Button className="mt-3" onClick={onClear}>
        Clear all filters
      </Button>
    </Frame>
  )
}

function Frame({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="flex max-w-[62ch] flex-col items-start gap-1 px-4 py-10 text-ink-2 sm:px-2">
      {icon}
      <h2 className="mt-1 text-[0.9375rem]/6 font-strong text-ink">{title}</h2>
      {children}
    </div>
  )
}
