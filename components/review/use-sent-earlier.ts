'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { changeQuery } from '@/lib/queries/changes'
import type { Schedule } from '@/lib/schedules/model'
import type { WasSent } from './found-draft'

/** A change that was on its way when its page was left: since when (ms), and what stood when it was sent. */
export type SentEarlier = { key: string; sentAt: number; before: Schedule | null }

/**
 * Asks whether anything was sent under the key of earlier work, and tells it once. Work that was being sent is followed,
 * and not offered to be sent again. `asking` while nobody knows yet; `sent` is null where it could not be asked.
 */
export function useSentEarlier(
  key: string | null,
  onSent: (sent: SentEarlier) => void,
): { asking: boolean; sent: WasSent } {
  const query = useQuery({ ...changeQuery(key ?? ''), enabled: key !== null })
  const sent = query.data?.change.id === key ? query.data : undefined
  const tell = useEffectEvent(onSent)
  useEffect(() => {
    if (sent) tell({ key: sent.change.id, sentAt: Date.parse(sent.change.at), before: sent.before ?? null })
  }, [sent])
  const trouble = query.error?.problem.kind
  const unsent = key === null || trouble === 'not-found'
  return { asking: key !== null && (query.isLoading || trouble === 'busy'), sent: sent ? true : unsent ? false : null }
}
