'use client'

import {
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'

const GAP = 8
const EDGE = 8
const NARROW = '(max-width: 39.99rem)'

/** Right of its anchor, else left of it, else below; as high as the anchor as far as the window allows. */
function place(panel: HTMLElement, anchor: HTMLElement, width: number) {
  if (window.matchMedia(NARROW).matches) {
    panel.style.cssText = 'left:0;right:0;bottom:0;top:auto;width:100%;max-height:85dvh'
    return
  }
  const at = anchor.getBoundingClientRect()
  const right = at.right + GAP + width <= window.innerWidth - EDGE
  const left = at.left - GAP - width >= EDGE
  const beside = right || left
  const wished = right ? at.right + GAP : left ? at.left - GAP - width : at.left
  const top = beside ? at.top - GAP : at.bottom + GAP
  const height = panel.scrollHeight
  Object.assign(panel.style, {
    width: `${width}px`,
    maxHeight: `${window.innerHeight - 2 * EDGE}px`,
    left: `${Math.max(EDGE, Math.min(wished, window.innerWidth - width - EDGE))}px`,
    top: `${Math.max(EDGE, Math.min(top, window.innerHeight - height - EDGE))}px`,
  })
}

/** Tab goes round within the panel: it lies above the page, and what is below it is not where one is. */
function goRound(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== 'Tab') return
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=radio]), input:checked, select',
    ),
  ].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility?.() !== false)
  const end = event.shiftKey ? stops[0] : stops.at(-1)
  const at = document.activeElement
  if (at !== end && !(event.shiftKey && at === event.currentTarget)) return
  event.preventDefault()
  const other = event.shiftKey ? stops.at(-1) : stops[0]
  other?.focus()
}

/** What its fields say, to tell whether anything was typed since. */
const textOf = (panel: HTMLElement): string =>
  [...panel.querySelectorAll<HTMLInputElement>('input:not([type=radio])')].map(({ value }) => value).join('\n')

export type BesideProps = {
  /** Accessible name of the dialog. */
  label: string
  /** What it stands beside, looked up anew whenever the page moves. */
  anchor: () => HTMLElement | null
  /** Escape, a press beside it while nothing was typed in it, or `close`; whoever opened it stops rendering it. */
  onClose: () => void
  children: (close: () => void) => ReactNode
  width?: number
}

/**
 * A floating dialog beside something that is no button, by the platform's own popover; a sheet at the bottom of narrow
 * windows. Render it while it is open. What should have focus first carries `data-first`; closing gives it back. A press
 * beside it closes it only while nothing was typed; then it stays, says so, and nothing else hears of the press.
 */
export function Beside({ label, anchor, onClose, children, width = 352 }: BesideProps) {
  const panel = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState(false)
  const before = useRef<Element | null>(null)
  const close = () => {
    const back = before.current instanceof HTMLElement && before.current.isConnected ? before.current : null
    const at = document.activeElement
    if (at === document.body || panel.current?.contains(at)) {
      const to = back && back !== document.body ? back : anchor()
      to?.focus({ preventScroll: true })
    }
    panel.current?.hidePopover()
  }
  const closeNow = useEffectEvent(close)
  const follow = useEffectEvent(() => {
    const beside = anchor()
    if (panel.current && beside) place(panel.current, beside, width)
  })
  useEffect(() => {
    const own = panel.current
    if (!own) return
    before.current = document.activeElement
    own.showPopover()
    follow()
    const untyped = textOf(own)
    const isTyped = () => textOf(own) !== untyped
    // A modal dialog that comes meanwhile (the session ends soon) is heard as ever.
    const isBeside = ({ target }: Event) =>
      target instanceof Element && !own.contains(target) && !target.closest('dialog[open]')
    let pressed = false
    const stop = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
    }
    const press = (event: Event) => {
      pressed = isBeside(event)
      if (pressed && isTyped()) stop(event)
    }
    const release = (event: Event) => {
      if (pressed && isBeside(event) && !isTyped()) closeNow()
      pressed = false
    }
    const click = (event: Event) => {
      if (!isBeside(event) || !isTyped()) return
      stop(event)
      setHeld(true)
    }
    const heard = { pointerdown: press, mousedown: press, pointerup: release, click }
    for (const [name, hear] of Object.entries(heard)) window.addEventListener(name, hear, true)
    const first = own.querySelector<HTMLElement>('[data-first]') ?? own.querySelector<HTMLElement>('input, button')
    first?.focus({ preventScroll: true })
    const move = () => follow()
    const grown = new ResizeObserver(move)
    grown.observe(own.firstElementChild ?? own)
    window.addEventListener('resize', move)
    window.addEventListener('scroll', move, { capture: true, passive: true })
    return () => {
      grown.disconnect()
      for (const [name, hear] of Object.entries(heard)) window.removeEventListener(name, hear, true)
      window.removeEventListener('resize', move)
      window.removeEventListener('scroll', move, { capture: true })
    }
  }, [])
  const closed = (event: SyntheticEvent<HTMLDivElement, ToggleEvent>) => {
    if (event.target === event.currentTarget && event.nativeEvent.newState === 'closed') onClose()
  }
  return (
    <div
      ref={panel}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-label={label}
      onToggle={closed}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault()
          close()
        } else goRound(event)
      }}
      className="floating fixed inset-auto m-0 overflow-y-auto rounded-panel border-0 p-0 shadow-float outline-none max-sm:rounded-b-none"
    >
      <div className="p-4">
        {held && (
          <p role="alert" className="mb-2 font-medium text-small text-warn">
            What you typed here is kept, and is no change yet. Finish it, or press Cancel.
          </p>
        )}
        {children(close)}
      </div>
    </div>
  )
}
