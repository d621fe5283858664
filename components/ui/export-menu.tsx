'use client'

import { Download, FileSpreadsheet, FileText } from 'lucide-react'
import { type ReactNode, Suspense, useCallback, useState } from 'react'
import { buttonLook } from './button'
import { Menu, MenuItem } from './menu'

export type FileFormat = 'csv' | 'xlsx'
export const FORMAT_WORDS: Record<FileFormat, string> = { csv: 'CSV', xlsx: 'Excel' }

export type ExportMenuProps = {
  /** Fetches the dialog while the button is pointed at. */
  prepare: () => void
  /** What is asked once the form is chosen. */
  children: (format: FileFormat, close: () => void) => ReactNode
}

/** Takes what is shown out as a file: which form, then what of it. */
export function ExportMenu({ prepare, children }: ExportMenuProps) {
  const [format, setFormat] = useState<FileFormat | null>(null)
  const close = useCallback(() => setFormat(null), [])
  return (
    <>
      <Menu
        label="Export"
        width={180}
        end
        trigger={(trigger) => (
          <button {...trigger} data-command="" onPointerEnter={prepare} onFocus={prepare} className={buttonLook()}>
            <Download size={15} strokeWidth={1.9} aria-hidden className="-ml-0.5 flex-none" />
            Export
          </button>
        )}
      >
        {(closeMenu) => {
          const choose = (next: FileFormat) => {
            closeMenu()
            setFormat(next)
          }
          return (
            <>
              <MenuItem icon={FileText} onClick={() => choose('csv')}>
                {FORMAT_WORDS.csv}
              </MenuItem>
              <MenuItem icon={FileSpreadsheet} onClick={() => choose('xlsx')}>
                {FORMAT_WORDS.xlsx}
              </MenuItem>
            </>
          )
        }}
      </Menu>
      {format && <Suspense fallback={null}>{children(format, close)}</Suspense>}
    </>
  )
}
