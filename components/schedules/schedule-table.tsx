'use client'

import { CircleHelp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type MouseEvent, type RefObject, useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { DataTable } from '@/components/ui/data-table'
import { followLink, pressedLink } from '@/components/ui/follow-link'
import { useStable } from '@/components/use-stable'
import { type ListQuery, type ScheduleList, SORTS } from '@/lib/schedules/contract'
import { isUnreadable, type ScheduleRow, type UnreadableRow } from '@/lib/schedules/model'
import type { ColumnId } from './column-names'
import { COLUMNS, INDEX_SORTS, type ScheduleColumn } from './columns'
import type { Density } from './display'
import { rememberPlace } from './scroll-memory'
import { type Disabling, ROW_ACTIONS, useRowActions } from './use-row-actions'

export type ScheduleTableProps = {
  rows: ScheduleList['rows']
  columns: readonly ColumnId[]
  /** Sorting by what the index alone can sort is offered. */
  indexed: boolean
  density: Density
  sort: ListQuery['sort']
  busy: boolean
  /** Which question the rows answer. */
  answers: string
  /** The list's own address: what Back will lead to. */
  here: string
  scroller: RefObject<HTMLElement | null>
  onSort: (field: ListQuery['sort']['field']) => void
  disabling?: Disabling
  /** What is put into the first column besides the reference; keep it the same object while it says the same. */
  reference: ScheduleColumn['cell']
  onSelect?: ((id: string) => void) | undefined
}

const rowId = (row: ScheduleRow, index: number) => row.id ?? `unreadable-${index}`

/** A record without usable form is one marked row, never the end of the list. */
function Unreadable(row: UnreadableRow) {
  return (
    <span className="inline-flex items-start gap-2 text-warn">
      <CircleHelp size={15} strokeWidth={1.9} aria-hidden className="mt-px flex-none" />
      <span>
        <b className="font-strong">
          {row.id ? `${row.id}: this record could not be read.` : 'A record could not be read.'}
        </b>{' '}
        <span className="text-ink-2">SmarterPay sent it in a form that this dashboard does not know.</span>
      </span>
    </span>
  )
}

export function ScheduleTable(props: ScheduleTableProps) {
  const { rows, columns, indexed, density, sort, busy, answers, here, scroller, onSort, reference } = props
  const circumstances = useCircumstances()
  const router = useRouter()
  const actions = useRowActions(rows, here, props)
  const follow = (event: MouseEvent) => {
    if (actions.onPress(event)) return
    const href = pressedLink(event)
    if (href !== null) rememberPlace(here, scroller.current, href)
    followLink(event, router.push)
  }
  const { sortBy } = useStable({
    sortBy: (field: string) => {
      const known = SORTS.find((own) => own === field)
      if (known) onSort(known)
    },
  })
  const shown = useMemo(() => {
    const asked = columns.map((id) => (indexed ? { ...COLUMNS[id], ...INDEX_SORTS[id] } : COLUMNS[id]))
    const [first, ...others] = asked
    return first ? [{ ...first, cell: reference }, ...others, ROW_ACTIONS] : []
  }, [columns, indexed, reference])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it follows the links within, and notes which, so that Back returns to it
    <div onClick={follow} onKeyDown={actions.onKeyDown} onFocus={actions.onFocus}>
      <DataTable
        label="Schedules"
        columns={shown}
        rows={rows}
        rowId={rowId}
        context={circumstances}
        isOther={isUnreadable}
        other={Unreadable}
        sorting={sort}
        onSort={sortBy}
        density={density}
        busy={busy}
        answers={answers}
      />
      {actions.beside}
    </div>
  )
}
