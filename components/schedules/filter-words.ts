// How filters read on chips and in sentences.
import type { ListQuery } from '@/lib/schedules/contract'
import type { Kind, Method, Status } from '@/lib/schedules/model'
import { dateRangeText } from './date-range'
import { appliedFilters, type FilterName } from './list-address'

export const STATUS_WORDS: Record<Status, string> = {
  active: 'Active',
  inactive: 'Inactive',
  unrecognised: 'Unrecognised',
}
export const METHOD_WORDS: Record<Method, string> = {
  'direct-debit': 'Direct Debit',
  card: 'Card',
  unrecognised: 'Unrecognised',
}
export const KIND_WORDS: Record<Kind, string> = {
  ongoing: 'Ongoing',
  plan: 'Payment plan',
  unrecognised: 'Unrecognised',
}

export const FILTER_WORDS: Record<FilterName, string> = {
  status: 'Status',
  method: 'Method',
  kind: 'Type',
  next: 'Next payment',
  created: 'Created',
  mandate: 'Mandate',
  customer: 'Customer',
  reference: 'Custom reference',
  id: 'Id',
}

/** What a filter is set to, as on its chip; null when it is not set. */
export function filterText(query: ListQuery, name: FilterName): string | null {
  switch (name) {
    case 'status':
      return query.status?.map((word) => STATUS_WORDS[word]).join(' or ') ?? null
    case 'method':
      return query.method?.map((word) => METHOD_WORDS[word]).join(' or ') ?? null
    case 'kind':
      return query.kind?.map((word) => KIND_WORDS[word]).join(' or ') ?? null
    case 'next':
    case 'created': {
      const range = query[name]
      return range ? dateRangeText(range) : null
    }
    case 'mandate':
    case 'customer':
    case 'reference':
    case 'id':
      return query[name] ?? null
  }
}

/** "Status is Inactive, and next payment is 1 to 31 Dec 2026." */
export function filtersSentence(query: ListQuery): string {
  const parts = appliedFilters(query).map((name) => {
    const verb = name === 'reference' ? 'contains' : 'is'
    return `${FILTER_WORDS[name].toLowerCase()} ${verb} ${filterText(query, name)}`
  })
  if (query.q) parts.unshift(`search for “${query.q}”`)
  const text = parts.join(', and ')
  return text ? `${text[0]?.toUpperCase()}${text.slice(1)}.` : ''
}
