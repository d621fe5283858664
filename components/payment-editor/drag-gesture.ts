// When a press on a payment becomes a drag, and everything that ends one. It knows pointers and nothing of payments; a
// drag that it began always ends once, in a drop or in a cancel.

/** In CSS pixels from the window's corner. */
export type Point = { x: number; y: number }
export type Press = { row: string; chip: HTMLElement; at: Point; by: 'mouse' | 'pen' | 'touch' }

export type DragEvents = {
  /** A press that may become a drag: a finger rests, a pressed mouse moves. */
  onNear: () => void
  /** The press has become a drag; false: this payment cannot be picked up, and the press stays a press. `later`: ask again. */
  onPickUp: (press: Press) => boolean | 'later'
  onMove: (to: Point) => void
  onDrop: (at: Point) => void
  onCancel: () => void
}

/** A hand is never quite still: so far may a press go, in CSS pixels. A finger that goes further scrolls. */
const SLOP = { mouse: 4, pen: 4, touch: 10 }
export const LONG_PRESS_MS = 300
export const ASK_AGAIN_MS = 30

const kindOf = ({ pointerType }: PointerEvent): Press['by'] =>
  pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse'

/** The press that ended a drag is no click on what lies below. A click by keyboard or program has no detail and passes. */
function swallowClick(): void {
  const stop = (event: MouseEvent) => {
    if (event.detail === 0) return
    event.preventDefault()
    event.stopPropagation()
    over()
  }
  const over = () => {
    window.removeEventListener('click', stop, true)
    window.removeEventListener('pointerdown', over, true)
  }
  window.addEventListener('click', stop, true)
  window.addEventListener('pointerdown', over, true)
}

/**
 * Watches `area` for presses on its payments (`data-row`). A mouse or pen picks up by moving, a finger by resting, so that it
 * can still scroll. Answers how to put back what is in hand, and how to stop watching.
 */
export function watchDrags(area: HTMLElement, events: DragEvents): { cancel: () => void; stop: () => void } {
  let press: (Press & { id: number }) | null = null
  let carried = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let last: Point | null = null

  const end = () => {
    const held = press
    press = null
    carried = false
    clearTimeout(resting)
    during.abort()
    if (held && area.hasPointerCapture(held.id)) area.releasePointerCapture(held.id)
  }
  const cancel = () => {
    const was = carried
    end()
    if (!was) return
    swallowClick()
    events.onCancel()
  }
  const pickUp = () => {
    if (!press) return
    clearTimeout(resting)
    const taken = events.onPickUp(press)
    if (taken === 'later') {
      resting = setTimeout(pickUp, ASK_AGAIN_MS)
      return
    }
    if (!taken) return end()
    carried = true
    area.setPointerCapture(press.id)
    if (last) events.onMove(last)
  }

  const moved = (event: PointerEvent) => {
    if (!press || event.pointerId !== press.id) return
    // The button was let go where no window heard of it.
    if (press.by === 'mouse' && event.buttons === 0) return cancel()
    const to = { x: event.clientX, y: event.clientY }
    if (carried) return events.onMove(to)
    if (press.by !== 'touch') events.onNear()
    if (Math.hypot(to.x - press.at.x, to.y - press.at.y) < SLOP[press.by]) return
    if (press.by === 'touch') return end()
    last = to
    pickUp()
  }
  const released = (event: PointerEvent) => {
    if (!press || event.pointerId !== press.id) return
    const was = carried
    end()
    if (!was) return
    swallowClick()
    events.onDrop({ x: event.clientX, y: event.clientY })
  }
  const taken = (event: PointerEvent) => {
    if (event.pointerId === press?.id) cancel()
  }
  const another = (event: PointerEvent) => {
    if (event.pointerId !== press?.id) cancel()
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !carried) return
    event.preventDefault()
    event.stopImmediatePropagation()
    cancel()
  }
  const menu = (event: Event) => {
    if (carried || press?.by === 'touch') event.preventDefault()
  }

  let during = new AbortController()
  const began = (event: PointerEvent) => {
    if (press || !event.isPrimary || event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    const row = chip?.dataset.row
    if (!chip || !row) return
    press = { row, chip, id: event.pointerId, at: { x: event.clientX, y: event.clientY }, by: kindOf(event) }
    last = null
    if (press.by === 'touch') {
      events.onNear()
      resting = setTimeout(pickUp, LONG_PRESS_MS)
    }
    during = new AbortController()
    const { signal } = during
    window.addEventListener('pointermove', moved, { signal })
    window.addEventListener('pointerup', released, { signal })
    window.addEventListener('pointercancel', taken, { signal })
    window.addEventListener('lostpointercapture', taken, { signal, capture: true })
    window.addEventListener('pointerdown', another, { signal, capture: true })
    window.addEventListener('keydown', key, { signal, capture: true })
    window.addEventListener('contextmenu', menu, { signal, capture: true })
    window.addEventListener('blur', cancel, { signal })
    document.addEventListener('visibilitychange', cancel, { signal })
  }

  const standing = new AbortController()
  const { signal } = standing
  // Only a finger in mid-drag is kept from scrolling: it must be said before the browser begins to, so this cannot be passive.
  const hold = (event: TouchEvent) => {
    if (carried && event.cancelable) event.preventDefault()
  }
  // A pen hovers before it presses, and the browser would scroll by it.
  const hover = (event: PointerEvent) => {
    if (event.pointerType !== 'pen' || !(event.target instanceof Element)) return
    const chip = event.target.closest<HTMLElement>('[data-row]')
    if (chip) chip.style.touchAction = event.type === 'pointerover' ? 'none' : ''
  }
  area.addEventListener('pointerdown', began, { signal })
  area.addEventListener('touchmove', hold, { signal, passive: false })
  area.addEventListener('pointerover', hover, { signal })
  area.addEventListener('pointerout', hover, { signal })
  area.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
  return {
    cancel,
    stop: () => {
      cancel()
      standing.abort()
    },
  }
}
