// How a person likes the list: density and columns. Kept in a cookie, so that the first rows come in the right shape.
import { COLUMN_IDS, type ColumnId } from './column-names'

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]
export type Display = { density: Density; columns: ColumnId[] | null }

export const DISPLAY_COOKIE = 'qd-list'
const YEAR_SECONDS = 31_536_000

/** "compact.reference-payer-next"; whatever cannot be read is the standard. */
export function readDisplay(text: string | undefined): Display {
  const [density, columns = ''] = (text ?? '').split('.')
  const known = columns.split('-').flatMap((name) => COLUMN_IDS.find((id) => id === name) ?? [])
  const unique = [...new Set(known)]
  return {
    density: density === 'compact' ? 'compact' : 'comfortable',
    columns: unique.includes('reference') ? unique : null,
  }
}

export function displayText({ density, columns }: Display): string {
  return columns ? `${density}.${columns.join('-')}` : density
}

/** Keeps it for the next visits on this device. Browser only. */
export function keepDisplay(display: Display): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not in every browser we serve
  document.cookie = `${DISPLAY_COOKIE}=${displayText(display)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
