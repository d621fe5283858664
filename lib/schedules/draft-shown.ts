// A person's draft as every view shows it: its rows as shown payments with what became of each, and where moved ones stood.
// A row that stays the same keeps the very same shown payment, so that one command redraws the days it touches and no others.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { type DraftRow, isFixed, isTouched, type Setting } from './draft'
import type { RowRemark } from './draft-check'
import type { Schedule } from './model'
import { changeableUntil, noticeClass } from './notice'
import {
  type Drafted,
  differencesByRow,
  type Ghost,
  judged,
  NO_DIFFERENCES,
  type PaymentState,
  type ShownPayment,
} from './shown-payments'

export type ShownDraft = {
  /** In order of date. A row without a day or an amount yet stands in the List alone. */
  payments: ShownPayment[]
  ghosts: Ghost[]
}

/** What became of a row, in one word. */
function stateOf({ listed, date, amount }: DraftRow, fixed: boolean): PaymentState {
  if (fixed) return amount === 0 ? 'skipped' : 'locked'
  if (!listed) return 'added'
  if (amount === 0) return 'skipped'
  if (date !== listed.date) return 'moved'
  if (amount !== listed.amount) return listed.amount === 0 ? 'restored' : 'edited'
  return 'scheduled'
}

/** Short notice is told by the day itself; it calls for no second look. */
function attentionOf(remarks: readonly RowRemark[]): Drafted['attention'] {
  if (remarks.some(({ stops }) => stops)) return 'stops'
  const worth = remarks.some((remark) => remark.kind !== 'finding' || remark.finding.kind !== 'short-notice')
  return worth ? 'look' : null
}

const NO_REMARKS: readonly RowRemark[] = []
const differs = ({ listed, date, amount }: DraftRow) =>
  listed !== null && (date !== listed.date || amount !== listed.amount)

/**
 * Shows drafts on one list of a schedule, that of `onBasis`, one after another; what it made of a row is kept for as long
 * as the row and what is said of it stay the same. `remarks`: by row id.
 */
export function draftShower(onBasis: Schedule, setting: Setting) {
  const { c, method } = setting
  const { isBankingDay, roll } = bankingCalendar(c.extraHolidays)
  const fromRule = differencesByRow(onBasis, c)
  const notices = judged(onBasis)
  const listed = onBasis.upcoming ?? []
  const placeOf = new Map(listed.map((payment, place) => [payment, place]))
  const kept = new WeakMap<DraftRow, { remarks: readonly RowRemark[]; shown: ShownPayment }>()

  const show = (row: DraftRow, remarks: readonly RowRemark[]): ShownPayment | null => {
    const before = kept.get(row)
    if (before && before.remarks === remarks) return before.shown
    const { date, amount } = row
    if (date === null || amount === null) return null
    const touched = isTouched(row)
    const place = row.listed === null ? undefined : placeOf.get(row.listed)
    const shown: ShownPayment = {
      key: row.id,
      date,
      lowest: amount,
      highest: amount,
      state: stateOf(row, isFixed(row, setting)),
      differs: touched || place === undefined ? NO_DIFFERENCES : (fromRule.get(place) ?? NO_DIFFERENCES),
      likelyDate: isBankingDay(date) ? null : roll(date),
      notice: notices ? noticeClass(date, method, c) : null,
      changeableUntil: notices ? changeableUntil(row.listed?.date ?? date, c) : null,
      estimate: false,
      drafted: {
        row: row.id,
        touched,
        was: differs(row) ? row.listed : null,
        pinned: row.pinned,
        attention: attentionOf(remarks),
      },
    }
    kept.set(row, { remarks, shown })
    return shown
  }

  return (rows: readonly DraftRow[], remarks: ReadonlyMap<string, readonly RowRemark[]>): ShownDraft => {
    const payments = rows.flatMap((row) => show(row, remarks.get(row.id) ?? NO_REMARKS) ?? [])
    const ghosts = rows.flatMap(({ id, listed: was, date }): Ghost[] =>
      was !== null && date !== null && date !== was.date
        ? [{ row: id, date: was.date, amount: was.amount, to: date }]
        : [],
    )
    return { payments: payments.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), ghosts }
  }
}
