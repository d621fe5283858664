'use client'

import { Search, X } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { useShortcut } from '@/components/shortcuts'
import { IconButton } from '@/components/ui/button'
import type { Taken } from '@/lib/schedules/search-operators'
import { tidySearch } from '@/lib/schedules/tidy-search'

const PACE_MS = 200
const MAX_LENGTH = 100

export type SearchFieldProps = {
  text: string
  /** Whoever is asked is quick: each key is a question of its own. */
  atOnce?: boolean
  /** What can be typed. */
  hint?: string
  /** `filters`: what was typed as a word such as `status:active`, and has left the field. */
  onSearch: (text: string, filters?: Taken['filters']) => void
  /** Takes filters out of a text; `whole`: the person is done with it. */
  take?: (text: string, whole: boolean) => Taken | null
}

/**
 * Asks with the first letter at once and then, save `atOnce`, at most five times a second, always ending with what stands there.
 * What is typed is never overwritten by an answer; only another address (Back, Clear) changes it.
 */
export const SearchField = memo(function SearchField(props: SearchFieldProps) {
  const { text, atOnce = false, hint = 'Custom reference, id or mandate', onSearch, take } = props
  const [typed, setTyped] = useState(text)
  const asked = useRef(text)
  const onTheWay = useRef<string[]>([])
  const lastMs = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Go to the search field', () => field.current?.select())

  useEffect(() => {
    // The address follows a little later: what was asked on the way here is no news.
    const own = onTheWay.current.indexOf(text)
    onTheWay.current.splice(0, own + 1)
    if (own >= 0 || text === asked.current) return
    onTheWay.current = []
    asked.current = text
    clearTimeout(timer.current)
    setTyped(text)
  }, [text])
  useEffect(() => () => clearTimeout(timer.current), [])

  const ask = (next: string) => {
    clearTimeout(timer.current)
    const tidy = tidySearch(next)
    if (tidy === asked.current) return
    const send = () => {
      lastMs.current = performance.now()
      asked.current = tidy
      onTheWay.current.push(tidy)
      onSearch(tidy)
    }
    const wait = atOnce ? 0 : lastMs.current + PACE_MS - performance.now()
    if (wait <= 0) send()
    else timer.current = setTimeout(send, wait)
  }
  const change = (next: string, whole = false) => {
    const taken = take?.(next, whole)
    if (!taken) {
      setTyped(next)
      ask(next)
      return
    }
    clearTimeout(timer.current)
    const tidy = tidySearch(taken.rest)
    setTyped(tidy)
    asked.current = tidy
    if (tidy !== text) onTheWay.current.push(tidy)
    onSearch(tidy, taken.filters)
  }
  return (
    <search aria-label="Find schedules" className="min-w-0 max-sm:w-full sm:w-[348px]">
      <div className="flex h-8 items-center gap-2 rounded-control border border-control bg-surface pr-1.5 pl-2.5 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1 has-[input:focus-visible]:outline-focus max-sm:h-11">
        <Search size={15} strokeWidth={1.9} aria-hidden className="flex-none text-ink-3" />
        <input
          ref={field}
          type="search"
          aria-label="Search schedules"
          placeholder={hint}
          value={typed}
          maxLength={MAX_LENGTH}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          // What reads filters comes with the first sign of somebody about to type.
          onFocus={() => take?.('', false)}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') change(typed, true)
            if (event.key !== 'Escape' || typed === '') return
            event.preventDefault()
            change('')
          }}
          className="h-full min-w-0 flex-1 bg-transparent text-body outline-none placeholder:text-ink-3 max-sm:text-lead [&::-webkit-search-cancel-button]:hidden"
        />
        {typed === '' ? (
          <kbd
            aria-hidden
            className="rounded-[3px] border border-line-strong px-1.5 font-medium font-sans text-[0.6875rem]/4 text-ink-3 max-sm:hidden"
          >
            /
          </kbd>
        ) : (
          <IconButton
            icon={X}
            label="Clear the search"
            small
            className="size-6.5!"
            onClick={() => {
              change('')
              field.current?.focus()
            }}
          />
        )}
      </div>
    </search>
  )
})
