// How many there are, as far as anybody knows: SmarterPay tells no totals, and none is invented.
import type { ListQuery, ScheduleList } from '@/lib/schedules/contract'
import { appliedFilters } from './list-address'

const GROUPED = new Intl.NumberFormat('en-GB')
const count = (n: number) => GROUPED.format(n)
const schedules = (n: number) => `${count(n)} ${n === 1 ? 'schedule' : 'schedules'}`

type Answer = Pick<ScheduleList, 'page' | 'size' | 'total' | 'more'> & { rows: readonly unknown[] }

const narrows = (query: ListQuery) => query.q !== undefined || appliedFilters(query).length > 0

/** Pages before this one may be shorter than their size where we filter too, so rows cannot be numbered there. */
const countable = (query: ListQuery, { page }: Answer) =>
  page === 1 || !(query.kind || query.next || query.created || query.q)

/** Beside the heading: "1,283 match", "37 schedules", "More than 50". */
export function countText(query: ListQuery, answer: Answer): string {
  const total = answer.total ?? (answer.page === 1 && !answer.more ? answer.rows.length : null)
  if (total !== null) return narrows(query) ? `${count(total)} ${total === 1 ? 'matches' : 'match'}` : schedules(total)
  if (!countable(query, answer)) return `Page ${count(answer.page)}`
  const seen = (answer.page - 1) * answer.size + answer.rows.length
  if (answer.more) return seen === 0 ? 'None so far' : `More than ${count(seen)}`
  return schedules(seen)
}

/** In the pager: "1–50, more follow", "51–73, the last", "1–50 of 1,283". */
export function rangeText(query: ListQuery, answer: Answer): string {
  const { page, size, rows, total, more } = answer
  if (rows.length === 0) return more ? 'None on this page, more follow' : 'None on this page'
  const end = total !== null ? ` of ${count(total)}` : more ? ', more follow' : ', the last'
  if (total === null && !countable(query, answer)) return `Page ${count(page)}: ${schedules(rows.length)}${end}`
  const first = (page - 1) * size + 1
  const last = first + rows.length - 1
  return `${count(first)}${rows.length > 1 ? `–${count(last)}` : ''}${end}`
}
