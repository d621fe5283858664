// What is pressed, chosen or typed while the page stands there but React has not taken it over yet, which would be lost: it is
// kept and given to React as soon as it can hear it. Way in: the script of `earlyPresses`, behind the page.

/** Runs in the browser as text, before and outside everything else: it may use nothing from around it. */
function keepEarlyPresses() {
  const root = document.documentElement
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  /** What a person wants to stand in each: React may put its own back before it can be told. */
  const wanted = new Map<Field, string | boolean>()
  let pressed: HTMLElement | null = null
  let waiting = false

  // React leaves its mark on each element that it has taken over; a part whose script comes later is taken over later.
  const isTaken = (element: Element) =>
    'alive' in root.dataset && Object.keys(element).some((name) => name.startsWith('__reactProps$'))
  /** Forms with an address of their own work without React. */
  const isNative = (form: HTMLFormElement | null) => form?.hasAttribute('action') ?? false

  const isTick = (field: Field): field is HTMLInputElement => /^(checkbox|radio)$/.test(field.type)

  const tell = (field: Field, want: string | boolean) => {
    // React hears only of what differs from what it believes to stand there.
    if (isTick(field)) {
      field.checked = !want
      return field.click()
    }
    field.value = field instanceof HTMLSelectElement ? String(want) : field.defaultValue
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, want)
    const kind = field instanceof HTMLSelectElement ? 'change' : 'input'
    field.dispatchEvent(new Event(kind, { bubbles: true }))
  }
  const look = () => {
    for (const [field, want] of wanted) {
      if (field.isConnected && !isTaken(field)) continue
      wanted.delete(field)
      if (field.isConnected) tell(field, want)
    }
    if (pressed && (!pressed.isConnected || isTaken(pressed))) {
      const button = pressed
      pressed = null
      if (button.isConnected) button.click()
    }
    waiting = wanted.size > 0 || pressed !== null
    root.toggleAttribute('data-waiting', waiting)
    if (waiting) requestAnimationFrame(look)
  }
  const wait = () => {
    if (waiting) return
    waiting = true
    root.toggleAttribute('data-waiting', true)
    requestAnimationFrame(look)
  }

  // At the end of an event's way: React, where it hears at all, has been by, and may have taken the element over for it.
  addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button, [role=gridcell]') : null
    if (!button || isTaken(button)) return
    if (button instanceof HTMLButtonElement && button.type === 'submit' && isNative(button.form)) return
    event.preventDefault()
    pressed = button
    wait()
  })
  addEventListener('submit', (event) => {
    const form = event.target
    if (form instanceof HTMLFormElement && !isNative(form) && !isTaken(form)) event.preventDefault()
  })
  /** React has heard of this one, and is yet to be told of what was wanted before it. */
  const goOn = (field: Field, event: Event) => {
    const before = wanted.get(field)
    if (typeof before !== 'string' || !(event instanceof InputEvent)) return wanted.delete(field)
    if (field.value.startsWith(before)) return wanted.delete(field)
    return wanted.set(field, before + (event.data ?? ''))
  }
  const note = (event: Event) => {
    const { target } = event
    const field =
      target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
        ? target
        : null
    if (!field) return
    if (isTaken(field)) return void goOn(field, event)
    wanted.set(field, isTick(field) ? field.checked : field.value)
    wait()
  }
  addEventListener('input', note)
  addEventListener('change', note)
}

export const earlyPresses = `(${keepEarlyPresses})()`
