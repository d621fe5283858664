// What the palette offers for a text: groups of options, as values. How they look and what pressing does is in palette.tsx.
import type { PageAction } from '@/components/page-actions'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Role } from '@/lib/roles'
import { frequencyText } from '@/lib/schedules/frequency-words'
import { matchOf } from '@/lib/schedules/match'
import { isUnreadable, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'
import type { SearchText } from '@/lib/schedules/search-text'
import { standingOf } from '@/lib/schedules/standing'
import { placesFor } from './places'

export type PaletteOption = {
  key: string
  kind: 'schedule' | 'action' | 'page' | 'list'
  title: string
  /** Beside the title, lighter. */
  beside?: string
  /** Second line. */
  about?: string
  /** Why it is an answer. */
  reason?: string
  /** As the keyboard has them: "g s". */
  keys?: string
  href?: string
  press?: () => void
}
export type PaletteGroup = { name: string; options: PaletteOption[] }

/** Schedules in the list of results; the list itself shows the others. */
export const MOST_SCHEDULES = 8

const lowerFirst = (text: string) => `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`

/** "£25.32 monthly, 19th, next Mon 20 Jun 2022", "Payment plan, 3 of 8 paid, next …". */
export function aboutSchedule(schedule: Schedule): string {
  const progress = planProgress(schedule)
  const money = schedule.amount === null ? 'Amount not readable' : formatPounds(schedule.amount)
  const what = progress
    ? `Payment plan of ${money}, ${progress.paid} of ${progress.instalments} paid`
    : `${money} ${lowerFirst(frequencyText(schedule))}`
  const standing = standingOf(schedule)
  if (standing.kind === 'inactive') return `${what}, inactive`
  return standing.kind === 'running' && standing.next ? `${what}, next ${formatDate(standing.next.date)}` : what
}

function scheduleOption(schedule: Schedule, reason: string | null): PaletteOption {
  const { id, customReference } = schedule
  return {
    key: `schedule-${id}`,
    kind: 'schedule',
    title: customReference || id,
    ...(customReference && { beside: id }),
    about: aboutSchedule(schedule),
    ...(reason !== null && { reason }),
    href: `/schedules/${id}`,
  }
}

/** Schedules that answer the text, the best first, each with its reason. */
export function scheduleOptions(rows: readonly ScheduleRow[], typed: string, text: SearchText): PaletteOption[] {
  const ranked = rows
    .filter((row): row is Schedule => !isUnreadable(row))
    .map((schedule) => ({ schedule, ...matchOf(schedule, typed, text) }))
  return ranked
    .sort((one, other) => other.rank - one.rank)
    .slice(0, MOST_SCHEDULES)
    .map(({ schedule, reason }) => scheduleOption(schedule, reason))
}

/** `known`: what this page has read of one of them; the ids alone are kept. */
export function recentOptions(ids: readonly string[], known: (id: string) => Schedule | undefined): PaletteOption[] {
  return ids.map((id) => {
    const schedule = known(id)
    return schedule
      ? scheduleOption(schedule, null)
      : { key: `schedule-${id}`, kind: 'schedule', title: id, href: `/schedules/${id}` }
  })
}

export function actionOptions(actions: readonly PageAction[]): PaletteOption[] {
  return actions.map(({ name, keys, href, press }) => ({
    key: `action-${name}`,
    kind: 'action',
    title: name,
    ...(keys !== null && { keys }),
    ...(href === null ? { press } : { href }),
  }))
}

const pageOptions = (role: Role | null, bookRead: boolean): PaletteOption[] =>
  placesFor(role, bookRead).map(({ href, name, key }) => ({
    key: `page-${href}`,
    kind: 'page',
    title: name,
    keys: `g ${key}`,
    href,
  }))

/** Whether each word that was typed begins a word of the name. */
export function answers(name: string, typed: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return wanted.every((one) => words.some((word) => word.startsWith(one)))
}

export type PaletteParts = {
  typed: string
  /** Those that answer the text; empty until they are there. */
  schedules: readonly PaletteOption[]
  /** Where the list shows all that match. */
  listHref: string | null
  recent: readonly PaletteOption[]
  actions: readonly PaletteOption[]
  /** Of who is signed in: pages that are not theirs are not offered. */
  role: Role | null
  bookRead: boolean
}

/** Groups in their order; a group without options is not there. Nothing typed: what was opened lately comes first. */
export function paletteGroups({
  typed,
  schedules,
  listHref,
  recent,
  actions,
  role,
  bookRead,
}: PaletteParts): PaletteGroup[] {
  const fits = (options: readonly PaletteOption[]) =>
    options.filter(({ title, beside = '' }) => answers(`${title} ${beside}`, typed))
  const shown = new Set(schedules.map(({ key }) => key))
  const list: PaletteOption[] = listHref
    ? [{ key: 'list', kind: 'list', title: 'Show all that match in the list', href: listHref }]
    : []
  const lately = { name: 'Recent', options: fits(recent).filter(({ key }) => !shown.has(key)) }
  const groups = [
    ...(typed === '' ? [lately] : [{ name: 'Schedules', options: [...schedules, ...list] }]),
    { name: 'Actions on this page', options: fits(actions) },
    { name: 'Pages', options: fits(pageOptions(role, bookRead)) },
    ...(typed === '' ? [] : [lately]),
  ]
  return groups.filter(({ options }) => options.length > 0)
}
