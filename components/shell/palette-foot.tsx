import type { PaletteSearch } from './use-palette-search'

const KEYS = [
  ['↑ ↓', 'choose'],
  ['↵', 'open'],
  ['Ctrl ↵', 'open in a new tab'],
] as const

/** What the keys do, and how much there is. */
export function PaletteFoot({ count, waits, source }: Pick<PaletteSearch, 'waits' | 'source'> & { count: number }) {
  const words = waits ? 'Searching…' : count === 1 ? '1 result' : `${count} results`
  return (
    <footer className="flex h-10 flex-none items-center gap-4 border-line border-t px-4 text-micro text-ink-3">
      {KEYS.map(([key, does]) => (
        <span key={key} aria-hidden className="flex items-center gap-1.5 max-sm:hidden">
          {key.split(' ').map((one) => (
            <kbd
              key={one}
              className="min-w-4 rounded-[3px] border border-line-strong px-1 text-center font-medium font-sans text-[0.6875rem]/4"
            >
              {one}
            </kbd>
          ))}
          {does}
        </span>
      ))}
      <span className="flex-1" />
      {source === 'smarterpay' && <span className="max-sm:hidden">Read from SmarterPay now</span>}
      <span role="status" className="tabular-nums">
        {words}
      </span>
    </footer>
  )
}
