// What can be done on the page that is on screen, read off the page itself: every control that carries `data-command`. So
// whatever is offered elsewhere by name exists as a visible control, and pressing the one presses the other.

export type PageAction = {
  name: string
  /** As on the control itself, by `aria-keyshortcuts`. */
  keys: string | null
  /** Where the control is a link. */
  href: string | null
  press: () => void
}

const blocked = (control: HTMLElement) => control.matches(':disabled, [aria-disabled=true]')

/** Name of a control: what `data-command` says, else its label, else its words. */
function nameOf(control: HTMLElement): string {
  return control.dataset.command || control.getAttribute('aria-label') || control.textContent.trim()
}

/** In the order of the page; a name that stands twice is there once. */
export function pageActions(root: ParentNode = document): PageAction[] {
  const controls = [...root.querySelectorAll<HTMLElement>('[data-command]')].filter(
    (control) => control.checkVisibility() && !blocked(control),
  )
  const named = new Map(controls.map((control) => [nameOf(control), control]))
  return [...named].map(([name, control]) => ({
    name,
    keys: control.getAttribute('aria-keyshortcuts'),
    href: control instanceof HTMLAnchorElement ? control.getAttribute('href') : null,
    press: () => {
      control.focus()
      control.click()
    },
  }))
}
