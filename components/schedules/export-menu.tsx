'use client'

import { Download, FileSpreadsheet, FileText } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import { buttonLook } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { ListQuery, ScheduleList } from '@/lib/schedules/contract'
import type { ColumnId } from './column-names'

const importDialog = () => import('./export-dialog')
const ExportDialog = lazy(async () => ({ default: (await importDialog()).ExportDialog }))
const prepare = () => void importDialog()

export type ExportMenuProps = {
  query: ListQuery
  /** What stands on the page; undefined while nothing does. */
  answer: ScheduleList | undefined
  columns: readonly ColumnId[]
}

/** Takes the list out as a file: which form, then what of it. */
export function ExportMenu(props: ExportMenuProps) {
  const [format, setFormat] = useState<'csv' | 'xlsx' | null>(null)
  const close = useCallback(() => setFormat(null), [])
  return (
    <>
      <Menu
        label="Export"
        width={180}
        end
        trigger={(trigger) => (
          <button
            {...trigger}
            data-command=""
            onPointerEnter={prepare}
            onFocus={prepare}
            className={`${buttonLook()} max-sm:h-11`}
          >
            <Download size={15} strokeWidth={1.9} aria-hidden className="-ml-0.5 flex-none" />
            Export
          </button>
        )}
      >
        {(closeMenu) => {
          const choose = (next: 'csv' | 'xlsx') => {
            closeMenu()
            setFormat(next)
          }
          return (
            <>
              <MenuItem icon={FileText} onClick={() => choose('csv')}>
                CSV
              </MenuItem>
              <MenuItem icon={FileSpreadsheet} onClick={() => choose('xlsx')}>
                Excel
              </MenuItem>
            </>
          )
        }}
      </Menu>
      {format && (
        <Suspense fallback={null}>
          <ExportDialog {...props} format={format} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
