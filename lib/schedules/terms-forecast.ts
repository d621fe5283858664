// A change of the rule, row by row against now: what will probably change for the payer, what it would reset, and what to
// look at again. Ours, a forecast; SmarterPay decides on saving and its answer is held against it.
import type { CalendarDate } from '@/lib/calendar-date'
import { sumPence, toPence } from '@/lib/money'
import type { Terms } from './changes'
import type { Circumstances } from './circumstances'
import { dormantGap, type ShortGap, shortGaps } from './gaps'
import type { Schedule, UpcomingPayment } from './model'
import { type NoticeClass, noticeClass } from './notice'
import { type Pair, paired } from './period-pairs'
import { planProgress, spreadEvenly } from './plan'
import { previewTerms } from './preview'
import { exact, type ProjectedRow } from './project'
import { ruleOf } from './rule'
import { type PutBack, putBack, type RuleEdit, resetsOf } from './rule-edits'

/** `beyond`: after the last row that SmarterPay lists now, and so no change that anybody could see. */
export type Fate = 'same' | 'changed' | 'removed' | 'added' | 'beyond'
export type ForecastRow = {
  before: UpcomingPayment | null
  after: ProjectedRow | null
  fate: Fate
  /** Of a changed row: the strictest of the day it leaves and the day it goes to. Null for cards and unchanged rows. */
  notice: NoticeClass | null
  /** Put back by the second change. */
  kept: RuleEdit | null
}

export type TermsForecast = {
  rows: ForecastRow[]
  /** How many rows change, without those beyond the present list. */
  changed: number
  /** Pence of the rows now, and of the rows that take their place. */
  beforeTotal: number
  afterTotal: number
  firstAffected: CalendarDate | null
  /** Payments that would come too close, and do not now. */
  gaps: ShortGap[]
  /** A stretch without a payment in which the mandate may lapse, and that is not there now. */
  dormant: { from: CalendarDate; to: CalendarDate } | null
  /** Rows that differ from the rule and would be reset. */
  resets: RuleEdit[]
  /** The list with them put back, as the second change would probably send it; null where there is nothing to put back. */
  putBack: PutBack | null
  /** The list after the change of the rule alone. */
  regenerated: ProjectedRow[]
}

const MOST_ROWS = 60
const USUAL_ROWS = 6

const lowestOf = (row: ProjectedRow): UpcomingPayment => ({ date: row.date, amount: row.lowest })

/** The forecast as a list that adds up: a plan's shares with the odd pennies where our own tool puts them. */
export function asPayments(schedule: Schedule, terms: Terms, rows: readonly ProjectedRow[]): UpcomingPayment[] {
  const progress = planProgress(schedule)
  if (!progress) return rows.map(lowestOf)
  const left = toPence(Math.max(0, (terms.amount ?? progress.total) - progress.collected))
  const shares = spreadEvenly(left, rows.length)
  return rows.map((row, index) => ({ date: row.date, amount: shares[index] ?? row.lowest }))
}

/** Enough rows to stand beside every row that is listed now. */
function rowsBeside(schedule: Schedule, terms: Terms, listed: readonly UpcomingPayment[], c: Circumstances) {
  const preview = previewTerms(schedule, terms, c, MOST_ROWS)
  if (preview === null || preview.faults.length > 0) return null
  const last = listed.at(-1)?.date
  const least = terms.endDate === undefined ? listed.length : Math.max(listed.length, USUAL_ROWS)
  if (schedule.kind === 'plan') return preview.rows
  return preview.rows.filter((row, index) => index < least || (last !== undefined && row.date <= last))
}

const STRICTEST: readonly NoticeClass[] = ['locked', 'short-notice', 'notice-safe']

function asRow(pair: Pair, schedule: Schedule, terms: Terms, c: Circumstances): Omit<ForecastRow, 'kept'> {
  const { before, after } = pair
  const last = schedule.upcoming?.at(-1)?.date
  const within = before !== null && after !== null && before.amount >= after.lowest && before.amount <= after.highest
  const unseen =
    schedule.kind === 'ongoing' &&
    terms.endDate === undefined &&
    last !== undefined &&
    after !== null &&
    after.date > last
  const fate: Fate =
    before === null
      ? unseen
        ? 'beyond'
        : 'added'
      : after === null
        ? 'removed'
        : before.date === after.date && within
          ? 'same'
          : 'changed'
  const days = [before?.date, after?.date].flatMap((date) => date ?? [])
  const told = fate !== 'same' && fate !== 'beyond' && schedule.method !== 'card'
  const classes = told ? days.map((date) => noticeClass(date, schedule.method, c)) : []
  return { before, after, fate, notice: STRICTEST.find((one) => classes.includes(one)) ?? null }
}

