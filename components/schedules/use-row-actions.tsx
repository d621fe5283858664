'use client'

import { type KeyboardEvent, lazy, type MouseEvent, type ReactNode, Suspense, useEffect, useState } from 'react'
import { rememberWay } from '@/components/list-way'
import { useShortcut } from '@/components/shortcuts'
import { isUnreadable, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import type { ScheduleColumn } from './columns'

const importPeek = () => import('./peek')
const Peek = lazy(async () => ({ default: (await importPeek()).Peek }))
const importMenu = () => import('./row-menu')
const RowMenu = lazy(async () => ({ default: (await importMenu()).RowMenu }))

const DOTS = <span aria-hidden>⋯</span>

/** The last column: one quiet button a row, all of which open one menu. */
export const ROW_ACTIONS: ScheduleColumn = {
  id: 'actions',
  header: 'Actions',
  quiet: true,
  end: true,
  className: 'max-sm:hidden',
  cell: ({ id }) => (
    <button type="button" data-row-menu={id} aria-haspopup="menu" aria-label={`Actions for ${id}`} className="row-menu">
      {DOTS}
    </button>
  ),
}

const scheduleIn = (rows: readonly ScheduleRow[], id: string | null | undefined): Schedule | undefined => {
  const found = rows.find((row) => row.id === id)
  return found && !isUnreadable(found) ? found : undefined
}

/** The menu of the row in which something stands; it knows whose row it is. */
const menuOf = (at: Element | null) => at?.closest('tr')?.querySelector<HTMLElement>('[data-row-menu]')

/** The id of the row whose link this is. */
const rowOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement && target.matches('th a[href]') ? menuOf(target)?.dataset.rowMenu : undefined

/** Who asks for a dialog that disables a schedule, and has it rendered by the page. */
export type Disabling = (id: string, onClose: () => void) => ReactNode

export type RowActions = {
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: { target: EventTarget }) => void
  /** True where the press was for a row's menu. */
  onPress: (event: MouseEvent) => boolean
  /** What stands beside the table: a menu, a preview, a dialog. */
  beside: ReactNode
}

/** Menu and preview of rows, and the way from this list into its schedules. The preview follows the focus, which stays in the list. */
export function useRowActions(
  rows: readonly ScheduleRow[],
  here: string,
  { disabling, onSelect }: { disabling?: Disabling | undefined; onSelect?: ((id: string) => void) | undefined },
): RowActions {
  const [peeked, setPeeked] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null)
  const [disabled, setDisabled] = useState<string | null>(null)
  const preview = scheduleIn(rows, peeked)
  const opened = scheduleIn(rows, menu?.id)
  useShortcut('Space', 'Preview the row, or close its preview', () => undefined)
  useShortcut('.', 'Actions of the row', () => menuOf(document.activeElement)?.click())
  useEffect(() => rememberWay({ here, ids: rows.flatMap((row) => (isUnreadable(row) ? [] : [row.id])) }), [here, rows])
  useEffect(() => {
    if (peeked === null) return
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open], [popover]:popover-open')) setPeeked(null)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [peeked])

  return {
    onKeyDown: (event) => {
      const id = event.key === ' ' ? rowOf(event.target) : undefined
      if (id === undefined) return
      event.preventDefault()
      setPeeked((last) => (last === id ? null : id))
    },
    onFocus: ({ target }) => {
      const id = rowOf(target)
      if (id === undefined) return
      void importPeek()
      setPeeked((last) => (last === null ? null : id))
    },
    onPress: (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>('[data-row-menu]')
      if (!button) return false
      setMenu({ id: button.dataset.rowMenu ?? '', anchor: button })
      return true
    },
    beside: (
      <Suspense fallback={null}>
        {onSelect && <SelectKey onSelect={onSelect} />}
        {preview && <Peek schedule={preview} onClose={() => setPeeked(null)} />}
        {menu && opened && (
          <RowMenu
            schedule={opened}
            anchor={menu.anchor}
            onPreview={() => setPeeked(opened.id)}
            onDisable={() => setDisabled(opened.id)}
            onSelect={onSelect && (() => onSelect(opened.id))}
            onClose={() => setMenu(null)}
          />
        )}
        {disabled !== null && disabling?.(disabled, () => setDisabled(null))}
      </Suspense>
    ),
  }
}

/** The key that selects, for those who can do something with what they selected. */
function SelectKey({ onSelect }: { onSelect: (id: string) => void }) {
  useShortcut('x', 'Select the row', () => {
    const id = menuOf(document.activeElement)?.dataset.rowMenu
    if (id) onSelect(id)
  })
  return null
}
