import type { MouseEvent } from 'react'

/** The address of the link that was pressed, where any was. */
export const pressedLink = ({ target }: MouseEvent): string | null =>
  (target instanceof Element ? target.closest('a[href]') : null)?.getAttribute('href') ?? null

/**
 * Follows a plain link by the router, heard at something around it: a page of rows would make hundreds of links of the
 * framework. Another tab, a new window, a download stay the browser's own.
 */
export function followLink(event: MouseEvent, go: (href: string) => void): void {
  const href = pressedLink(event)
  if (href === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go(href)
}
