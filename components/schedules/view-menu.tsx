'use client'

import { Bookmark, ChevronDown } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useShortcut } from '@/components/shortcuts'
import { buttonLook, TextButton } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import type { ListQuery } from '@/lib/schedules/contract'
import { ALL, asView, type SavedView, type View } from '@/lib/schedules/views'
import type { ColumnId } from './column-names'
import type { Density } from './display'

const importDialogs = () => import('./view-dialogs')
const SaveView = lazy(async () => ({ default: (await importDialogs()).SaveView }))
const DeleteView = lazy(async () => ({ default: (await importDialogs()).DeleteView }))
const UpdateView = lazy(async () => ({ default: (await importDialogs()).UpdateView }))
const importChoices = () => import('./view-choices')
const ViewChoices = lazy(async () => ({ default: (await importChoices()).ViewChoices }))

/** The pointer or focus comes near: fetch what the menu opens. */
const prepare = () => void Promise.all([importChoices(), importDialogs()]).catch(() => undefined)

export type ViewMenuProps = {
  view: View
  saved: readonly SavedView[]
  /** The list asks for something else than the view does. */
  changed: boolean
  query: ListQuery
  /** Those that stand in the address or the view; null: the person's own. */
  columns: readonly ColumnId[] | null
  density: Density
  /** The index answers: views that need it are offered. */
  indexed: boolean
  onChoose: (view: View) => void
}

/** Named ways to look at the list: choose one, keep what stands there as one, put it back as it was. */
export function ViewMenu(props: ViewMenuProps) {
  const { view, saved, changed, query, columns, density, indexed, onChoose } = props
  const [open, setOpen] = useState<'save' | 'delete' | null>(null)
  const close = useCallback(() => setOpen(null), [])
  const own = view.saved?.own ? view.saved : null
  const keeps = changed || (view.id !== ALL.id && !own)
  useShortcut('v', 'Save view', () => setOpen('save'))

  return (
    <>
      <Menu
        label="View"
        width={272}
        trigger={(trigger) => (
          <button
            {...trigger}
            data-command="Choose a view"
            onPointerEnter={prepare}
            onFocus={prepare}
            className={`${buttonLook()} min-w-0 max-w-80 shrink max-sm:max-w-none max-sm:flex-1`}
          >
            <span className="truncate">
              <span className="text-ink-2">View: </span>
              <b className="font-strong">{view.name}</b>
            </span>
            <ChevronDown size={14} strokeWidth={1.9} aria-hidden className="flex-none" />
          </button>
        )}
      >
        {(closeMenu) => (
          <ViewChoices
            view={view}
            saved={saved}
            indexed={indexed}
            own={own}
            onChoose={(next) => {
              closeMenu()
              onChoose(next)
            }}
            onDelete={() => {
              closeMenu()
              setOpen('delete')
            }}
          />
        )}
      </Menu>
      {(changed || keeps) && (
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
          {changed && view.id !== ALL.id && <span className="text-ink-3">View changed</span>}
          {changed && own && (
            <Suspense fallback={null}>
              <UpdateView
                view={own}
                query={query}
                columns={columns}
                density={density}
                onSaved={(next) => onChoose(asView(next))}
              />
            </Suspense>
          )}
          <TextButton
            data-command=""
            aria-keyshortcuts="v"
            onPointerEnter={prepare}
            onFocus={prepare}
            onClick={() => setOpen('save')}
          >
            <Bookmark size={14} strokeWidth={1.9} aria-hidden />
            Save view
          </TextButton>
          {changed && view.id !== ALL.id && (
            <TextButton data-command="" onClick={() => onChoose(view)}>
              Reset view
            </TextButton>
          )}
        </span>
      )}
      {open === 'save' && (
        <Suspense fallback={null}>
          <SaveView
            query={query}
            columns={columns}
            density={density}
            onClose={close}
            onSaved={(next) => onChoose(asView(next))}
          />
        </Suspense>
      )}
      {open === 'delete' && own && (
        <Suspense fallback={null}>
          <DeleteView view={own} onClose={close} onDeleted={() => onChoose(ALL)} />
        </Suspense>
      )}
    </>
  )
}
