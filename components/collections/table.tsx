'use client'

import { Lock, TriangleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { ColumnHead } from '@/components/ui/column-head'
import { followLink } from '@/components/ui/follow-link'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { type Line, linesOf, type Slot, sumsOf } from '@/lib/collections/days'
import type { Part } from '@/lib/collections/payments-query'
import type { CollectionsQuery } from '@/lib/collections/query'
import { paymentsText, rangeText, rowText } from '@/lib/collections/words'
import { formatPounds } from '@/lib/money'
import { paymentsHref } from './payments-href'

const CELL = 'h-(--row-compact) border-line border-b px-2 align-middle first:pl-0 last:pr-0 max-sm:h-11'
/** Leaves where there is no room; on paper all of them are there. */
const MIDDLE = 'max-md:hidden print:table-cell'
const WIDE = 'max-lg:hidden print:table-cell'
const COLUMNS = 9

export type CollectionsTableProps = {
  slots: readonly Slot[]
  query: CollectionsQuery
  projectedFrom: CalendarDate | null
}

/** The range as a table: every figure leads to its payments. */
export function CollectionsTable({ slots, query, projectedFrom }: CollectionsTableProps) {
  const { push } = useRouter()
  const { group } = query
  const lines = linesOf(slots)
  const sums = sumsOf(slots.flatMap(({ row }) => row ?? []))
  const horizon = projectedFrom && lines.find((line) => endOf(line) >= projectedFrom)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it follows the links within, which Enter presses
    <table
      aria-label={`Collections by ${group}`}
      onClick={(event) => followLink(event, push)}
      className="w-full border-separate border-spacing-0 text-small"
    >
      <thead>
        <tr>
          <ColumnHead>{group === 'day' ? 'Date' : group === 'week' ? 'Week' : 'Month'}</ColumnHead>
          {[
            ['Payments', MIDDLE],
            ['Direct Debit', WIDE],
            ['Card', WIDE],
            ['Total', ''],
            ['Locked', MIDDLE],
            ['At risk', MIDDLE],
            ['Projected', MIDDLE],
            ['Running total', WIDE],
          ].map(([words, look]) => (
            <ColumnHead key={words} end look={look}>
              {words}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <TableLine key={startOf(line)} line={line} query={query} horizon={line === horizon ? projectedFrom : null} />
        ))}
      </tbody>
      <tfoot>
        <tr className="[&>*]:h-11 [&>*]:border-line-strong [&>*]:border-t [&>*]:px-2 [&>*]:font-strong [&>*]:first:pl-0 [&>*]:last:pr-0">
          <th scope="row" className="text-left">
            {rangeText(query)}
          </th>
          <td className={`${MIDDLE} text-right`}>{sums.count.toLocaleString('en-GB')}</td>
          <Sum amount={sums.directDebit} look={WIDE} />
          <Sum amount={sums.card} look={WIDE} />
          <Sum amount={sums.total} />
          <Sum amount={sums.locked} look={MIDDLE} />
          <Sum amount={sums.atRisk} look={MIDDLE} />
          <Sum amount={sums.projected} look={MIDDLE} />
          <td className={WIDE} />
        </tr>
      </tfoot>
    </table>
  )
}

const Sum = ({ amount, look = '' }: { amount: number; look?: string }) => (
  <td className={`${look} whitespace-nowrap text-right`}>{amount === 0 ? '–' : formatPounds(amount)}</td>
)

const startOf = (line: Line) => (line.kind === 'row' ? line.slot.date : line.from)
const endOf = (line: Line) => (line.kind === 'row' ? line.slot.span.to : line.to)

type TableLineProps = { line: Line; query: CollectionsQuery; horizon: CalendarDate | null }

function TableLine({ line, query, horizon }: TableLineProps) {
  return (
    <>
      {horizon && (
        <tr>
          <td colSpan={COLUMNS} className="h-8">
            <span className="flex items-center gap-2.5 text-accent font-medium before:flex-1 before:border-accent-line before:border-t-2 before:border-dashed after:flex-1 after:border-accent-line after:border-t-2 after:border-dashed">
              Partly projected from {formatDate(horizon)}
            </span>
          </td>
        </tr>
      )}
      {line.kind === 'row' ? <CollectedRow line={line} query={query} /> : <EmptyRow line={line} group={query.group} />}
    </>
  )
}

