// What happy-dom lacks of the platform's popovers and of layout: shown and hidden, told by `toggle`, the focus given back.
const before = new WeakMap<HTMLElement, Element | null>()

function toggle(panel: HTMLElement, newState: 'open' | 'closed') {
  const event = new Event('toggle')
  Object.assign(event, { newState, oldState: newState === 'open' ? 'closed' : 'open' })
  panel.dispatchEvent(event)
}

HTMLElement.prototype.showPopover ??= function showPopover() {
  before.set(this, document.activeElement)
  toggle(this, 'open')
}
HTMLElement.prototype.hidePopover ??= function hidePopover() {
  const held = before.get(this)
  if (this.contains(document.activeElement) && held instanceof HTMLElement) held.focus()
  toggle(this, 'closed')
}
