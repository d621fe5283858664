'use client'

import { type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react'
import { MenuRows } from './menu'
import { place } from './popover'

export type MenuAtProps = {
  label: string
  /** The control that opened it: it stands there, and focus returns to it. */
  anchor: HTMLElement
  width?: number
  onClose: () => void
  children: ReactNode
}

/** One menu for many triggers, such as the rows of a table. Render it while it is open. */
export function MenuAt({ label, anchor, width = 240, onClose, children }: MenuAtProps) {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const open = panel.current
    if (!open) return
    open.showPopover()
    place(open, anchor, width, true)
    open.querySelector<HTMLElement>('[role^=menuitem]')?.focus({ preventScroll: true })
  }, [anchor, width])
  const toggled = ({ nativeEvent }: SyntheticEvent<HTMLDivElement, ToggleEvent>) => {
    if (nativeEvent.newState === 'closed') onClose()
  }
  return (
    <div
      ref={panel}
      popover="auto"
      role="menu"
      aria-label={label}
      onToggle={toggled}
      className="floating fixed inset-auto m-0 overflow-y-auto rounded-panel border-0 p-1.5 shadow-float"
    >
      <MenuRows>{children}</MenuRows>
    </div>
  )
}
