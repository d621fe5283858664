'use client'

import { Check, type LucideIcon } from 'lucide-react'
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react'
import { Popover, type PopoverProps } from './popover'

/** Up, Down, Home, End and first letters, as menus do. */
function walk(event: KeyboardEvent<HTMLDivElement>) {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const byLetter = () => {
    const letter = event.key.toLowerCase()
    const order = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
    return order.find((row) => row.textContent.trim().toLowerCase().startsWith(letter))
  }
  const next = {
    ArrowDown: () => rows[(at + 1) % rows.length],
    ArrowUp: () => rows.at(at <= 0 ? -1 : at - 1),
    Home: () => rows[0],
    End: () => rows.at(-1),
  }[event.key]
  const target = next ? next() : /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey ? byLetter() : undefined
  if (!target) return
  event.preventDefault()
  event.stopPropagation()
  target.focus()
}

export type MenuProps = Pick<PopoverProps, 'label' | 'trigger' | 'width' | 'end'> & {
  children: (close: () => void) => ReactNode
}

/** A menu of acts under a button. */
export function Menu({ children, ...rest }: MenuProps) {
  return (
    <Popover role="menu" width={rest.width ?? 240} className="p-1.5" {...rest}>
      {(close) => <MenuRows>{children(close)}</MenuRows>}
    </Popover>
  )
}

/** What stands in a menu, walked through by its keys. */
export function MenuRows({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noStaticElementInteractions: the panel around it is the menu; this only hears the arrow keys
  return <div onKeyDown={walk}>{children}</div>
}

const LOOK =
  'flex h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-left text-[0.84375rem] font-medium text-ink no-underline hover:bg-hover hover:no-underline focus-visible:bg-hover focus-visible:-outline-offset-2 max-sm:h-11'

export function MenuItem({ icon: Icon, children, ...rest }: ComponentProps<'button'> & { icon?: LucideIcon }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={LOOK} {...rest}>
      {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden className="text-ink-2" />}
      {children}
    </button>
  )
}

export type MenuChoiceProps = Omit<ComponentProps<'button'>, 'role'> & { chosen: boolean }

/** One of several that exclude each other. */
export function MenuChoice({ chosen, children, ...rest }: MenuChoiceProps) {
  return (
    <button type="button" role="menuitemradio" aria-checked={chosen} tabIndex={-1} className={LOOK} {...rest}>
      <span aria-hidden className="grid w-[15px] place-items-center text-accent">
        {chosen && <Check size={15} strokeWidth={2.4} />}
      </span>
      {children}
    </button>
  )
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
    <div role="group" aria-label={label}>
      <div aria-hidden className="px-2.5 pt-2 pb-1 text-micro font-medium text-ink-3">
        {label}
      </div>
      {children}
    </div>
  )
}

export function MenuLine() {
  return <hr className="mx-2.5 my-1.5 border-line" />
}
