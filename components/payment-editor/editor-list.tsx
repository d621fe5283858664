'use client'

import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { RowRemark } from '@/lib/schedules/draft-check'
import { canAdd } from '@/lib/schedules/draft-commands'
import { totalOf } from '@/lib/schedules/upcoming'
import { AddPayment } from './add-payment'
import { EditorRow } from './editor-row'
import type { DraftState } from './use-draft'

const HEAD =
  'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
const NO_REMARKS: readonly RowRemark[] = []

/** The draft as a table of typed fields, with what is wrong beside each row. */
export function EditorList({ state }: { state: DraftState }) {
  const { draft, judgement, setting, act, paste } = state
  const skipped = judgement.payments.filter(({ amount }) => amount === 0).length
  const [was, is] = [totalOf(draft.listed), totalOf(judgement.payments)]
  const notices = setting.method !== 'card'
  const count = judgement.payments.length
  return (
    <>
      <p className="mb-1 text-small text-ink-3">
        Type a date as <b className="font-medium text-ink-2">dd/mm/yyyy</b>,{' '}
        <b className="font-medium text-ink-2">20 jan</b> or <b className="font-medium text-ink-2">+3wd</b>. Paste two
        columns, date and amount, to fill several rows.
      </p>
      <table aria-label="Upcoming payments" className="w-full border-separate border-spacing-0 max-sm:block">
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col" className={HEAD}>
              Payment date
            </th>
            <th scope="col" className={`${HEAD} text-right!`}>
              Amount in pounds
            </th>
            <th scope="col" className={`${HEAD} pl-6!`}>
              State
            </th>
            <th scope="col" className={`${HEAD} w-1/3`}>
              Compared with SmarterPay
            </th>
            {notices && (
              <>
                <th scope="col" className={`${HEAD} max-lg:hidden`}>
                  Notice
                </th>
                <th scope="col" className={`${HEAD} max-lg:hidden`}>
                  Can be changed until
                </th>
              </>
            )}
            <th scope="col" className={HEAD}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {draft.rows.map((row) => (
            <EditorRow
              key={row.id}
              row={row}
              remarks={judgement.remarks.get(row.id) ?? NO_REMARKS}
              setting={setting}
              act={act}
              onPaste={paste}
            />
          ))}
        </tbody>
        <tfoot className="max-sm:block">
          <tr className="max-sm:flex max-sm:justify-between max-sm:gap-3 max-sm:py-2">
            <th scope="row" className="h-11 py-2 text-left text-small font-strong max-sm:h-auto max-sm:py-0">
              {count} listed {count === 1 ? 'payment' : 'payments'}
              {skipped > 0 && `, ${skipped} skipped`}
            </th>
            <td className="px-2 text-right text-small font-strong">
              <span className="pr-2.5">{formatPounds(is)}</span>
            </td>
            <td colSpan={notices ? 5 : 3} className="pl-6 text-small text-ink-3">
              {was !== is && `was ${formatPounds(was)}`}
            </td>
          </tr>
        </tfoot>
      </table>
      <ListEnd state={state} />
      {canAdd(setting) && (
        <div className="mb-4">
          <AddPayment setting={setting} act={act} />
        </div>
      )}
    </>
  )
}

function ListEnd({ state: { draft } }: { state: DraftState }) {
  const last = draft.listed.at(-1)
  if (!last) return null
  return (
    <p className="mb-3 flex h-7 items-center gap-2.5 text-accent text-micro font-medium before:flex-1 before:border-accent-line before:border-t-2 before:border-dashed after:flex-1 after:border-accent-line after:border-t-2 after:border-dashed">
      SmarterPay’s list ends {formatDate(last.date)}
    </p>
  )
}