function EmptyRow({ line, group }: { line: Extract<Line, { kind: 'empty' }>; group: CollectionsQuery['group'] }) {
  const { from, to, names, banking } = line
  const days =
    from === to
      ? formatDate(from)
      : group === 'day'
        ? `${formatDate(from).slice(0, -5)} to ${formatDate(to)}`
        : rangeText(line)
  return (
    <tr className="text-ink-3">
      <th
        scope="row"
        className={`${CELL} h-7! text-left font-regular whitespace-nowrap max-md:hidden print:table-cell`}
      >
        {days}
      </th>
      <td colSpan={COLUMNS - 1} className={`${CELL} h-7! text-micro normal-nums`}>
        <span className="md:hidden print:hidden">{days}: </span>
        {banking ? 'No payments' : names.length > 0 ? `${names.join(', ')}: not banking days` : 'Not banking days'}
      </td>
    </tr>
  )
}

function CollectedRow({ line, query }: { line: Extract<Line, { kind: 'row' }>; query: CollectionsQuery }) {
  const { slot, row, running } = line
  const { span } = slot
  const name = rowText(slot, query.group)
  const money = (amount: number, what: string, part: Part[], icon?: ReactNode) =>
    amount === 0 ? (
      <span className="text-ink-3">–</span>
    ) : (
      <a
        href={paymentsHref(query, span, ...part)}
        aria-label={`${name}, ${what} ${formatPounds(amount)}: show the payments`}
        className="inline-flex min-h-6 items-center gap-1.5 text-ink no-underline hover:underline"
      >
        {icon}
        {formatPounds(amount)}
      </a>
    )
  return (
    <tr className="group/row break-inside-avoid hover:bg-hover">
      <th scope="row" className={`${CELL} text-left font-medium`}>
        <a href={paymentsHref(query, span)} className="inline-flex min-h-6 items-center whitespace-nowrap">
          {name}
        </a>
        {slot.closed !== null && <span className="ml-2 text-micro text-warn">{slot.closed}, not a banking day</span>}
        <span className="block text-ink-3 text-micro font-regular md:hidden print:hidden">
          {paymentsText(row.count)}
          {row.atRisk > 0 && `, ${formatPounds(row.atRisk)} at risk`}
          {row.projected > 0 && `, ${formatPounds(row.projected)} projected`}
        </span>
      </th>
      <td className={`${CELL} ${MIDDLE} text-right`}>
        {row.count.toLocaleString('en-GB')}
        {row.skipped > 0 && (
          <a
            href={paymentsHref(query, span, 'skipped')}
            className="ml-2 inline-flex min-h-6 items-center text-ink-3 text-micro"
          >
            {row.skipped.toLocaleString('en-GB')} skipped
          </a>
        )}
      </td>
      <td className={`${CELL} ${WIDE} whitespace-nowrap text-right`}>
        {row.directDebit === 0 ? '–' : formatPounds(row.directDebit)}
      </td>
      <td className={`${CELL} ${WIDE} whitespace-nowrap text-right`}>
        {row.card === 0 ? '–' : formatPounds(row.card)}
      </td>
      <td className={`${CELL} whitespace-nowrap text-right font-strong`}>
        {money(row.total, 'total', ['locked', 'scheduled', 'at-risk'])}
      </td>
      <td className={`${CELL} ${MIDDLE} whitespace-nowrap text-right`}>
        {money(
          row.locked,
          'locked',
          ['locked'],
          <Lock size={13} strokeWidth={1.9} aria-hidden className="text-ink-3" />,
        )}
      </td>
      <td className={`${CELL} ${MIDDLE} whitespace-nowrap text-right`}>
        {money(
          row.atRisk,
          'at risk',
          ['at-risk'],
          <TriangleAlert size={13} strokeWidth={1.9} aria-hidden className="text-danger" />,
        )}
      </td>
      <td className={`${CELL} ${MIDDLE} whitespace-nowrap text-right text-ink-2`}>
        {money(row.projected, 'projected', ['projected'])}
      </td>
      <td className={`${CELL} ${WIDE} whitespace-nowrap text-right text-ink-2`}>{formatPounds(running)}</td>
    </tr>
  )
}
