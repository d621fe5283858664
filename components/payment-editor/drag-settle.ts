// The last way of a chip that was let go: to its new place, or back to its old one. Nothing waits for it.
const CALM_MS = 220

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Puts a picture where the floating chip stands now, which may go then. The answer sends it to what has taken its place, or
 * lets it fade where that is not on screen. Null where nothing is to move.
 */
export function leaveBehind(chip: HTMLElement): ((place: HTMLElement | null) => void) | null {
  if (still()) return null
  const picture = chip.cloneNode(true) as HTMLElement
  picture.setAttribute('aria-hidden', 'true')
  document.body.append(picture)
  return (place) => {
    const to = place?.getBoundingClientRect()
    const end = to
      ? { transform: `translate3d(${to.left}px, ${to.top}px, 0)`, opacity: 0.6, boxShadow: 'none' }
      : { opacity: 0 }
    const way = picture.animate([{}, end], { duration: CALM_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' })
    way.onfinish = () => picture.remove()
    way.oncancel = () => picture.remove()
  }
}
