import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 48rem)'

function listen(tell: () => void) {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

/** Whether the window has room for a calendar (768 px); null until the browser can tell. */
export function useWide(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    listen,
    () => window.matchMedia(WIDE).matches,
    () => null,
  )
}
