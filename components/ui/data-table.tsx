'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, type ReactNode } from 'react'

// A plain table whose sorting and paging are somebody else's: the rows come in the order they are shown in.

export type Column<Row, Context> = {
  id: string
  header: string
  /** The field to sort by, where whoever holds the rows can. */
  sort?: string
  cell: (row: Row, context: Context) => ReactNode
  end?: boolean
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
  /** Rows of an earlier question: still shown, not to be acted on. */
  busy?: boolean
}

export function DataTable<Row, Other, Context>(props: DataTableProps<Row, Other, Context>) {
  const { label, columns, rows, rowId, context, isOther, other, sorting, onSort, density, busy = false } = props
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
        inert={busy}
        className={`max-sm:block ${busy ? 'opacity-60 transition-opacity delay-150 duration-(--duration-quick)' : ''}`}
      >
        {rows.map((row, index) =>
          isOther(row) ? (
            <OtherRow key={rowId(row, index)} columns={columns.length}>
              {other(row)}
            </OtherRow>
          ) : (
            <MemoRow key={rowId(row, index)} row={row} columns={columns} context={context} />
          ),
        )}
      </tbody>
    </table>
  )
}

type HeaderCellProps<Row, Context> = { column: Column<Row, Context>; sorting: Sorting; onSort: (field: string) => void }

function HeaderCell<Row, Context>({ column, sorting, onSort }: HeaderCellProps<Row, Context>) {
  const { header, sort, end = false, className = '' } = column
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
        header
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

const CELL =
  'h-(--row-comfortable) border-line border-b px-1.5 text-left align-middle whitespace-nowrap group-data-[density=compact]/table:h-(--row-compact) group-hover/row:bg-hover'

/** On narrow screens a row is two lines: the cells that have a place there stand in a grid, the rest stay away. */
const ROW =
  'group/row scroll-mt-9 has-[th_a:focus-visible]:[&>*]:shadow-[inset_0_2px_0_var(--color-focus),inset_0_-2px_0_var(--color-focus)] max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-px max-sm:border-line max-sm:border-b max-sm:px-4 max-sm:py-[11px] max-sm:[&>*]:h-auto max-sm:[&>*]:border-0 max-sm:[&>*]:p-0'

function OtherRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className={`${ROW} max-sm:block`}>
      <td colSpan={columns} className={`${CELL} pl-2! whitespace-normal`}>
        {children}
      </td>
    </tr>
  )
}

function TableRow<Row, Context>({ row, columns, context }: RowProps<Row, Context>) {
  const [first, ...others] = columns
  return (
    <tr className={ROW}>
      {first && (
        <th scope="row" className={`${CELL} sticky left-0 z-1 bg-surface font-regular ${first.className ?? ''}`}>
          {first.cell(row, context)}
        </th>
      )}
      {others.map(({ id, end = false, className = '', cell }) => (
        <td key={id} className={`${CELL} ${end ? 'text-right' : ''} ${className}`}>
          {cell(row, context)}
        </td>
      ))}
    </tr>
  )
}

const MemoRow = memo(TableRow) as typeof TableRow

/** The rows' first links, in order: what `j` and `k` walk through. */
export function rowLinks(table: ParentNode): HTMLAnchorElement[] {
  return [...table.querySelectorAll<HTMLAnchorElement>('tbody tr > th a[href]')]
}

/** Two lines in a cell; the second leaves when rows are compact. `inline`: on narrow screens more follows on the first. */
export function TwoLines({
  first,
  second,
  inline = false,
}: {
  first: ReactNode
  second?: ReactNode
  inline?: boolean
}) {
  return (
    <>
      <span className={inline ? 'sm:block' : 'block'}>{first}</span>
      {second && (
        <span className="block text-micro text-ink-3 group-data-[density=compact]/table:hidden max-sm:hidden">
          {second}
        </span>
      )}
    </>
  )
}
