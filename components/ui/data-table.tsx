'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { type FocusEvent, type Key, memo, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react'
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

/** As many as most windows show at once: the server's HTML holds these, whatever the window will be. */
const AT_FIRST = 16
/** What at least stands around the rows of a table, and how high a row is, in pixels. */
const AROUND = 300
const ROW_HEIGHTS: Record<Density, number> = { comfortable: 44, compact: 36 }

/** As many as this window shows at once, and some where it shows hardly any. */
const seenAtOnce = (density: Density) => Math.max(8, Math.ceil((window.innerHeight - AROUND) / ROW_HEIGHTS[density]))

type Standing<Row, Other, Context> = Pick<
  DataTableProps<Row, Other, Context>,
  'rows' | 'columns' | 'context' | 'answers' | 'density'
>

/**
 * `count` rows are to be drawn now: all of them, save that the server's HTML and the first moment of another answer hold those
 * that are seen at once. A later answer to the same question is drawn whole, so that no row leaves under anybody's hand.
 * `left`: the answer before, whose other rows stay unseen where they stand until they are written over. To take them out
 * costs more than to draw those that are seen.
 */
function useDrawn<Row, Other, Context>({ rows, columns, context, answers, density }: Standing<Row, Other, Context>) {
  const whole = useDeferredValue(useHydrated())
  const now = useMemo(() => ({ rows, columns, context, answers }), [rows, columns, context, answers])
  const before = useDeferredValue(now)
  if (whole && before.answers === answers) return { count: rows.length, left: null }
  return { count: Math.min(rows.length, whole ? seenAtOnce(density) : AT_FIRST), left: whole ? before : null }
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

/** The row whose own link the keyboard stands on bears a mark: what it looks like is a matter of the whole row. */
function markRow({ target, type }: FocusEvent): void {
  if (!target.matches('th a')) return
  target.closest('tr')?.toggleAttribute('data-focused', type === 'focus' && target.matches(':focus-visible'))
}

export function DataTable<Row, Other, Context>(props: DataTableProps<Row, Other, Context>) {
  const { label, columns, rows, rowId, sorting, onSort, density, busy = false, answers } = props
  const { count, left } = useDrawn(props)
  const ids = rows.map(rowId)
  const slotOf = useRowSlots(ids, answers)
  const slots = ids.slice(0, count).map(slotOf)
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
            <HeaderCell
              key={column.id}
              column={column}
              sorted={column.sort !== sorting.field ? null : sorting.descending ? 'descending' : 'ascending'}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody
        inert={old}
        onFocus={markRow}
        onBlur={markRow}
        className={`max-sm:block ${old ? 'opacity-60 transition-opacity duration-(--duration-quick)' : ''}`}
      >
        {[
          ...slots.map((slot, index) => drawRow(props, rows[index] as Row | Other, slot)),
          ...(left?.rows ?? []).map((row, index) =>
            index < count || slots.includes(index) ? null : drawRow({ ...props, ...left }, row, index, true),
          ),
        ]}
      </tbody>
    </table>
  )
}

type Looks<Row, Other, Context> = Pick<DataTableProps<Row, Other, Context>, 'columns' | 'context' | 'isOther' | 'other'>

function drawRow<Row, Other, Context>(looks: Looks<Row, Other, Context>, row: Row | Other, key: Key, hidden = false) {
  const { columns, context, isOther, other } = looks
  if (!isOther(row))
    return (
      <tr key={key} hidden={hidden} className="record-row">
        <MemoCells row={row} columns={columns} context={context} />
      </tr>
    )
  return (
    <tr key={key} hidden={hidden} className="record-row max-sm:block">
      <td colSpan={columns.length} className="pl-2! whitespace-normal">
        {other(row)}
      </td>
    </tr>
  )
}

type HeaderCellProps = {
  column: Omit<Column<never, never>, 'cell'>
  sorted: 'ascending' | 'descending' | null
  onSort: (field: string) => void
}

const HeaderCell = memo(function HeaderCell({ column, sorted, onSort }: HeaderCellProps) {
  const { header, sort, end = false, quiet = false, className = '' } = column
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      abbr={header}
      aria-sort={sorted ?? undefined}
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
})

type CellsProps<Row, Context> = { row: Row; columns: readonly Column<Row, Context>[]; context: Context }

function Cells<Row, Context>({ row, columns, context }: CellsProps<Row, Context>) {
  const [first, ...others] = columns
  return (
    <>
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
    </>
  )
}

const MemoCells = memo(Cells) as typeof Cells
