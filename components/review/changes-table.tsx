import { ArrowRight, Circle, CircleSlash, Clock, type LucideIcon, Minus, Pencil, Plus } from 'lucide-react'
import { memo } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { totalOf } from '@/lib/schedules/upcoming'
import type { ReviewRow, ReviewWord } from './review-rows'

const WORDS: Record<ReviewWord, { word: string; icon: LucideIcon }> = {
  moved: { word: 'Moved', icon: ArrowRight },
  skipped: { word: 'Skipped', icon: CircleSlash },
  restored: { word: 'Restored', icon: Circle },
  edited: { word: 'Edited', icon: Pencil },
  added: { word: 'Added', icon: Plus },
  removed: { word: 'Removed', icon: Minus },
}
const NOTICE = { locked: 'Locked', 'short-notice': 'Short notice', 'notice-safe': 'Notice-safe' } as const
const HEAD = 'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium first:pl-0 last:pr-0'
const CELL = 'border-line border-b px-2 py-1.5 align-middle first:pl-0 last:pr-0'
const FOOT = 'border-line-strong border-t px-2 py-2.5 first:pl-0 last:pr-0'

/** "£25.32", "No payment (£0.00)". */
export const amountWords = (amount: number): string =>
  amount === 0 ? `No payment (${formatPounds(0)})` : formatPounds(amount)

function Side({ payment, dated }: { payment: UpcomingPayment | null; dated: boolean }) {
  if (!payment) return <span>–</span>
  return (
    <>
      {dated && <span className="block sm:whitespace-nowrap">{formatDate(payment.date)}</span>}
      <span className="block">{amountWords(payment.amount)}</span>
    </>
  )
}

export type ChangesTableProps = {
  rows: readonly ReviewRow[]
  before: readonly UpcomingPayment[]
  after: readonly UpcomingPayment[]
}

const differenceWords = (byPence: number) =>
  byPence === 0 ? 'Unchanged' : `${formatPounds(Math.abs(byPence))} ${byPence < 0 ? 'less' : 'more'}`

/** What changes, row by row: before in quiet ink, after in weight, and the totals of the whole list. Hundreds of rows are not redrawn for a key typed beside them. */
export const ChangesTable = memo(function ChangesTable({ rows, before, after }: ChangesTableProps) {
  const [was, is] = [totalOf(before), totalOf(after)]
  return (
    <table aria-label="Changes" className="w-full border-separate border-spacing-0 text-small tabular-nums">
      <thead>
        <tr>
          {['Payment', 'Before', 'After', 'Notice'].map((head) => (
            <th key={head} scope="col" className={HEAD}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const dated = row.words.includes('moved')
          const key = `${row.date} ${row.before?.amount} ${row.after?.date} ${row.after?.amount}`
          return (
            <tr key={key}>
              <th scope="row" className={`${CELL} text-left font-medium`}>
                <span className="block sm:whitespace-nowrap">{formatDate(row.date)}</span>
                {row.words.map((name) => {
                  const { word, icon: Icon } = WORDS[name]
                  return (
                    <span key={name} className="mr-2 inline-flex items-center gap-1.5 text-accent text-micro">
                      <Icon aria-hidden size={14} strokeWidth={1.9} />
                      {word}
                    </span>
                  )
                })}
              </th>
              <td className={`${CELL} text-ink-3`}>
                <Side payment={row.before} dated={dated} />
              </td>
              <td className={`${CELL} font-strong`}>
                <Side payment={row.after} dated={dated} />
              </td>
              <td className={`${CELL} normal-nums ${row.notice === 'short-notice' ? 'text-warn' : 'text-ink-2'}`}>
                {row.notice === 'short-notice' && (
                  <Clock aria-hidden size={14} strokeWidth={1.9} className="mr-1.5 inline align-[-2px]" />
                )}
                {row.notice ? NOTICE[row.notice] : 'Card'}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={`${FOOT} text-left font-strong`}>
            {after.length} {after.length === 1 ? 'payment' : 'payments'}
            {before.length !== after.length && <span className="font-regular text-ink-3"> (was {before.length})</span>}
          </th>
          <td className={`${FOOT} text-ink-3`}>{formatPounds(was)}</td>
          <td className={`${FOOT} font-strong`}>{formatPounds(is)}</td>
          <td className={`${FOOT} sm:whitespace-nowrap text-ink-2`}>{differenceWords(is - was)}</td>
        </tr>
      </tfoot>
    </table>
  )
})
