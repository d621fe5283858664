'use client'

import { X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { TextButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { say } from '@/components/ui/updates'
import { MOST_SELECTED } from '@/lib/schedules/contract'
import { isUnreadable } from '@/lib/schedules/model'
import type { ScheduleColumn } from './columns'
import { ScheduleExport } from './export-menu'
import { type ListNow, ListNowProvider } from './list-now'
import { clearSelection, select, selected, useIsSelected, useSelected } from './selection'

// Choosing rows, fetched with the first one that is chosen: a box in front of each reference, and what can be done with them.

const COUNT = new Intl.NumberFormat('en-GB')
const tooMany = () => say(`At most ${COUNT.format(MOST_SELECTED)} schedules can be selected. A filter can hold more.`)

/** Turns one row on, or off. */
export function toggle(id: string): void {
  if (!select([id], !selected().includes(id))) tooMany()
}

export const anySelected = (): boolean => selected().length > 0
export { clearSelection }

function Box({ id, children }: { id: string; children: ReactNode }) {
  const on = useIsSelected(id)
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const row = box.current?.closest('tr')
    row?.setAttribute('data-selecting', on ? 'on' : 'off')
    return () => row?.removeAttribute('data-selecting')
  }, [on])
  return (
    <span className="flex items-center gap-2.5 sm:-ml-5.5 sm:gap-1.5">
      <input
        ref={box}
        type="checkbox"
        className="tick row-tick flex-none"
        aria-label={`Select schedule ${id}`}
        checked={on}
        onChange={({ target }) => {
          if (!select([id], target.checked)) tooMany()
        }}
      />
      <span className="min-w-0 flex-1">{children}</span>
    </span>
  )
}

/** The cell with a box in front. */
export const withBox =
  (cell: ScheduleColumn['cell']): ScheduleColumn['cell'] =>
  (row, context) => <Box id={row.id}>{cell(row, context)}</Box>

/** What is selected, and what can be done with it. */
export function SelectionBar({ now, onEnd }: { now: ListNow; onEnd: () => void }) {
  const chosen = useSelected()
  const here = (now.answer?.rows ?? []).flatMap((row) => (isUnreadable(row) ? [] : [row.id]))
  const on = here.filter((id) => chosen.includes(id)).length
  const elsewhere = chosen.length - on
  return (
    <div
      role="toolbar"
      aria-label="Bulk actions"
      className="sticky bottom-0 z-3 flex flex-none flex-wrap items-center gap-x-5 gap-y-1 border-line-strong border-t bg-accent-soft px-4 py-1.5 max-sm:grid max-sm:grid-flow-col max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:grid-rows-2 max-sm:gap-x-3 sm:px-6"
    >
      <Checkbox
        checked={on > 0 && on === here.length}
        mixed={on > 0 && on < here.length}
        disabled={here.length === 0}
        onChange={() => {
          if (!select(here, on < here.length)) tooMany()
        }}
      >
        Select all on this page
      </Checkbox>
      <span role="status" className="tabular-nums">
        <b className="font-strong">
          {chosen.length === 1
            ? '1 schedule selected'
            : `${chosen.length === 0 ? 'No' : COUNT.format(chosen.length)} schedules selected`}
        </b>
        {elsewhere > 0 && <span className="text-ink-2">, {COUNT.format(elsewhere)} of them not on this page</span>}
      </span>
      <span className="ml-auto inline-flex items-center gap-3 max-sm:contents">
        <span className="justify-self-end">
          <ListNowProvider value={now}>
            <ScheduleExport />
          </ListNowProvider>
        </span>
        <TextButton data-command="" className="max-sm:h-11" onClick={onEnd}>
          <X size={14} strokeWidth={1.9} aria-hidden />
          Clear selection
        </TextButton>
      </span>
    </div>
  )
}
