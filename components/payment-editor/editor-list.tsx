'use client'

import { useMemo, useState } from 'react'
import { StateMark } from '@/components/payment-calendar/payment-state'
import { useGradually } from '@/components/use-gradually'
import { addMonths, dateIn, formatDate, monthOf } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { amountText } from '@/lib/schedules/calendar-names'
import { rowOf } from '@/lib/schedules/draft'
import type { RowRemark } from '@/lib/schedules/draft-check'
import { canAdd } from '@/lib/schedules/draft-commands'
import type { Schedule } from '@/lib/schedules/model'
import { compareText } from '@/lib/schedules/payment-words'
import { listEndOf, projectedPayments, type ShownPayment } from '@/lib/schedules/shown-payments'
import { totalOf } from '@/lib/schedules/upcoming'
import { AddPayment } from './add-payment'
import { ApplyTo } from './apply-to'
import type { ChangeRule } from './change-rule'
import { EditorRow } from './editor-row'
import { columnsOf } from './list-columns'
import type { DraftState } from './use-draft'

const HEAD =
  'flex h-9 items-center border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
const NO_REMARKS: readonly RowRemark[] = []

/** Projected payments are listed this far past SmarterPay's list, and no more than so many. */
const PROJECTED_MONTHS = 12
const PROJECTED_ROWS = 12

export type EditorListProps = {
  /** With the list on which the draft was begun. */
  schedule: Schedule
  state: DraftState
  changeRule: ChangeRule['changeRule']
}

/** The draft as a table of typed fields, with what is wrong beside each row. */
export function EditorList({ schedule, state, changeRule }: EditorListProps) {
  const [applying, setApplying] = useState<string | null>(null)
  const { draft, judgement, setting, act, paste, selection } = state
  const { selected, toggle } = selection
  const wide = applying === null ? undefined : rowOf(draft, applying)
  const skipped = judgement.payments.filter(({ amount }) => amount === 0).length
  const [was, is] = [totalOf(draft.listed), totalOf(judgement.payments)]
  const notices = setting.method !== 'card'
  const count = judgement.payments.length
  const columns = columnsOf(setting.method)
  const drawn = useGradually(draft.rows.length)
  return (
    <>
      <p className="mb-1 text-small text-ink-3">
        Type a date as <b className="font-medium text-ink-2">dd/mm/yyyy</b>,{' '}
        <b className="font-medium text-ink-2">20 jan</b> or <b className="font-medium text-ink-2">+3wd</b>. Paste two
        columns, date and amount, to fill several rows.
      </p>
      <table aria-label="Upcoming payments" className="block">
        <thead className="block max-sm:sr-only">
          <tr className={columns}>
            <th scope="col" className={`${HEAD} pl-2!`}>
              <input
                type="checkbox"
                className="tick"
                aria-label="Select all payments"
                data-selection-home
                ref={(box) => {
                  if (box) box.indeterminate = selected.size > 0 && !selection.all
                }}
                checked={selection.all}
                onChange={() => selection.selectAll(!selection.all)}
              />
            </th>
            <th scope="col" className={HEAD}>
              Payment date
            </th>
            <th scope="col" className={`${HEAD} justify-end`}>
              Amount in pounds
            </th>
            <th scope="col" className={`${HEAD} pl-6!`}>
              State
            </th>
            <th scope="col" className={HEAD}>
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
        {/* The meter above and the bars below stay in sight: what has the focus stops short of them. */}
        <tbody className="block [&_:is(input,button)]:scroll-mt-36 [&_:is(input,button)]:scroll-mb-14">
          {draft.rows.slice(0, drawn).map((row) => (
            <EditorRow
              key={row.id}
              row={row}
              selected={selected.has(row.id)}
              onSelect={toggle}
              remarks={judgement.remarks.get(row.id) ?? NO_REMARKS}
              setting={setting}
              act={act}
              onApplyTo={setApplying}
              onPaste={paste}
            />
          ))}
        </tbody>
        <Projected schedule={schedule} state={state} columns={columns} />
        <tfoot className="block">
          <tr
            className={`${columns} max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-3 sm:items-center sm:py-2`}
          >
            <th
              scope="row"
              colSpan={2}
              className="min-h-7 pl-10 text-left text-small/7 font-strong max-sm:pl-0 sm:col-span-2"
            >
              {count} listed {count === 1 ? 'payment' : 'payments'}
              {skipped > 0 && `, ${skipped} skipped`}
            </th>
            <td className="px-2 text-right text-small/7 font-strong">
              <span className="pr-2.5">{formatPounds(is)}</span>
            </td>
            <td colSpan={notices ? 5 : 3} className="pl-6 text-small/7 text-ink-3 sm:col-[4/-1]">
              {was !== is && `was ${formatPounds(was)}`}
            </td>
          </tr>
        </tfoot>
      </table>
      {wide && (
        <ApplyTo
          row={wide}
          schedule={schedule}
          draft={draft}
          setting={setting}
          act={act}
          changeRule={changeRule}
          onClose={() => setApplying(null)}
        />
      )}
      {canAdd(setting) && (
        <div className="mb-4">
          <AddPayment setting={setting} act={act} />
        </div>
      )}
    </>
  )
}

