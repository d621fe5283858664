'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, type ReactNode, useDeferredValue, useEffect, useState } from 'react'
import { useHydrated } from './hydrated'
import { useRowSlots } from './row-slots'

// A plain table whose sorting and paging are somebody else's: the rows come in the order they are shown in.

export type Column<Row, Context> = {
  id: string
  header: string
  /** The field to sort by, where whoever holds the rows can. */
  sort?: string
  cell: (row: Row, context: Context) => ReactNode
  end?: boolean
  /** The header is for screen readers alone. */
  quiet?: boolean
  /** Looks of the column's cells, header included. */
  className?: string
}

export type Sorting = { field: string; descending: boolean }
export type Density = 'comfortable' | 'compact'

export type DataTableProps<Row, Other, Context> = {
  /** Accessible name. */
  label: string
  /** The first one heads its row. */
  columns: readonly Column<Row, Context>[]
  rows: readonly (Row | Other)[]
  rowId: (row: Row | Other, index: number) => string
  /** What cells need besides their row. Keep it the same object while it says the same. */
  context: Context
  /** Rows that have no columns say so in one cell over all of them. */
  isOther: (row: Row | Other) => row is Other
  other: (row: Other) => ReactNode
  sorting: Sorting
  onSort: (field: string) => void
  density: Density
  /** Rows of an earlier question: still shown, and soon not to be acted on. */
  busy?: boolean
  /** Which question the rows answer. The first of another answer are drawn before the rest. */
  answers: string
}

/** As many as most windows show at once. */
const AT_FIRST = 16

/**
 * The rows to draw now: all of them, save that the server's HTML and the first moment of another answer hold those that
 * are seen at once. A later answer to the same question is drawn whole, so that no row leaves under anybody's hand.
 */
function useDrawn<T>(rows: readonly T[], answers: string): readonly T[] {
  const whole = useDeferredValue(useHydrated())
  const drawn = useDeferredValue(answers)
  return whole && drawn === answers ? rows : rows.slice(0, AT_FIRST)
}

/** An answer within this time replaces the rows before anything of them has to change: marking and unmarking each costs more than the answer. */
const OLD_AFTER_MS = 150

/** True once `claim` has been true for so long without a break. */
function useLasting(claim: boolean, afterMs: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!claim) return
    const timer = setTimeout(() => setLasts(true), afterMs)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [claim, afterMs])
  return claim && lasts
}

export function DataTable<Row, Other, Context>(props: DataTableProps<Row, Other, Context>) {
  const {
    label,
    columns,
    rows,
    rowId,
    context,
    isOther,
    other,
    sorting,
    onSort,
    density,
    busy = false,
    answers,
  } = props
  const drawn = useDrawn(rows, answers)
  const ids = rows.map(rowId)
  const slotOf = useRowSlots(ids, answers)
  const old = useLasting(busy, OLD_AFTER_MS)
  return (
    <table
      aria-label={label}
      data-density={density}
      className="group/table w-full border-separate border-spacing-0 text-small max-sm:block max-sm:border-line max-sm:border-t"
    >
      <thead className="max-sm:hidden">
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody
        inert={old}
        className={`max-sm:block ${old ? 'opacity-60 transition-opacity duration-(--duration-quick)' : ''}`}
      >
        {drawn.map((row, index) => {
          const key = slotOf(ids[index] ?? '')
          return isOther(row) ? (
            <OtherRow key={key} columns={columns.length}>
              {other(row)}
            </OtherRow>
          ) : (
            <MemoRow key={key} row={row} columns={columns} context={context} />
          )
        })}
      </tbody>
    </table>
  )
}

type HeaderCellProps<Row, Context> = { column: Column<Row, Context>; sorting: Sorting; onSort: (field: string) => void }

function HeaderCell<Row, Context>({ column, sorting, onSort }: HeaderCellProps<Row, Context>) {
  const { header, sort, end = false, quiet = false, className = '' } = column
  const sorted = sort !== undefined && sorting.field === sort
  const Arrow = sorting.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      abbr={header}
      {...(sorted && { 'aria-sort': sorting.descending ? 'descending' : 'ascending' })}
      className={`sticky top-0 z-2 h-9 whitespace-nowrap border-line-strong border-b bg-surface px-1.5 text-micro font-medium first:left-0 first:z-3 ${end ? 'text-right' : 'text-left'} ${sorted ? 'text-ink' : 'text-ink-3'} ${className}`}
    >
      {sort === undefined ? (
        <span className={quiet ? 'sr-only' : ''}>{header}</span>
      ) : (
        <button
          type="button"
          aria-label={`Sort by ${header.toLowerCase()}`}
          title={`Sort by ${header.toLowerCase()}`}
          onClick={() => onSort(sort)}
          className={`inline-flex min-h-6 items-center gap-1 rounded-chip hover:text-ink ${sorted ? 'font-strong' : 'font-medium'}`}
        >
          {header}
          {sorted && <Arrow size={13} strokeWidth={2} aria-hidden />}
        </button>
      )}
    </th>
  )
}

type RowProps<Row, Context> = { row: Row; columns: readonly Column<Row, Context>[]; context: Context }

function OtherRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className="record-row max-sm:block">
      <td colSpan={columns} className="pl-2! whitespace-normal">
        {children}
      </td>
    </tr>
  )
}

function TableRow<Row, Context>({ row, columns, context }: RowProps<Row, Context>) {
  const [first, ...others] = columns
  return (
    <tr className="record-row">
      {first && (
        <th scope="row" className={first.className}>
          {first.cell(row, context)}
        </th>
      )}
      {others.map(({ id, end = false, className, cell }) => (
        <td key={id} className={end ? `text-right ${className ?? ''}` : className}>
          {cell(row, context)}
        </td>
      ))}
    </tr>
  )
}

const MemoRow = memo(TableRow) as typeof TableRow

/** Two lines in a cell; the second leaves when rows are compact, and on narrow screens. */
export function TwoLines({ first, second }: { first: ReactNode; second?: ReactNode }) {
  return (
    <>
      {first}
      {second && <span className="second-line">{second}</span>}
    </>
  )
}
