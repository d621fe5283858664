// What the address of a schedule's page says: `?tab=payments&month=2022-06&focus=2022-06-20&show=year`.
// A page's own address never fails: what cannot be read falls back.
import { addMonths, type CalendarDate, dateIn, type Month, monthOf, parseDate } from '@/lib/calendar-date'
import { type Fix, fixText, parseFix } from './fix-address'

export const TABS = ['overview', 'payments', 'activity', 'details'] as const
export const VIEWS = ['calendar', 'list', 'year'] as const
export type Tab = (typeof TABS)[number]
export type View = (typeof VIEWS)[number]

export type ScheduleAddress = {
  tab: Tab
  /** Null: what suits the width of the screen, Calendar from 768 px, List below. */
  show: View | null
  /** The month on show, and the first of the twelve in Year. Null: the month of `focus`, else of the next payment, else of today. */
  month: Month | null
  /** The day of the calendar that holds the focus. */
  focus: CalendarDate | null
  /** What a warning that led here wants mended: proposed to the editor once. */
  fix: Fix | null
}

/** "2022-06". */
export const monthText = (month: Month): string => dateIn(month, 1).slice(0, 7)

/** The month of "2022-06"; null for anything else. */
export function parseMonth(text: string): Month | null {
  const first = parseDate(`${text}-01`)
  return first && monthOf(first)
}

/** Months from one to the other; negative when `to` is earlier. */
export const monthsBetween = (from: Month, to: Month): number => (to.year - from.year) * 12 + to.month - from.month

export const sameMonth = (a: Month, b: Month): boolean => monthsBetween(a, b) === 0

/** How far the calendar turns from today, in months, either way: beyond, nothing is known and little is likely. */
const REACH = 120

/** The same month, or the nearest one within ten years of today. */
export function withinReach(month: Month, today: CalendarDate): Month {
  const away = monthsBetween(monthOf(today), month)
  return addMonths(monthOf(today), Math.max(-REACH, Math.min(REACH, away)))
}

/** Reads the names tab, show, month, focus and fix; others belong to somebody else. `focus` outside `month` is let go. */
export function readScheduleAddress(params: URLSearchParams): ScheduleAddress {
  const month = parseMonth(params.get('month') ?? '')
  const focus = parseDate(params.get('focus') ?? '')
  const outside = month !== null && focus !== null && !focus.startsWith(monthText(month))
  return {
    tab: TABS.find((tab) => tab === params.get('tab')) ?? 'overview',
    show: VIEWS.find((view) => view === params.get('show')) ?? null,
    month,
    focus: outside ? null : focus,
    fix: parseFix(params.get('fix') ?? ''),
  }
}

/** The same address with some parts changed (null takes a part out); names of others stay as they are. */
export function scheduleAddressParams(params: URLSearchParams, change: Partial<ScheduleAddress>): URLSearchParams {
  const next = new URLSearchParams(params)
  const put = (name: string, value: string | null | undefined) => {
    if (value === undefined) return
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  put('tab', change.tab === 'overview' ? null : change.tab)
  put('show', change.show)
  put('month', change.month && monthText(change.month))
  put('focus', change.focus)
  put('fix', change.fix && fixText(change.fix))
  return next
}
