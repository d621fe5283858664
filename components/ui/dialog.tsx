'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './button'

export type DialogProps = {
  title: string
  /** Escape, the close button and a press beside the dialog; whoever opened it stops rendering it. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the primary one last. */
  footer?: ReactNode
  /** 560 px, or 1040 for reviews: those are read from their top, where focus goes. */
  wide?: boolean
  /** For questions that must be answered by a button: a press beside it does nothing. */
  firm?: boolean
}

/**
 * A modal dialog by the platform's own <dialog>: the rest of the page is inert, and focus goes back where it came from.
 * Render it while it is open, wherever: nothing of how a cell or a bar looks reaches it. What should have focus first carries
 * `data-first`.
 */
export function Dialog({ title, onClose, children, footer, wide = false, firm = false }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const dialog = frame.current
    if (!dialog || dialog.open) return
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => dialog.close()
  }, [])
  return (
    <dialog
      ref={frame}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.currentTarget.querySelector<HTMLElement>(':scope > div > footer [data-primary]')?.click()
      }}
      onClick={(event) => {
        if (!firm && event.target === event.currentTarget) onClose()
      }}
      className={`dialog-frame floating m-auto whitespace-normal text-left text-body font-regular normal-nums max-h-[calc(100dvh-4rem)] w-full overflow-hidden rounded-dialog p-0 shadow-dialog max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:max-w-none max-sm:rounded-none ${wide ? 'max-w-[65rem]' : 'max-w-[35rem]'}`}
    >
      <div className="flex max-h-[inherit] flex-col max-sm:h-full">
        <header className="flex items-start gap-3 px-6 pt-4 pb-3">
          <h2
            id={titleId}
            {...(wide && { tabIndex: -1, 'data-first': true })}
            className="flex-1 py-0.5 text-[1.125rem]/6 font-strong tracking-[-0.008em] outline-none"
          >
            {title}
          </h2>
          <IconButton
            icon={X}
            label="Close"
            small
            onClick={onClose}
            className="-mr-2 max-sm:-my-2 max-sm:-mr-3 max-sm:size-11"
          />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5">{children}</div>
        {footer && (
          <footer className="flex min-h-14 flex-none flex-wrap items-center justify-end gap-2 border-line border-t px-6 py-3">
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  )
}