/** The second list laid over the first forecast. */
function overlaid(pairs: readonly Pair[], back: PutBack): (Pair & { kept: RuleEdit | null })[] {
  const extras = back.kept.filter((edit) => edit.kind === 'extra')
  const kept = new Map(back.kept.flatMap((edit) => (edit.at === null ? [] : [[edit.at, edit] as const])))
  const rows = pairs.map((pair) => {
    const edit = pair.after ? (kept.get(pair.after.date) ?? null) : null
    const extra = extras.find((one) => one.listed === pair.before) ?? null
    if (extra) return { ...pair, after: asItStands(extra.listed), kept: extra }
    if (!edit || !pair.after) return { ...pair, kept: null }
    const date = edit.date ?? pair.after.date
    return {
      before: pair.before,
      after: { ...pair.after, date, ...(edit.amount !== null && exact(edit.amount)) },
      kept: edit,
    }
  })
  // What an edit holds back from a plan goes over the other rows.
  const held = back.kept.some((edit) => edit.amount !== null && edit.kind !== 'extra')
  const amountOn = new Map(back.payments.map(({ date, amount }) => [date, amount]))
  return rows.map((row) => {
    const amount = held && row.after && !row.kept ? amountOn.get(row.after.date) : undefined
    if (amount === undefined || !row.after || (amount >= row.after.lowest && amount <= row.after.highest)) return row
    return { ...row, after: { ...row.after, ...exact(amount) } }
  })
}

const asItStands = ({ date, amount }: UpcomingPayment): ProjectedRow => ({
  date,
  nominal: date,
  ...exact(amount),
  certain: true,
  doubts: [],
})

const amended = (schedule: Schedule, terms: Terms, upcoming: UpcomingPayment[]): Schedule => ({
  ...schedule,
  collectionStretch: terms.collectionStretch ?? schedule.collectionStretch,
  upcoming,
})

/**
 * The forecast of a change of the rule. `keep`: with the rows that differ from the rule put back by a second change. Null
 * where the change cannot be, or where the rule or the list does not tell enough to foresee anything.
 */
export function forecastTerms(schedule: Schedule, terms: Terms, c: Circumstances, keep = false): TermsForecast | null {
  const listed = schedule.upcoming
  const rule = ruleOf(schedule)
  if (listed === null || rule === null) return null
  const regenerated = rowsBeside(schedule, terms, listed, c)
  const pairs = regenerated && paired(schedule, rule, regenerated, c)
  if (regenerated === null || pairs === null) return null
  const resets = resetsOf(schedule, terms, pairs, c)
  const list = asPayments(schedule, terms, regenerated)
  const back = resets.length === 0 ? null : putBack(amended(schedule, terms, list), list, resets, c)
  const laid = keep && back ? overlaid(pairs, back) : pairs.map((pair) => ({ ...pair, kept: null }))
  const rows = laid
    .map(({ kept, ...pair }): ForecastRow => ({ ...asRow(pair, schedule, terms, c), kept }))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
  const seen = rows.filter(({ fate }) => fate !== 'beyond')
  const upcoming = keep && back ? back.payments : list
  const after = amended(schedule, terms, upcoming)
  const old = shortGaps(schedule)
  const dormant = dormantGap(after, c)
  const moved = seen.filter(({ fate }) => fate !== 'same')
  return {
    rows,
    changed: moved.length,
    beforeTotal: sumPence(listed.map(({ amount }) => amount)),
    afterTotal: totalAfter(schedule, terms, seen),
    firstAffected: moved.map(dayOf).sort()[0] ?? null,
    gaps: shortGaps(after).filter(
      ({ first, second }) => !old.some((gap) => gap.first === first && gap.second === second),
    ),
    dormant: dormant && dormantGap(schedule, c)?.to === dormant.to ? null : dormant,
    resets,
    putBack: back,
    regenerated,
  }
}

const dayOf = ({ before, after }: ForecastRow): CalendarDate => (after ?? before)?.date as CalendarDate

/** A plan's rest is known to the penny, whoever splits it. */
function totalAfter(schedule: Schedule, terms: Terms, seen: readonly ForecastRow[]): number {
  const progress = planProgress(schedule)
  if (progress) return (terms.amount ?? progress.total) - progress.collected
  return sumPence(seen.map(({ after }) => after?.lowest ?? 0))
}

/**
 * The lists now and after, for holding a change against an operator's limits: a share that may be as it is counts as
 * unchanged, any other at its highest. Both empty where nothing can be foreseen.
 */
export function likelyLists(
  schedule: Schedule,
  terms: Terms,
  c: Circumstances,
): { before: UpcomingPayment[]; after: UpcomingPayment[] } {
  const rows = forecastTerms(schedule, terms, c)?.rows ?? []
  const seen = rows.filter(({ fate }) => fate !== 'beyond')
  return {
    before: seen.flatMap(({ before }) => before ?? []),
    after: seen.flatMap(({ before, after }) => {
      if (!after) return []
      const stands = before !== null && before.amount >= after.lowest && before.amount <= after.highest
      return [{ date: after.date, amount: stands ? before.amount : after.highest }]
    }),
  }
}

/** Nothing changed: SmarterPay's own list on both sides. */
export function asListed(schedule: Schedule): TermsForecast {
  const listed = schedule.upcoming ?? []
  const total = sumPence(listed.map(({ amount }) => amount))
  return {
    rows: listed.map((row) => ({ before: row, after: asItStands(row), fate: 'same', notice: null, kept: null })),
    changed: 0,
    beforeTotal: total,
    afterTotal: total,
    firstAffected: null,
    gaps: [],
    dormant: null,
    resets: [],
    putBack: null,
    regenerated: [],
  }
}
