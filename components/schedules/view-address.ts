// A view in the list's address: its name alone while the list shows just that, else its name beside what differs.
import type { CalendarDate } from '@/lib/calendar-date'
import { listQueryParams } from '@/lib/schedules/contract'
import { ALL, asView, BUILT_IN, type SavedView, type View, viewQuery } from '@/lib/schedules/views'
import { listHref, PAGE_QUERY } from './list-address'

/** Names that go with a view without being a change of it. */
const BESIDE = ['view', 'cols']

export type FoundView = {
  view: View
  /** The address without its view: what the list is asked for. */
  params: URLSearchParams
  /** The address names a view that this person does not have. */
  missing: boolean
}

/** Which view an address names, and what it comes to on that day. */
export function readView(address: URLSearchParams, saved: readonly SavedView[], today: CalendarDate): FoundView {
  const name = address.get('view')
  const params = new URLSearchParams(address)
  params.delete('view')
  const view = name === null ? ALL : [...BUILT_IN, ...saved.map(asView)].find(({ id }) => id === name)
  if (!view) return { view: ALL, params, missing: true }
  const alone = [...address.keys()].every((own) => BESIDE.includes(own))
  if (alone)
    for (const [own, text] of listQueryParams(viewQuery(view, PAGE_QUERY, today), PAGE_QUERY)) params.set(own, text)
  return { view, params, missing: false }
}

export type ViewHref = { view: View; today: CalendarDate; opensElsewhere: boolean }

/**
 * The address of a query within a view. A list without any filter is that of all schedules; where the bare address opens
 * with another view (`opensElsewhere`), it says so.
 */
export function viewHref(
  [query, columns]: Parameters<typeof listHref>,
  { view, today, opensElsewhere }: ViewHref,
): string {
  const params = new URLSearchParams(listHref(query, columns).split('?')[1] ?? '')
  const own = listQueryParams(viewQuery(view, PAGE_QUERY, today), PAGE_QUERY)
  const asked = listQueryParams(query, PAGE_QUERY)
  const isAll = view.id === ALL.id || asked.size === 0
  if (isAll) {
    if (opensElsewhere && asked.size === 0) params.set('view', ALL.id)
    return params.size > 0 ? `/schedules?${params}` : '/schedules'
  }
  if (asked.toString() === own.toString()) for (const name of own.keys()) params.delete(name)
  return `/schedules?${new URLSearchParams([['view', view.id], ...params])}`
}
