'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { pageActions } from '@/components/page-actions'
import { recentSchedules } from '@/components/recent-schedules'
import { useBookRead, useRole } from '@/components/ui/reader-role'
import { knownSchedule } from '@/lib/queries/schedules'
import { tidySearch } from '@/lib/schedules/tidy-search'
import { PaletteFoot } from './palette-foot'
import { actionOptions, type PaletteOption, paletteGroups, recentOptions } from './palette-options'
import { PaletteResults } from './palette-results'
import { usePaletteSearch } from './use-palette-search'

const MAX_LENGTH = 200

/** One field for schedules, pages and what can be done on this page. Enter opens, with Ctrl or Command in a new tab. */
export function Palette({ person, onClose }: { person: string; onClose: () => void }) {
  const frame = useRef<HTMLDialogElement>(null)
  const role = useRole()
  const bookRead = useBookRead()
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const cache = useQueryClient()
  const typed = tidySearch(text)
  const search = usePaletteSearch(typed)

  // What can be done is read off the page before the palette covers it.
  const [actions] = useState(() => actionOptions(pageActions()))
  const recent = useMemo(
    () => recentOptions(recentSchedules(person), (id) => knownSchedule(cache, id)),
    [person, cache],
  )
  const groups = paletteGroups({ typed, ...search, recent, actions, role, bookRead })
  const options = groups.flatMap((group) => group.options)
  const active = options.find(({ key }) => key === chosen) ?? options[0]

  useLayoutEffect(() => {
    const dialog = frame.current
    if (!dialog || dialog.open) return
    dialog.showModal()
    return () => dialog.close()
  }, [])
  useEffect(() => {
    if (active) document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' })
  }, [active, listId])

  const act = (option: PaletteOption) => {
    onClose()
    // After the palette has gone: what is pressed may open a dialog of its own.
    requestAnimationFrame(() => option.press?.())
  }
  const open = (option: PaletteOption, apart: boolean) => {
    if (option.press) return act(option)
    if (apart) {
      window.open(option.href, '_blank', 'noopener')
      return onClose()
    }
    // By the link itself, so that a page with unsaved typing can ask first.
    document.getElementById(optionId(listId, option))?.click()
    onClose()
  }
  const wished = useWish(search.waits, () => {
    const first = paletteGroups({ typed, ...search, recent, actions, role, bookRead })[0]?.options[0]
    if (first) open(first, false)
  })

  const hear = (event: KeyboardEvent) => {
    const at = active ? options.indexOf(active) : -1
    const next = {
      ArrowDown: options[(at + 1) % options.length],
      ArrowUp: options.at(at - 1),
      PageDown: options[Math.min(at + 5, options.length - 1)],
      PageUp: options[Math.max(at - 5, 0)],
    }[event.key]
    if (next) {
      event.preventDefault()
      setChosen(next.key)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (search.waits && chosen === null) wished()
      else if (active) open(active, event.ctrlKey || event.metaKey)
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way out, and the platform turns it into cancel
    <dialog
      ref={frame}
      aria-label="Command palette"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      className="dialog-frame floating mx-auto mt-28 max-h-[min(32rem,calc(100dvh-9rem))] w-full max-w-170 overflow-hidden rounded-dialog p-0 shadow-dialog open:flex open:flex-col max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:max-w-none max-sm:rounded-none"
    >
      <div className="flex h-13 flex-none items-center gap-3 border-line border-b px-4">
        <Search size={17} strokeWidth={1.9} aria-hidden className="flex-none text-ink-3" />
        <input
          role="combobox"
          aria-label="Search schedules and commands"
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(listId, active) : undefined}
          placeholder="Reference, id, mandate, or a line of a bank statement"
          value={text}
          maxLength={MAX_LENGTH}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => {
            setText(event.target.value)
            setChosen(null)
          }}
          onKeyDown={hear}
          className="h-full min-w-0 flex-1 bg-transparent text-lead outline-none placeholder:text-ink-3"
        />
        <button
          type="button"
          title="Close"
          onClick={onClose}
          className="rounded-chip border border-line-strong px-1.5 font-medium text-[0.6875rem]/5 text-ink-3 hover:bg-hover max-sm:px-3 max-sm:text-small/9"
        >
          <span className="max-sm:hidden">Esc</span>
          <span className="sm:hidden">Close</span>
        </button>
      </div>
      <PaletteResults
        listId={listId}
        groups={groups}
        active={active}
        optionId={optionId}
        onPoint={setChosen}
        onAct={act}
        onFollow={onClose}
        search={search}
        typed={typed}
      />
      <PaletteFoot count={options.length} waits={search.waits} source={search.source} />
    </dialog>
  )
}

const optionId = (listId: string, { key }: PaletteOption) => `${listId}-${key.replaceAll(/[^\w-]+/g, '_')}`

/** Somebody was quicker than the answer: what they wished is done once it is there. */
function useWish(waits: boolean, act: () => void): () => void {
  const wish = useRef(false)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
    if (!waits && wish.current) {
      wish.current = false
      latest.current()
    }
  })
  return () => {
    wish.current = true
  }
}