type ProjectedProps = Pick<EditorListProps, 'schedule' | 'state'> & { columns: string }

/** Where SmarterPay's list ends, and below it what the rule will probably give: to be looked at, not changed one by one. */
function Projected({ schedule, state: { c, setting }, columns }: ProjectedProps) {
  const listEnd = listEndOf(schedule)
  const projected = useMemo(() => {
    const until = listEnd && dateIn(addMonths(monthOf(listEnd), PROJECTED_MONTHS), 31)
    return until ? projectedPayments(schedule, until, c).slice(0, PROJECTED_ROWS) : []
  }, [schedule, listEnd, c])
  if (!listEnd) return null
  return (
    <tbody className="block">
      <tr className="block">
        <td colSpan={setting.method === 'card' ? 6 : 8} className="block">
          <span className="flex h-8 items-center gap-2.5 text-accent text-micro font-medium before:flex-1 before:border-accent-line before:border-t-2 before:border-dashed after:flex-1 after:border-accent-line after:border-t-2 after:border-dashed">
            SmarterPay’s list ends {formatDate(listEnd)}
          </span>
        </td>
      </tr>
      {projected.map((payment, at) => (
        <ProjectedRow
          key={payment.key}
          payment={payment}
          columns={columns}
          rest={setting.method === 'card' ? 2 : 4}
          repeats={at > 0 && compareText(payment) === compareText(projected[at - 1] ?? payment)}
        />
      ))}
    </tbody>
  )
}

const QUIET = 'min-h-9 border-line border-b px-2 py-1 text-ink-2 text-small/7 max-sm:min-h-0 max-sm:border-0 max-sm:p-0'

type ProjectedRowProps = {
  payment: ShownPayment
  columns: string
  rest: number
  /** It says what the row before says: where rows are a few lines, once is enough. */
  repeats: boolean
}

function ProjectedRow({ payment, columns, rest, repeats }: ProjectedRowProps) {
  return (
    <tr
      className={`${columns} max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-3 max-sm:border-line max-sm:border-b max-sm:py-2`}
    >
      <td className={`${QUIET} max-sm:hidden`} />
      <th scope="row" className={`${QUIET} pl-4! text-left font-regular max-sm:pl-0!`}>
        {formatDate(payment.date)}
      </th>
      <td className={`${QUIET} text-right`}>
        <span className="pr-2.5 max-sm:pr-0">{amountText(payment)}</span>
      </td>
      <td className={`${QUIET} pl-6! max-sm:pl-0!`}>
        <StateMark payment={payment} />
      </td>
      <td colSpan={rest} className={`${QUIET} max-sm:w-full sm:col-[5/-1] ${repeats ? 'max-sm:hidden' : ''}`}>
        {compareText(payment)} Change the rule to change it.
      </td>
    </tr>
  )
}
