'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useShortcut } from '@/components/shortcuts'

const MAX_LENGTH = 100

/** One field for whatever a caller says; Enter shows what answers it in the list. Without a script it goes there as a form. */
export function TodaySearch({ focused }: { focused: boolean }) {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Go to the search field', () => field.current?.select())
  useEffect(() => {
    // Whoever already went on to something else is left there.
    if (focused && document.activeElement === document.body) field.current?.focus()
  }, [focused])
  return (
    <search>
      <form
        action="/schedules"
        onSubmit={(event) => {
          event.preventDefault()
          const text = field.current?.value.normalize('NFC').trim()
          if (text) router.push(`/schedules?${new URLSearchParams({ q: text })}`)
        }}
        className="flex h-11 max-w-2xl items-center gap-2.5 rounded-control border border-control bg-surface px-3 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1 has-[input:focus-visible]:outline-focus"
      >
        <Search size={17} strokeWidth={1.9} aria-hidden className="flex-none text-ink-3" />
        <input
          ref={field}
          name="q"
          type="search"
          aria-label="Search schedules"
          placeholder="Reference, mandate, id or amount"
          maxLength={MAX_LENGTH}
          autoComplete="off"
          className="h-full min-w-0 flex-1 bg-transparent text-lead outline-none placeholder:text-ink-3"
        />
      </form>
    </search>
  )
}
