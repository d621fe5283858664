'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
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

  /** Null: nothing is typed. `decided` may not be taken for granted: what was found is not overwritten before a person chose. */
  const keep = useCallback(
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
  // A page that is left, or goes out of sight, does not wait for the pause in typing either.
  useEffect(() => {
    const store = () => {
      if (document.visibilityState !== 'hidden') return
      clearTimeout(timer.current)
      waiting.current?.()
    }
    document.addEventListener('visibilitychange', store)
    return () => document.removeEventListener('visibilitychange', store)
  }, [])
  // Leaving the editor does not wait for the pause in typing.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      waiting.current?.()
    },
    [],
  )
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
