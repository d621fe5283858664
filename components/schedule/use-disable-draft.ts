'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { EMPTY_WHY, type WhyText } from '@/components/review/why-form'
import { useWorkOwner } from '@/components/work-owner'
import { disableName, draftQuery, dropDraft, keepDraft } from '@/lib/queries/drafts'

const AFTER_MS = 700
const words = (value: unknown) => (typeof value === 'string' ? value : '')

/** What was filled in before a schedule was disabled, and the key that it was confirmed under; null where there is nothing. */
export type EarlierWhy = { why: WhyText; key: string | null }

/**
 * The reason and note of a disabling, kept on the server while they are typed, with the key of their confirmation. `onEarlier`
 * is told once of what an earlier visit left.
 */
export function useDisableDraft(
  id: string,
  { why, key }: { why: WhyText; key: string | null },
  onEarlier: (earlier: EarlierWhy) => void,
): { drop: () => void } {
  const name = disableName(id)
  const owner = useWorkOwner()
  const { data } = useQuery(draftQuery(name, owner))
  const waiting = useRef<(() => void) | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const touched = useRef(false)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current?.()
    waiting.current = null
  }, [])
  const { reason, note } = why
  useEffect(() => {
    if (reason === '' && note === '') return
    touched.current = true
    clearTimeout(timer.current)
    waiting.current = () => void keepDraft(name, { work: { reason, note }, key }, owner).catch(() => undefined)
    timer.current = setTimeout(flush, AFTER_MS)
  }, [name, owner, reason, note, key, flush])
  useEffect(() => flush, [flush])
  const tell = useEffectEvent(onEarlier)
  useEffect(() => {
    if (!data?.draft || touched.current) return
    const { work, key: kept } = data.draft
    tell({ why: { ...EMPTY_WHY, reason: words(work.reason), note: words(work.note) }, key: kept })
  }, [data])
  const drop = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current = null
    if (touched.current) dropDraft(name).catch(() => undefined)
  }, [name])
  return { drop }
}
