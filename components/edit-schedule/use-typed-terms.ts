'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { WhyText } from '@/components/review/why-form'
import { say } from '@/components/ui/updates'
import { useWorkOwner } from '@/components/work-owner'
import { dropDraft, type FoundTerms, keepDraft, termsName as nameOf, termsDraftQuery } from '@/lib/queries/drafts'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { packTerms } from '@/lib/schedules/pack-terms'
import type { TermsText } from '@/lib/schedules/terms-text'
import type { Keeping } from './preview-region'

export type TypedTerms = {
  opened: ScheduleAnswer
  text: TermsText
  keeping: Keeping
  why: WhyText
  /** Of the confirmation, once it was opened. */
  key: string | null
}

const AFTER_MS = 700

/** What was found, on the reading of now where nothing moved, or else on the rule as it was when it was typed. */
export function openedOn({ basis, asOf, was }: FoundTerms, now: ScheduleAnswer): ScheduleAnswer {
  return basis === now.basis ? now : { schedule: { ...now.schedule, ...was }, basis, asOf }
}

/**
 * What was typed on a schedule's rule, kept beside what was read while its form is not on screen, and on the server for a
 * reload, another tab or after signing in again. `found` is what the server still has of an earlier visit.
 */
export function useTypedTerms(id: string) {
  const cache = useQueryClient()
  const owner = useWorkOwner()
  const [kept] = useState(() => cache.getQueryData<TypedTerms>(['typed-terms', id]))
  const [decided, setDecided] = useState(kept !== undefined)
  const [choosing, setChoosing] = useState(false)
  const query = useQuery({ ...termsDraftQuery(id, owner), enabled: !decided })
  const found = decided ? null : (query.data ?? null)

  const onServer = useRef(kept !== undefined)
  const waiting = useRef<(() => void) | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const told = useRef(false)
  const keyThere = useRef(kept?.key ?? null)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current?.()
    waiting.current = null
  }, [])
  const forget = useCallback(() => {
    if (!onServer.current) return
    onServer.current = false
    dropDraft(nameOf(id)).catch(() => undefined)
  }, [id])
  /** Null: nothing is typed. What was found is not overwritten before a person chose. */
  const keep = useCallback(
    (work: TypedTerms | null) => {
      const queryKey = ['typed-terms', id]
      clearTimeout(timer.current)
      waiting.current = null
      if (work === null) {
        cache.removeQueries({ queryKey, exact: true })
        return forget()
      }
      cache.setQueryDefaults(['typed-terms'], { gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY })
      cache.setQueryData<TypedTerms>(queryKey, work)
      if (!decided) return
      waiting.current = () => {
        onServer.current = true
        const { opened, text, keeping, why, key } = work
        keyThere.current = key
        const packed = packTerms({ asOf: opened.asOf, text, keeping, was: opened.schedule, why })
        keepDraft(nameOf(id), { work: packed, key, basis: opened.basis }, owner).catch(() => {
          if (!told.current) say('Your draft could not be kept on the server. It stays in this window.')
          told.current = true
        })
      }
      // A key is on the server before anything is sent under it.
      if (work.key !== keyThere.current) flush()
      else timer.current = setTimeout(flush, AFTER_MS)
    },
    [cache, id, owner, decided, forget, flush],
  )
  // A page that is left, or goes out of sight, does not wait for the pause in typing.
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      flush()
    }
  }, [flush])
  const decide = useCallback(
    (how: 'continue' | 'discard') => {
      onServer.current = true
      if (how === 'discard') forget()
      setChoosing(false)
      setDecided(true)
    },
    [forget],
  )
  const nothingThere = query.isSuccess && !found
  useEffect(() => {
    if (nothingThere) setDecided(true)
  }, [nothingThere])
  const choice = { choosing, onChoosing: setChoosing, onDiscard: () => decide('discard') }
  return { kept, found, keep, decide, choice }
}
