// An entry of the log in plain words: who did what, to which schedule, and what came of it.
import { formatLongDate, formatMinutes, londonTime } from '../calendar-date'
import { ROLES, roleLabel } from '../roles'
import type { UpcomingPayment } from '../schedules/model'
import { changedRows, changeWords } from '../schedules/upcoming'
import { type ActivityGroup, type Outcome, type PartChange, type ReadEntry, readEntry, valueText } from './entry'

/** Every action that the log knows, as the filter calls it. */
export const ACTION_WORDS = {
  'replace-upcoming': 'Payments changed',
  amend: 'Rule changed',
  create: 'Schedule created',
  disable: 'Schedule disabled',
  'changed-outside': 'Changed outside this dashboard',
  'created-outside': 'Created outside this dashboard',
  'gone-outside': 'No longer at SmarterPay',
  regenerated: 'Payments re-dated by SmarterPay',
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'not-allowed': 'Refused: not allowed',
  'role-change': 'Role changed',
  export: 'Exported',
  'view-shared': 'View shared',
  'view-withdrawn': 'View no longer shared',
  verify: 'Log verified',
} as const

export const SOURCE_WORDS = {
  person: 'Person',
  job: 'Bulk job',
  smarterpay: 'SmarterPay',
  outside: 'Outside this dashboard',
} as const

const PART_WORDS: Record<string, string> = {
  status: 'status',
  kind: 'type',
  method: 'method',
  amount: 'amount',
  firstCollectionAmount: 'first payment amount',
  collectionPeriod: 'frequency',
  collectionDay: 'collection day',
  collectionStretch: 'number of months or weeks between payments',
  startDate: 'start date',
  firstCollectionDate: 'first payment date',
  nextCollectionDate: 'next payment date',
  endDate: 'end date',
  instalments: 'number of instalments',
  firstTwoInSameMonth: 'first two payments in the same month',
  description: 'description',
  customReference: 'custom reference',
  metadata: 'extra data',
  auddis: 'AUDDIS reference',
  mandateId: 'mandate',
  cardId: 'card',
}
export const partText = (part: string): string => PART_WORDS[part] ?? part

type Verb = { past: string; plain: string }
const VERBS: Record<string, Verb> = {
  moved: { past: 'moved', plain: 'move' },
  skipped: { past: 'skipped', plain: 'skip' },
  restored: { past: 'restored', plain: 'restore' },
  edited: { past: 'edited', plain: 'edit' },
  added: { past: 'added', plain: 'add' },
  removed: { past: 'removed', plain: 'remove' },
}

