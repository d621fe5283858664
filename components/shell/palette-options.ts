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
  kind: 'schedule' | 'payer' | 'action' | 'page' | 'list'
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

/** Payers in the list of results. */
export const MOST_PAYERS = 3

const schedulesText = (count: number) => (count === 1 ? '1 schedule' : `${count} schedules`)

/** Why a payer is an answer: what the text says of the mandate itself. */
function mandateReason(schedules: readonly Schedule[], typed: string, text: SearchText): string | null {
  const reasons = schedules.map((schedule) => matchOf(schedule, typed, text).reason)
  return reasons.find((reason) => reason !== null && /^(AUDDIS reference|Mandate)/.test(reason)) ?? null
}

/**
 * Whose schedules answer the text: mandates that it names, or under which several were found, and customers whose id it is.
 * Each leads to all schedules of the payer in the list. `whole`: the rows are all that match.
 */
export function payerOptions(
  rows: readonly ScheduleRow[],
  typed: string,
  text: SearchText,
  whole: boolean,
): PaletteOption[] {
  const customers = text.ids.flatMap(({ kind, id }): PaletteOption[] =>
    kind !== 'customer'
      ? []
      : [
          {
            key: `payer-${id}`,
            kind: 'payer',
            title: `Customer ${id}`,
            about: 'All schedules of this customer, asked of SmarterPay',
            href: `/schedules?${new URLSearchParams({ customer: id })}`,
          },
        ],
  )
  const under = new Map<string, Schedule[]>()
  for (const row of rows)
    if (!isUnreadable(row) && row.mandateId) under.set(row.mandateId, [...(under.get(row.mandateId) ?? []), row])
  const mandates = [...under].flatMap(([mandate, schedules]): PaletteOption[] => {
    const reason = mandateReason(schedules, typed, text)
    if (reason === null && schedules.length < 2) return []
    const auddis = schedules[0]?.auddis
    return [
      {
        key: `payer-${mandate}`,
        kind: 'payer',
        title: auddis || mandate,
        ...(auddis && { beside: mandate }),
        about: `${schedulesText(schedules.length)} found under this mandate${whole ? '' : ', perhaps more'}`,
        ...(reason !== null && { reason }),
        href: `/schedules?${new URLSearchParams({ mandate })}`,
      },
    ]
  })
  const named = mandates.filter(({ reason }) => reason !== undefined)
  const shared = mandates.filter(({ reason }) => reason === undefined)
  return [...customers, ...named, ...shared].slice(0, MOST_PAYERS)
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
  payers: readonly PaletteOption[]
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
  payers,
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
    ...(typed === ''
      ? [lately]
      : [
          { name: 'Schedules', options: [...schedules, ...list] },
          { name: 'Payers', options: [...payers] },
        ]),
    { name: 'Actions on this page', options: fits(actions) },
    { name: 'Pages', options: fits(pageOptions(role, bookRead)) },
    ...(typed === '' ? [] : [lately]),
  ]
  return groups.filter(({ options }) => options.length > 0)
}
