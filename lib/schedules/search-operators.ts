// What somebody who knows the words types into the search box: `status:active type:plan next:this-month`. Each becomes a filter
// with its chip; what is no such word stays a search.
import type { CalendarDate } from '@/lib/calendar-date'
import { parsePounds } from '@/lib/money'
import type { Circumstances } from './circumstances'
import { type ListQuery, readListQuery } from './contract'
import { readTypedDate } from './typed'
import { relativeRange } from './views'

const NAMES: Record<string, string> = {
  status: 'status',
  method: 'method',
  type: 'kind',
  kind: 'kind',
  next: 'next',
  created: 'created',
  amount: 'amount',
  mandate: 'mandate',
  customer: 'customer',
  id: 'id',
  ref: 'reference',
  reference: 'reference',
}
const WORDS: Record<string, string> = { dd: 'direct-debit', directdebit: 'direct-debit', 'payment-plan': 'plan' }

function rangeOf(value: string, read: (end: string) => string | null): string | null {
  const ends = value.includes('..') ? value.split('..') : [value, value]
  const [from, to] = ends.map((end) => (end === '' ? '' : read(end)))
  return ends.length === 2 && typeof from === 'string' && typeof to === 'string' ? `${from}..${to}` : null
}

function paramOf(name: string, value: string, c: Circumstances): string | null {
  if (name === 'amount') return rangeOf(value, (end) => parsePounds(end)?.toString() ?? null)
  if (name === 'next' || name === 'created') {
    const moving = relativeRange(value.toLowerCase(), c.now.date)
    if (moving) return `${moving.from ?? ''}..${moving.to ?? ''}`
    return rangeOf(value, (end): CalendarDate | null => readTypedDate(end, null, c))
  }
  if (name === 'status' || name === 'method' || name === 'kind') {
    const words = value.toLowerCase().split(',')
    return words.map((word) => WORDS[word] ?? word).join(',')
  }
  return value
}

export type Taken = { filters: Partial<ListQuery>; rest: string }

/**
 * The filters in a text, and the text without them; null where there are none. While somebody types (`whole` false), a word
 * counts once a space follows it.
 */
export function takeOperators(text: string, c: Circumstances, whole: boolean): Taken | null {
  const params = new URLSearchParams()
  const rest = text.replaceAll(/(^|\s)([a-z]+):(\S+)(?=(\s|$))/gi, (all, before, word, value, after) => {
    const name = Object.hasOwn(NAMES, word.toLowerCase()) ? NAMES[word.toLowerCase()] : undefined
    if (name === undefined || params.has(name) || (after === '' && !whole)) return all
    const read = paramOf(name, value, c)
    if (read === null || readListQuery(new URLSearchParams([[name, read]])).faults.length > 0) return all
    params.set(name, read)
    return before
  })
  if (params.size === 0) return null
  const { sort: _sort, page: _page, size: _size, ...filters } = readListQuery(params).query
  return { filters, rest: rest.replaceAll(/\s+/g, ' ').trim() }
}
