'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { afterPaint } from '@/components/after-paint'
import type { WhyText } from '@/components/review/why-form'
import { say } from '@/components/ui/updates'
import { useWorkOwner } from '@/components/work-owner'
import { dropDraft, type FoundWork, keepDraft, workDraftQuery } from '@/lib/queries/drafts'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { History } from '@/lib/schedules/draft-history'
import { packWork } from '@/lib/schedules/pack-work'

const AFTER_MS = 700

export type Kept = {
  opened: ScheduleAnswer
  history: History
  why: WhyText
  key: string | null
  /** A draft of an earlier visit still waits for a choice. */
  undecided?: boolean
}

/**
 * What was typed on a schedule, kept beside what was read while its editor is not on screen, and on the server for a
 * reload, another tab or after signing in again. `found` is what the server still has of an earlier visit.
 */
export function useKept(id: string) {
  const cache = useQueryClient()
  const owner = useWorkOwner()
  const queryKey = ['typed-work', id]
  const [kept] = useState(() => cache.getQueryData<Kept>(queryKey))
  const [decided, setDecided] = useState(kept !== undefined && !kept.undecided)
  const query = useQuery({ ...workDraftQuery(id, owner), enabled: !decided })
  const found: FoundWork | null = decided ? null : (query.data ?? null)

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onServer = useRef(kept !== undefined && !kept.undecided)
  const waiting = useRef<(() => void) | null>(null)
  const told = useRef(false)
  const keyThere = useRef(kept?.key ?? null)

  const store = useCallback(
    ({ opened, history, why, key }: Kept) => {
      waiting.current = null
      onServer.current = true
      keyThere.current = key
      const body = { work: packWork({ draft: history.draft, asOf: opened.asOf, why }), key, basis: opened.basis }
      keepDraft(id, body, owner).catch(() => {
        if (!told.current) say('Your draft could not be kept on the server. It stays in this window.')
        told.current = true
      })
    },
    [id, owner],
  )
  const forget = useCallback(() => {
    if (!onServer.current) return
    onServer.current = false
    dropDraft(id).catch(() => undefined)
  }, [id])

  /** `decided` may not be taken for granted: what was found is not overwritten before a person chose. */
  const keepNow = useCallback(
    (now: Kept | null) => {
      clearTimeout(timer.current)
      waiting.current = null
      const where = ['typed-work', id]
      if (now === null) {
        cache.removeQueries({ queryKey: where, exact: true })
        return forget()
      }
      cache.setQueryDefaults(['typed-work'], { gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY })
      cache.setQueryData<Kept>(where, { ...now, undecided: !decided })
      if (!decided) return
      waiting.current = () => store(now)
      // A key is on the server before anything is sent under it.
      if (now.key !== keyThere.current) store(now)
      else timer.current = setTimeout(() => waiting.current?.(), AFTER_MS)
    },
    [cache, id, decided, forget, store],
  )
  const drawn = useRef<{ now: Kept | null; callOff: () => void } | null>(null)
  const keepDrawn = useCallback(() => {
    const { now, callOff } = drawn.current ?? {}
    if (now === undefined) return
    drawn.current = null
    callOff?.()
    keepNow(now)
  }, [keepNow])
  /** Null: nothing is typed. To draw a change comes before keeping it; a key does not wait. */
  const keep = useCallback(
    (now: Kept | null) => {
      drawn.current?.callOff()
      drawn.current = { now, callOff: afterPaint(keepDrawn) }
      if (now && now.key !== keyThere.current) keepDrawn()
    },
    [keepDrawn],
  )
  const keepAtOnce = useEffectEvent(() => {
    keepDrawn()
    clearTimeout(timer.current)
    waiting.current?.()
  })
  // A page that is left, or goes out of sight, does not wait for the pause in typing either.
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') keepAtOnce()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => document.removeEventListener('visibilitychange', hidden)
  }, [])
  // Leaving the editor does not wait for the pause in typing.
  useEffect(() => () => keepAtOnce(), [])
  const decide = useCallback(
    (how: 'continue' | 'discard') => {
      onServer.current = true
      if (how === 'discard') forget()
      setDecided(true)
    },
    [forget],
  )
  const nothingThere = query.isSuccess && !found
  useEffect(() => {
    if (nothingThere) setDecided(true)
  }, [nothingThere])
  return { kept, found, keep, decide, decided }
}
