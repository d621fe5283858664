import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ASK_AGAIN_MS, LONG_PRESS_MS, watchDrags } from './drag-gesture'

type Init = Partial<PointerEventInit>
let area: HTMLElement
let chip: HTMLElement
let drags: ReturnType<typeof watchDrags>
let ready: boolean
const told: string[] = []
const presses: EventListener = () => told.push('click')

const fire = (type: string, { target = chip, ...init }: Init & { target?: EventTarget } = {}) => {
  const event = new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    isPrimary: true,
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    buttons: 1,
    ...init,
  })
  target.dispatchEvent(event)
  return event
}
const click = () => chip.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
const pressEscape = () => {
  const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  document.body.dispatchEvent(event)
  return event
}

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<div id="area"><button data-row="row-1">£25.32</button></div>'
  area = document.querySelector('#area') as HTMLElement
  chip = document.querySelector('button') as HTMLElement
  told.length = 0
  const captured = new Set<number>()
  area.setPointerCapture = (id) => void captured.add(id)
  area.hasPointerCapture = (id) => captured.has(id)
  area.releasePointerCapture = (id) => void captured.delete(id)
  chip.addEventListener('click', presses)
  ready = true
  drags = watchDrags(area, {
    onNear: () => undefined,
    onPickUp: ({ row, by }) => {
      if (!ready) return 'later'
      told.push(`up ${row} ${by}`)
      return row !== 'locked'
    },
    onMove: ({ x, y }) => told.push(`move ${x},${y}`),
    onDrop: ({ x, y }) => told.push(`drop ${x},${y}`),
    onCancel: () => told.push('cancel'),
  })
})

afterEach(() => {
  drags.stop()
  vi.useRealTimers()
})

/** Pressed and carried away by a mouse. */
function carry() {
  fire('pointerdown', { clientX: 10, clientY: 10 })
  fire('pointermove', { clientX: 20, clientY: 10 })
}

describe('a press on a payment', () => {
  it('stays a press while the hand is no further than it trembles', () => {
    fire('pointerdown', { clientX: 10, clientY: 10 })
    fire('pointermove', { clientX: 12, clientY: 12 })
    fire('pointerup', { clientX: 12, clientY: 12 })
    click()
    expect(told).toEqual(['click'])
  })

  it('becomes a drag after four pixels, and the drop is no click', () => {
    carry()
    fire('pointermove', { clientX: 60, clientY: 70 })
    fire('pointerup', { clientX: 60, clientY: 70 })
    click()
    expect(told).toEqual(['up row-1 mouse', 'move 20,10', 'move 60,70', 'drop 60,70'])
    fire('pointerdown', { clientX: 10, clientY: 10 })
    fire('pointerup', { clientX: 10, clientY: 10 })
    click()
    expect(told.at(-1), 'the next press counts again').toBe('click')
  })

  it('lets a press by keyboard through right after a drop', () => {
    carry()
    fire('pointerup', { clientX: 20, clientY: 10 })
    chip.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }))
    expect(told.at(-1)).toBe('click')
  })

  it.each<[string, Init]>([
    ['the second button', { button: 2 }],
    ['Shift, which selects', { shiftKey: true }],
    ['a second finger', { isPrimary: false }],
  ])('is no drag with %s', (_, init) => {
    fire('pointerdown', { clientX: 10, clientY: 10, ...init })
    fire('pointermove', { clientX: 90, clientY: 90, ...init })
    expect(told).toEqual([])
  })

  it('waits for what a drag draws with, and then begins where the hand is by now', () => {
    ready = false
    carry()
    fire('pointermove', { clientX: 30, clientY: 40 })
    vi.advanceTimersByTime(ASK_AGAIN_MS * 3)
    expect(told).toEqual([])
    ready = true
    vi.advanceTimersByTime(ASK_AGAIN_MS)
    fire('pointerup', { clientX: 50, clientY: 60 })
    click()
    expect(told).toEqual(['up row-1 mouse', 'move 30,40', 'drop 50,60'])
  })

  it('stays a press when it is let go before a drag can be drawn', () => {
    ready = false
    carry()
    fire('pointerup', { clientX: 20, clientY: 10 })
    click()
    ready = true
    vi.advanceTimersByTime(ASK_AGAIN_MS * 2)
    expect(told).toEqual(['click'])
  })

  it('is no drag where the payment cannot be picked up, and stays a press', () => {
    chip.dataset.row = 'locked'
    carry()
    fire('pointermove', { clientX: 60, clientY: 70 })
    fire('pointerup', { clientX: 60, clientY: 70 })
    click()
    expect(told).toEqual(['up locked mouse', 'click'])
  })
})

describe('a finger', () => {
  const finger = { pointerType: 'touch', pointerId: 7 }
  const touchMove = () => {
    const event = new Event('touchmove', { bubbles: true, cancelable: true })
    chip.dispatchEvent(event)
    return event.defaultPrevented
  }

  it('scrolls when it moves before it has rested', () => {
    fire('pointerdown', { clientX: 10, clientY: 10, ...finger })
    vi.advanceTimersByTime(LONG_PRESS_MS - 1)
    fire('pointermove', { clientX: 10, clientY: 40, ...finger })
    vi.advanceTimersByTime(LONG_PRESS_MS)
    expect(told).toEqual([])
    expect(touchMove(), 'the page may scroll').toBe(false)
  })

  it('picks up by resting, and then keeps the page from scrolling and from its menu', () => {
    fire('pointerdown', { clientX: 10, clientY: 10, ...finger })
    vi.advanceTimersByTime(LONG_PRESS_MS)
    expect(told).toEqual(['up row-1 touch'])
    expect(touchMove()).toBe(true)
    expect(fire('contextmenu', finger).defaultPrevented).toBe(true)
    fire('pointermove', { clientX: 50, clientY: 40, ...finger })
    fire('pointerup', { clientX: 50, clientY: 40, ...finger })
    expect(told.slice(1)).toEqual(['move 50,40', 'drop 50,40'])
    expect(touchMove()).toBe(false)
  })
})

describe('what ends a drag without a drop', () => {
  it.each<[string, () => void]>([
    ['Escape', () => void pressEscape()],
    ['the browser, which takes the pointer away', () => void fire('pointercancel')],
    ['a lost capture', () => void fire('lostpointercapture', { target: area })],
    ['a second pointer', () => void fire('pointerdown', { pointerId: 2, isPrimary: false })],
    ['a window that is left', () => void window.dispatchEvent(new Event('blur'))],
    ['a tab that is hidden', () => void document.dispatchEvent(new Event('visibilitychange'))],
    ['a button let go outside', () => void fire('pointermove', { buttons: 0 })],
    ['the calendar going away', () => drags.stop()],
  ])('is %s: once, and what follows of that press counts for nothing', (_, act) => {
    carry()
    act()
    fire('pointermove', { clientX: 90, clientY: 90 })
    fire('pointerup', { clientX: 90, clientY: 90 })
    click()
    expect(told).toEqual(['up row-1 mouse', 'move 20,10', 'cancel'])
  })

  it('keeps Escape to itself while something is in hand, and only then', () => {
    expect(pressEscape().defaultPrevented).toBe(false)
    carry()
    expect(pressEscape().defaultPrevented).toBe(true)
    expect(pressEscape().defaultPrevented).toBe(false)
  })
})
