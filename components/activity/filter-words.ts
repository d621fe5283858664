import { REASON_WORDS } from '@/components/review/why-form'
import type { ActivityQuery } from '@/lib/activity'
import { ACTION_WORDS, SOURCE_WORDS } from '@/lib/activity/words'
import { formatDate } from '@/lib/calendar-date'
import type { FilterName } from './activity-address'

export const FILTER_WORDS: Record<FilterName, string> = {
  person: 'Person',
  source: 'Source',
  action: 'Action',
  schedule: 'Schedule',
  dates: 'Date range',
  reason: 'Reason',
}

export const reasonText = (reason: string): string => REASON_WORDS[reason as keyof typeof REASON_WORDS] ?? reason

const namesOf = (words: readonly string[], names: Record<string, string>) =>
  words.map((word) => names[word] ?? word).join(', ')

/** What a filter holds, in words; null where it is off. */
export function filterText(query: ActivityQuery, name: FilterName): string | null {
  switch (name) {
    case 'person':
    case 'schedule':
      return query[name] ?? null
    case 'source':
      return query.source ? namesOf(query.source, SOURCE_WORDS) : null
    case 'action':
      return query.action ? namesOf(query.action, ACTION_WORDS) : null
    case 'reason':
      return query.reason ? namesOf(query.reason, REASON_WORDS) : null
    case 'dates': {
      const { from, to } = query
      if (from && to) return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`
      if (from) return `from ${formatDate(from)}`
      return to ? `until ${formatDate(to)}` : null
    }
  }
}
