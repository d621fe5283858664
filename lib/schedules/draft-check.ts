// The judgement on a draft, row by row, as every view shows it: what stops saving and why, what to look at again,
// and what would be sent. One call a change.
import { alike } from './alike'
import { checkUpcoming, type Finding } from './check'
import type { Circumstances } from './circumstances'
import { type Draft, draftPayments, type FieldError, fieldErrors, usualAmount } from './draft'
import { type Advice, adviseOn } from './draft-advice'
import type { Schedule, UpcomingPayment } from './model'
import { planBalance } from './plan'
import { changedRows, type RowChange } from './upcoming'

/** One row's findings lose their place in the list: they stand beside the row that they are about. */
export type RowRemark =
  | { kind: 'field'; error: FieldError; stops: true }
  | { kind: 'finding'; finding: Extract<Finding, { row: number }>; stops: boolean }
  | { kind: 'advice'; advice: Advice; stops: false }

export type DraftJudgement = {
  /** What would be sent, in order; fields that cannot be read count with their last good value. */
  payments: UpcomingPayment[]
  /** The draft's row behind each of `payments`. */
  rowIds: string[]
  /** What differs from SmarterPay's list: what the review shows, and what **Save n changes** counts. */
  changes: Exclude<RowChange, { kind: 'kept' }>[]
  /** By row id. */
  remarks: ReadonlyMap<string, readonly RowRemark[]>
  /** About the list as a whole. */
  whole: Finding[]
  /** Pence and rows that a plan lacks; negative where it has too much. Both 0 for ongoing schedules. */
  leftToPlace: number
  rowsToAdd: number
  /** Something was changed, and nothing stands in the way of saving it. */
  canSave: boolean
}

/** The remarks with the lists of `before` where they say the same, so that a row redraws only when something new is said of it. */
function steady(remarks: Map<string, RowRemark[]>, before: DraftJudgement['remarks']): DraftJudgement['remarks'] {
  const entries = [...remarks].map(([id, said]) => {
    const earlier = before.get(id)
    return [id, earlier && alike(earlier, said) ? earlier : said] as const
  })
  return new Map(entries)
}

/**
 * Judges a draft on a schedule by the same rules as the BFF. `c`: London's time now and the settings. `before`: the judgement
 * on the draft as it was a moment ago, whose remarks are kept where they still hold.
 */
export function judgeDraft(
  schedule: Schedule,
  draft: Draft,
  c: Circumstances,
  before: DraftJudgement | null = null,
): DraftJudgement {
  const onBasis = { ...schedule, upcoming: [...draft.listed] }
  const { payments, rowIds } = draftPayments(draft)
  const changes = changedRows(draft.listed, payments)
  const touched = new Set(changes.flatMap((change) => ('row' in change ? [change.row] : [])))
  const errors = fieldErrors(draft)
  const findings = checkUpcoming(schedule.upcoming === null ? schedule : onBasis, payments, c, changes)
  const advice = adviseOn(schedule, payments, touched, usualAmount(onBasis), c)

  const remarks = new Map<string, RowRemark[]>()
  const remark = (id: string | undefined, what: RowRemark) => {
    if (id === undefined) return
    const there = remarks.get(id)
    if (there) there.push(what)
    else remarks.set(id, [what])
  }
  for (const error of errors) remark(error.row, { kind: 'field', error, stops: true })
  for (const finding of findings)
    if ('row' in finding) remark(rowIds[finding.row], { kind: 'finding', finding, stops: finding.stops })
  for (const one of advice) remark(rowIds[one.row], { kind: 'advice', advice: one, stops: false })

  const balance = schedule.kind === 'plan' ? planBalance(draft.listed, payments) : { leftToPlace: 0, rowsToAdd: 0 }
  return {
    payments,
    rowIds,
    changes,
    remarks: before ? steady(remarks, before.remarks) : remarks,
    whole: findings.filter((finding) => !('row' in finding)),
    ...balance,
    canSave: errors.length === 0 && findings.every(({ stops }) => !stops),
  }
}
