import type { CalendarDate } from '@/lib/calendar-date'
import { type SearchedPart, unseenMatch } from '@/lib/schedules/match-reason'
import { readSearchText } from '@/lib/schedules/search-text'
import { Reference, referenceLink } from './cells'
import type { ColumnId } from './column-names'
import type { ScheduleColumn } from './columns'

// Why a row is an answer to the search where no column shows it; fetched with the first search.

const SHOWN_IN: Partial<Record<ColumnId, SearchedPart[]>> = {
  reference: ['id', 'reference'],
  payer: ['auddis', 'mandate', 'card'],
  auddis: ['auddis'],
  description: ['description'],
}

/** The reference, and under it, in the place of the id, what was found where nothing else in the row says so. */
export function referenceFound(q: string, columns: readonly ColumnId[], today: CalendarDate): ScheduleColumn['cell'] {
  const text = readSearchText(q, today)
  const shown = new Set(columns.flatMap((id) => SHOWN_IN[id] ?? []))
  return (row) => {
    const found = unseenMatch(row, q, text, shown)
    // The same shape as without a reason, so that a link that has the focus keeps it.
    if (found === null) return Reference(row)
    return (
      <>
        {referenceLink(row.id, row.customReference || row.id)}
        <span title={found} className="block max-w-44 truncate text-micro text-ink-2 max-sm:max-w-none">
          {found}
        </span>
      </>
    )
  }
}