const listed = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`

/** How many rows were moved, skipped, edited and so on; a row that was moved and edited counts as both. */
function countWords(before: readonly UpcomingPayment[], after: readonly UpcomingPayment[]): Map<string, number> {
  const words = changedRows(before, after).flatMap((change): string[] => {
    if (change.kind !== 'changed') return [change.kind]
    return changeWords(change.before, change.after)
  })
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** "moved 1 payment", "moved 1, skipped 1 and edited 2 payments"; with `tried` in the form that follows "tried to". */
export function paymentsPhrase(before: readonly UpcomingPayment[], after: readonly UpcomingPayment[], tried = false) {
  const counts = [...countWords(before, after)]
  const last = counts.at(-1)
  if (!last) return tried ? 'leave the payments as they were' : 'left the payments as they were'
  const phrases = counts.map(([word, count]) => `${VERBS[word]?.[tried ? 'plain' : 'past'] ?? word} ${count}`)
  return `${listed(phrases)} ${last[1] === 1 ? 'payment' : 'payments'}`
}

function partsPhrase(parts: readonly PartChange[], verb: string): string {
  const [only] = parts
  if (only && parts.length === 1)
    return `${verb} the ${partText(only.part)} from ${valueText(only.part, only.before)} to ${valueText(only.part, only.after)}`
  return `${verb} the ${listed(parts.map(({ part }) => partText(part)))}`
}

const FAILED: readonly Outcome[] = ['refused', 'not-applied', 'open', 'needs-attention']

const values = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const roleText = (value: unknown) => {
  const role = ROLES.find((one) => one === value)
  return role ? roleLabel[role] : 'no access'
}

function changePhrase(entry: ReadEntry, tried: boolean): string {
  const { action, payments, parts } = entry
  const verb = tried ? 'change' : 'changed'
  if (action === 'create') return tried ? 'create a schedule' : 'created the schedule'
  if (entry.outcome === 'already') return 'found the schedule inactive already'
  if (action === 'disable') return tried ? 'disable the schedule' : 'disabled the schedule'
  if (action === 'replace-upcoming' && payments) return paymentsPhrase(payments.before, payments.after, tried)
  if (parts.length > 0) return partsPhrase(parts, verb)
  return payments ? paymentsPhrase(payments.before, payments.after, tried) : `${verb} the schedule`
}

/** What was done, as what follows a name: "moved 1 payment", "tried to skip 1 payment", "signed in". */
export function whatText(group: ActivityGroup): string {
  const entry = readEntry(group)
  const [first] = group.phases
  const after = values(first?.after)
  switch (entry.action) {
    case 'created-outside':
      return 'created the schedule'
    case 'gone-outside':
      return 'no longer has the schedule'
    case 'sign-in':
      return after.door === 'sso' ? 'signed in by single sign-on' : 'signed in'
    case 'sign-out':
      return 'signed out'
    case 'not-allowed':
      return `was refused ${String(after.asked ?? 'something')}: ${String(after.needs ?? 'others')} may do this`
    case 'role-change': {
      const before = values(first?.before)
      const role = before.enabled === false ? null : before.role
      return `changed the role of ${String(after.person ?? 'somebody')} from ${roleText(role)} to ${roleText(after.enabled === false ? null : after.role)}`
    }
    case 'export':
      return `exported ${String(after.rows ?? 0)} ${after.rows === 1 ? 'row' : 'rows'} of ${String(after.what ?? 'data')}`
    case 'verify':
      return after.firstBad === null || after.firstBad === undefined
        ? `verified the log: ${String(after.read ?? 0)} entries are as they were written`
        : `verified the log: it is broken at entry ${String(after.firstBad)}`
    default:
      return FAILED.includes(entry.outcome) ? `tried to ${changePhrase(entry, true)}` : changePhrase(entry, false)
  }
}

/** Who did it, as a name stands at the head of a sentence. */
export function whoText({ phases: [first], who }: ActivityGroup): string {
  if (first?.source === 'smarterpay' || first?.action === 'gone-outside') return SOURCE_WORDS.smarterpay
  if (first?.source === 'outside') return SOURCE_WORDS.outside
  return who ?? first?.person ?? (first?.source === 'job' ? SOURCE_WORDS.job : 'The command line')
}

/** "Agent moved 1 payment on FTBRS00112373, 5 June 2025, 14:32": the name of an entry. */
export function entryName(group: ActivityGroup): string {
  const [first] = group.phases
  if (!first) return ''
  const { date, minutes } = londonTime(new Date(first.at))
  const dayAndTime = `${formatLongDate(date).replace(/^\w+ /, '')}, ${formatMinutes(minutes)}`
  const schedule = scheduleOf(group)
  return `${whoText(group)} ${whatText(group)}${schedule ? ` on ${schedule}` : ''}, ${dayAndTime}`
}

/** The schedule that an entry is about; that of a new one is known from its ending alone. */
export function scheduleOf({ phases }: ActivityGroup): string | null {
  return phases.findLast(({ schedule }) => schedule !== null)?.schedule ?? null
}

const OUTCOME_WORDS: Record<Exclude<Outcome, null>, string> = {
  done: 'Confirmed by SmarterPay',
  already: 'Nothing was sent',
  adjusted: 'Saved, adjusted by SmarterPay',
  refused: 'Refused by SmarterPay, nothing changed',
  'not-applied': 'Not applied, nothing changed',
  open: 'Not confirmed yet',
  'needs-attention': 'Needs attention',
  seen: 'Seen on re-reading',
}

/** What came of it; null where nothing was to come. Where a person said so, that is told. */
export function outcomeText(entry: ReadEntry): string | null {
  if (entry.outcome === null) return null
  if (!entry.resolved) return OUTCOME_WORDS[entry.outcome]
  return entry.outcome === 'done' ? 'Applied, as a person found' : 'Not applied, as a person found'
}
