'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { EMPTY_WHY, type WhyText } from '@/components/review/why-form'
import { useWorkOwner } from '@/components/work-owner'
import { draftQuery, dropDraft, keepDraft } from '@/lib/queries/drafts'
import { isUntouched, type NewText, newTextFrom } from '@/lib/schedules/new-text'

/** What is typed on the page of a new schedule. `recreates`: the disabled schedule that it is made in place of. */
export type NewWork = { text: NewText; why: WhyText; recreates: string | null }
export type KeptWork = { work: NewWork; key: string | null; savedAt: string }

/** The typed work on a new schedule is kept under this name in place of an id. */
const NEW = 'new'
const EVERY_MS = 800

/** What somebody kept, with strange parts left out; null where nothing is typed in it. */
function workOf(kept: Record<string, unknown>): NewWork | null {
  const text = newTextFrom(kept.text)
  if (isUntouched(text)) return null
  const given = typeof kept.why === 'object' && kept.why !== null ? (kept.why as Partial<WhyText>) : {}
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    text,
    // What was agreed to is asked again: it was agreed in a conversation that may be long over.
    why: { ...EMPTY_WHY, reason: words(given.reason), note: words(given.note) },
    recreates: typeof kept.recreates === 'string' ? kept.recreates : null,
  }
}

/**
 * The typed work on a new schedule, kept on the server for this person while they type. `earlier` is what was kept before
 * this page was opened: undefined while nobody knows, null where there is none. `asking` says what the question ran into.
 */
export function useNewDraft() {
  const owner = useWorkOwner()
  const query = useQuery(draftQuery(NEW, owner))
  const draft = query.data?.draft ?? null
  const earlier = useMemo((): KeptWork | null | undefined => {
    if (!query.data) return undefined
    const work = draft ? workOf(draft.work) : null
    return draft && work ? { work, key: draft.key, savedAt: draft.savedAt } : null
  }, [query.data, draft])
  const [saved, setSaved] = useState<'nothing' | 'kept' | 'failing'>('nothing')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<NewWork | null>(null)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const work = waiting.current
    waiting.current = null
    if (work)
      keepDraft(NEW, { work }, owner).then(
        () => setSaved('kept'),
        () => setSaved('failing'),
      )
  }, [owner])
  /** Keeps the work soon; null forgets it. */
  const keepSoon = useCallback(
    (work: NewWork) => {
      clearTimeout(timer.current)
      waiting.current = work
      timer.current = setTimeout(flush, EVERY_MS)
    },
    [flush],
  )
  /** Keeps the work with the key that it is sent under, before it is sent. Throws ProblemError. */
  const keepWithKey = useCallback(
    (work: NewWork, key: string) => {
      clearTimeout(timer.current)
      waiting.current = null
      return keepDraft(NEW, { work, key }, owner).catch((error: unknown) => {
        // Nothing is sent under that key: the work is kept on without it.
        keepSoon(work)
        throw error
      })
    },
    [owner, keepSoon],
  )
  const drop = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current = null
    setSaved('nothing')
    void dropDraft(NEW).catch(() => undefined)
  }, [])
  useEffect(() => flush, [flush])
  const asking = { problem: query.error?.problem ?? null, again: query.refetch }
  return { earlier, asking, saved, keepSoon, keepWithKey, drop }
}
