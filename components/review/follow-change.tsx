'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Problem } from '@/lib/problem'
import { changeQuery } from '@/lib/queries/changes'
import { scheduleQuery } from '@/lib/queries/schedules'
import type { Change, ChangeStanding } from '@/lib/schedules/changes'
import type { Outcome } from './outcome'

const EVERY_MS = 2_000
/** Without a record after this long the request did not arrive; under the same key it can still only count once. */
const NO_RECORD_AFTER_MS = 75_000

export type FollowProps = {
  /** For a create, which has no id yet, any text: the change itself names what was made. */
  scheduleId: string
  changeId: string
  /** When it was sent (ms, this browser's clock). */
  sentAt: number
  /** What the sending ran into. */
  problem: Problem | null
  onOutcome: (outcome: Outcome) => void
  /** A person said that a create was done, and nobody knows which schedule it made. */
  onMade?: () => void
}

export type Following = {
  change: Change | null
  /** When the change was last asked for (ms), and whether that failed. */
  askedAt: number
  failing: boolean
  ask: () => void
}

/**
 * Asks what became of a change until it is known, and tells it once. A change that nobody recorded was not sent; while
 * the request may still be on its way that proves nothing yet.
 */
export function useFollowing(follow: FollowProps): Following {
  const { scheduleId, changeId, sentAt, problem, onOutcome, onMade } = follow
  const cache = useQueryClient()
  const [told, setTold] = useState(false)
  const query = useQuery({
    ...changeQuery(changeId),
    enabled: !told,
    gcTime: 0,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
  })
  const tell = useEffectEvent((outcome: Outcome) => {
    setTold(true)
    onOutcome(outcome)
  })
  const settle = useEffectEvent(async (standing: ChangeStanding, current: () => boolean) => {
    const outcome = outcomeOfStanding(standing)
    if (outcome) return tell(outcome)
    const { change, answer } = standing
    if (change.state !== 'applied' && change.state !== 'adjusted') return
    const kind = change.state === 'adjusted' ? 'adjusted' : 'saved'
    if (answer) return tell({ kind, answer })
    if (change.action === 'create' && change.schedule === null) {
      setTold(true)
      return onMade?.()
    }
    try {
      const { schedule, basis } = await cache.fetchQuery({
        ...scheduleQuery(change.schedule ?? scheduleId),
        staleTime: 0,
      })
      if (current()) tell({ kind, answer: { change, schedule, basis, differences: [] } })
    } catch {
      // Known to be done, but not readable right now: the next round asks again.
    }
  })
  const unrecorded = query.error?.problem.kind === 'not-found'
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer and every failure counts, equal ones too
  useEffect(() => {
    let live = true
    if (query.data && !query.error) void settle(query.data, () => live)
    else if (unrecorded && (problem?.kind === 'unexpected' || Date.now() - sentAt > NO_RECORD_AFTER_MS))
      tell({ kind: 'not-sent', problem: problem ?? { kind: 'unreachable' } })
    return () => {
      live = false
    }
  }, [query.dataUpdatedAt, query.errorUpdatedAt])
  return {
    change: query.data?.change ?? null,
    askedAt: Math.max(query.dataUpdatedAt, query.errorUpdatedAt),
    failing: query.error !== null && !unrecorded && query.error.problem.kind !== 'busy',
    ask: () => void query.refetch(),
  }
}

function outcomeOfStanding({ change }: ChangeStanding): Outcome | null {
  switch (change.state) {
    case 'refused':
      return { kind: 'refused', reason: change.reason ?? '' }
    case 'not-applied':
      return { kind: 'not-applied' }
    case 'needs-attention':
      return { kind: 'needs-attention', change }
    case 'attempted':
    case 'unknown':
    case 'applied':
    case 'adjusted':
      return null
  }
}
