// The last way of a chip that was let go: to its new place, or back to its old one. Nothing waits for it.
const CALM_MS = 220

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Sends a picture of the floating chip, as it stands now, to `place` (window pixels), or lets it fade where that is not on
 * screen. Nothing moves with reduced motion.
 */
export function settle(chip: HTMLElement, place: DOMRect | null): void {
  if (still()) return
  const picture = chip.cloneNode(true) as HTMLElement
  picture.setAttribute('aria-hidden', 'true')
  document.body.append(picture)
  const end = place
    ? { transform: `translate3d(${place.left}px, ${place.top}px, 0)`, opacity: 0.6, boxShadow: 'none' }
    : { opacity: 0 }
  const way = picture.animate([{}, end], { duration: CALM_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' })
  way.onfinish = () => picture.remove()
  way.oncancel = () => picture.remove()
}
