'use client'

import { useRouter } from 'next/navigation'
import { memo, useRef } from 'react'
import { useRowWalk } from '@/components/row-walk'
import { ColumnHead } from '@/components/ui/column-head'
import { followLink } from '@/components/ui/follow-link'
import { useGradually } from '@/components/use-gradually'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { type Line, linesOf, type Slot, sumsOf } from '@/lib/collections/days'
import type { CollectionsQuery } from '@/lib/collections/query'
import { rangeText } from '@/lib/collections/words'
import { formatCount } from '@/lib/count'
import { LAST_ON_PHONE, LAST_ON_TABLET, LISTED, MIDDLE, RUNNING, SumLink, WIDE } from './table-links'
import { CELL, CollectedRow } from './table-row'

const COLUMNS = 9
/** Under the chart most windows show no more rows than these. */
const FIRST_ROWS = 6

export type CollectionsTableProps = {
  slots: readonly Slot[]
  query: CollectionsQuery
  projectedFrom: CalendarDate | null
}

/** The range as a table: every figure leads to its payments. */
export function CollectionsTable({ slots, query, projectedFrom }: CollectionsTableProps) {
  const { push } = useRouter()
  const table = useRef<HTMLTableElement>(null)
  useRowWalk(table)
  const { group } = query
  const lines = linesOf(slots)
  const drawn = useGradually(lines.length, { of: `${query.from} ${query.to} ${group}`, first: FIRST_ROWS })
  const horizon = projectedFrom && lines.find((line) => endOf(line) >= projectedFrom)
  const of = { query, horizon, projectedFrom }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it follows the links within, which Enter presses
    <table
      ref={table}
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
            ['Total', LAST_ON_PHONE],
            ['Locked', MIDDLE],
            ['At risk', MIDDLE],
            ['Projected', `${MIDDLE} ${LAST_ON_TABLET}`],
            ['Running total', RUNNING],
          ].map(([words, look]) => (
            <ColumnHead key={words} end look={look}>
              {words}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        <TableLines {...of} lines={lines.slice(0, FIRST_ROWS)} />
      </tbody>
      <tbody hidden={drawn <= FIRST_ROWS}>
        <LaterLines {...of} lines={lines.slice(FIRST_ROWS, drawn)} more={lines.length - drawn} />
      </tbody>
      {drawn === lines.length && <Foot slots={slots} query={query} />}
    </table>
  )
}

function Foot({ slots, query }: Pick<CollectionsTableProps, 'slots' | 'query'>) {
  const sums = sumsOf(slots.flatMap(({ row }) => row ?? []))
  const name = rangeText(query)
  const of = { query, span: query }
  const look = 'whitespace-nowrap text-right'
  return (
    <tfoot>
      <tr className="[&>*]:h-11 [&>*]:border-line-strong [&>*]:border-t [&>*]:px-2 [&>*]:font-strong [&>*]:first:pl-0 [&>*]:last:pr-0">
        <th scope="row" className="text-left">
          {name}
        </th>
        <td className={`${MIDDLE} text-right`}>{formatCount(sums.count)}</td>
        <td className={`${look} ${WIDE}`}>
          <SumLink
            {...of}
            query={{ ...query, method: ['direct-debit'] }}
            parts={LISTED}
            amount={sums.directDebit}
            name={`${name}, Direct Debit`}
          />
        </td>
        <td className={`${look} ${WIDE}`}>
          <SumLink
            {...of}
            query={{ ...query, method: ['card'] }}
            parts={LISTED}
            amount={sums.card}
            name={`${name}, Card`}
          />
        </td>
        <td className={`${look} max-md:pr-0! print:pr-2!`}>
          <SumLink {...of} parts={LISTED} amount={sums.total} name={`${name}, total`} />
        </td>
        <td className={`${look} ${MIDDLE}`}>
          <SumLink {...of} parts={['locked']} amount={sums.locked} name={`${name}, locked`} />
        </td>
        <td className={`${look} ${MIDDLE}`}>
          <SumLink {...of} parts={['at-risk']} amount={sums.atRisk} name={`${name}, at risk`} />
        </td>
        <td className={`${look} ${MIDDLE} max-[56rem]:pr-0! print:pr-2!`}>
          <SumLink {...of} parts={['projected']} amount={sums.projected} name={`${name}, projected`} />
        </td>
        <td className={RUNNING} />
      </tr>
    </tfoot>
  )
}

const endOf = (line: Line) => (line.kind === 'row' ? line.slot.span.to : line.to)

type TableLinesProps = {
  lines: readonly Line[]
  query: CollectionsQuery
  /** The line within which the projection begins, and its first day. */
  horizon: Line | null | undefined
  projectedFrom: CalendarDate | null
}

function TableLines({ lines, query, horizon, projectedFrom }: TableLinesProps) {
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: another period writes over the rows of the one before, which is quicker than new ones
    <TableLine key={at} line={line} query={query} horizon={line === horizon ? projectedFrom : null} />
  ))
}

/**
 * The lines after the first ones. Until the first of another period are to be drawn, those of the one before stay unseen where
 * they stand: to take them out at once costs more than all else of the change.
 */
const LaterLines = memo(
  ({ more: _more, ...props }: TableLinesProps & { more: number }) => <TableLines {...props} />,
  (_before, { lines, more }) => lines.length === 0 && more > 0,
)

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
  const closed = from === to ? 'not a banking day' : 'not banking days'
  return (
    <tr className="text-ink-3">
      <th
        scope="row"
        className={`${CELL} h-7! text-left font-regular whitespace-nowrap max-md:hidden print:table-cell`}
      >
        {days}
      </th>
      <td
        colSpan={COLUMNS - 1}
        className={`${CELL} h-7! text-micro normal-nums first-letter:uppercase max-md:py-1.5 max-md:pl-0 print:pl-2`}
      >
        <span className="md:hidden print:hidden">{days}: </span>
        {banking ? 'No payments' : names.length > 0 ? `${names.join(', ')}: ${closed}` : closed}
      </td>
    </tr>
  )
}
