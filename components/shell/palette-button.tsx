'use client'

import { Search } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/components/ui/hydrated'

const importPalette = () => import('./palette')
const Palette = lazy(async () => ({ default: (await importPalette()).Palette }))
const prepare = () => void importPalette()

/** Opens the palette: by a press, and by Ctrl or Command with K from anywhere but another dialog. */
export function PaletteButton({ person }: { person: string }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const mac = useHydrated() && /Mac|iPhone|iPad/.test(navigator.platform)
  const close = useCallback(() => setOpen(false), [])

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (document.querySelector('dialog[open]')) close()
      else setOpen(true)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [close])

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label="Search or jump to…"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(true)}
        className="flex h-8 min-w-0 items-center gap-2 rounded-control border border-line-strong bg-canvas pr-1.5 pl-2.5 text-left text-body text-ink-3 hover:bg-hover max-sm:size-11 max-sm:justify-center max-sm:border-transparent max-sm:bg-transparent max-sm:p-0 sm:w-85"
      >
        <Search size={15} strokeWidth={1.9} aria-hidden className="flex-none max-sm:size-[18px] max-sm:text-ink-2" />
        <span className="flex-1 truncate max-sm:hidden">Search or jump to…</span>
        <kbd
          aria-hidden
          // Drawn, not written: the name is what is said, and the keys are no part of it.
          data-keys={mac ? '⌘ K' : 'Ctrl K'}
          className="rounded-[3px] border border-line-strong px-1.5 font-medium font-sans text-[0.6875rem]/4 before:content-[attr(data-keys)] max-sm:hidden"
        />
      </button>
      {open && (
        <Suspense fallback={null}>
          <Palette person={person} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
