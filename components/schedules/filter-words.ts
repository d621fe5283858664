// How filters read on chips and in sentences.
import { formatPounds } from '@/lib/money'
import type { ListQuery } from '@/lib/schedules/contract'
import type { Frequency } from '@/lib/schedules/find'
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

export const FREQUENCY_WORDS: Record<Frequency, string> = {
  weekly: 'Weekly',
  fortnightly: 'Fortnightly',
  'four-weekly': 'Every 4 weeks',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  'half-yearly': 'Half-yearly',
  yearly: 'Yearly',
  other: 'Another frequency',
}

export const FILTER_WORDS: Record<FilterName, string> = {
  status: 'Status',
  method: 'Method',
  kind: 'Type',
  next: 'Next payment',
  created: 'Created',
  amount: 'Amount',
  frequency: 'Frequency',
  day: 'Collection day',
  ends: 'Ends',
  starts: 'First payment',
  differs: 'Differs from the rule',
  skipped: 'Skipped payments',
  risk: 'Risk',
  mandate: 'Mandate',
  customer: 'Customer',
  reference: 'Custom reference',
  id: 'Id',
}

function amountRangeText({ from, to }: NonNullable<ListQuery['amount']>): string {
  if (from !== undefined && to !== undefined)
    return from === to ? formatPounds(from) : `${formatPounds(from)} to ${formatPounds(to)}`
  return from !== undefined ? `from ${formatPounds(from)}` : `up to ${formatPounds(to ?? 0)}`
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
    case 'created':
    case 'starts': {
      const range = query[name]
      return range ? dateRangeText(range) : null
    }
    case 'amount':
      return query.amount ? amountRangeText(query.amount) : null
    case 'frequency':
      return query.frequency?.map((word) => FREQUENCY_WORDS[word]).join(' or ') ?? null
    case 'day':
      return query.day?.map((day) => (day === 'last' ? 'last day' : day)).join(' or ') ?? null
    case 'ends':
      if (query.ends === undefined) return null
      return query.ends === 'never' ? 'no end' : dateRangeText(query.ends)
    case 'differs':
      return query.differs ?? null
    case 'skipped':
      if (query.skipped === undefined) return null
      return query.skipped === 'next' ? 'the next payment' : 'any payment'
    case 'risk':
      return query.risk ? 'Dormancy' : null
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
