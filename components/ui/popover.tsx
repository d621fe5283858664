'use client'

import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  Suspense,
  type SyntheticEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'

const GAP = 4
const EDGE = 8

/** Puts a floating panel at its anchor: below, or above where there is more room, and never past the window's edge. */
export function place(panel: HTMLElement, anchor: HTMLElement, width: number, end: boolean) {
  const at = anchor.getBoundingClientRect()
  const wide = Math.min(width, window.innerWidth - 2 * EDGE)
  const wished = end ? at.right - wide : at.left
  const below = window.innerHeight - at.bottom
  const above = below < 240 && at.top > below
  Object.assign(panel.style, {
    width: `${wide}px`,
    left: `${Math.max(EDGE, Math.min(wished, window.innerWidth - wide - EDGE))}px`,
    top: above ? 'auto' : `${at.bottom + GAP}px`,
    bottom: above ? `${window.innerHeight - at.top + GAP}px` : 'auto',
    maxHeight: `${(above ? at.top : below) - GAP - EDGE}px`,
  })
}

/** Gives focus to the first control, once what was fetched on intent is there. */
function FirstFocus({ panel }: { panel: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>(
      '[data-first], input:checked, input, [role^=menuitem], button, a[href]',
    )
    first?.focus({ preventScroll: true })
  }, [panel])
  return null
}

/** What the trigger must carry. */
export type TriggerProps = Pick<
  ComponentProps<'button'>,
  'ref' | 'popoverTarget' | 'aria-expanded' | 'aria-haspopup' | 'aria-controls' | 'type'
>

export type PopoverProps = {
  /** Accessible name of the panel. */
  label: string
  role?: 'dialog' | 'menu'
  trigger: (props: TriggerProps) => ReactNode
  /** Rendered while it is open; may be lazy. */
  children: (close: () => void) => ReactNode
  width?: number
  /** Lines up with the trigger's right edge. */
  end?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** A floating panel by the platform's own popover: a press outside and Escape close it, focus returns to the trigger. */
export function Popover(props: PopoverProps) {
  const { label, role = 'dialog', trigger, children, width = 320, end = false, onOpenChange, className = 'p-4' } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return
    const follow = () => {
      if (panel.current && anchor.current) place(panel.current, anchor.current, width, end)
    }
    window.addEventListener('resize', follow)
    window.addEventListener('scroll', follow, { capture: true, passive: true })
    return () => {
      window.removeEventListener('resize', follow)
      window.removeEventListener('scroll', follow, { capture: true })
    }
  }, [open, width, end])

  const turn = (event: SyntheticEvent<HTMLDivElement, ToggleEvent>) => {
    if (event.target !== event.currentTarget) return
    const opens = event.nativeEvent.newState === 'open'
    // Closing waits for `toggle`: what holds the focus must stand until the browser has given it back to the trigger.
    if (opens !== (event.type === 'beforetoggle')) return
    if (opens && panel.current && anchor.current) place(panel.current, anchor.current, width, end)
    setOpen(opens)
    onOpenChange?.(opens)
  }

  return (
    <>
      {trigger({
        ref: anchor,
        type: 'button',
        popoverTarget: id,
        'aria-haspopup': role,
        'aria-expanded': open,
        'aria-controls': id,
      })}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is given, dialog or menu, and both take a label */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        onBeforeToggle={turn}
        onToggle={turn}
        className={`floating fixed inset-auto m-0 overflow-y-auto rounded-panel border-0 shadow-float ${className}`}
      >
        {open && (
          <Suspense fallback={null}>
            {children(() => panel.current?.hidePopover())}
            <FirstFocus panel={panel} />
          </Suspense>
        )}
      </div>
    </>
  )
}
