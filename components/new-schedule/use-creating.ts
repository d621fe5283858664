'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Stage, useSaving } from '@/components/review/use-saving'
import { ProblemError } from '@/lib/problem'
import { useCreateSchedule } from '@/lib/queries/create'
import type { NewSchedule } from '@/lib/schedules/changes'

/** A schedule that looks like the one to be made; `again`: it came to light after a first try. */
export type Alike = { id: string; again: boolean }

const nothingSent = (stage: Stage) =>
  stage.at === 'reviewing' ? stage.outcome !== null : stage.at === 'done' && stage.outcome.kind === 'busy'

/**
 * Making the schedule: the key is kept with the typed work before anything is sent under it, so that a page which is
 * loaded anew finds out what became of it. `keep` throws ProblemError where it could not. Where it turns out that nothing
 * was sent, `keepOn` keeps the work without the key: whoever comes back to it is not told that it is on its way.
 */
export function useCreating(keep: (key: string) => Promise<unknown>, keepOn: () => void) {
  const { mutateAsync, isPending } = useCreateSchedule()
  const [alike, setAlike] = useState<Alike | null>(null)
  const watched = useCallback(async <T>(act: () => Promise<T>, again: boolean): Promise<T> => {
    setAlike(null)
    try {
      return await act()
    } catch (error) {
      if (error instanceof ProblemError && error.problem.kind === 'busy' && error.problem.alike !== undefined)
        setAlike({ id: error.problem.alike, again })
      throw error
    }
  }, [])
  const kept = useCallback(
    (key: string) =>
      keep(key).catch((error: unknown) => {
        // Nothing was sent yet, whatever became of the keeping.
        const told = error instanceof ProblemError && error.problem.kind !== 'outcome-unknown' ? error.problem : null
        throw new ProblemError(told ?? { kind: 'unreachable', offline: true })
      }),
    [keep],
  )
  const send = useCallback(
    (schedule: NewSchedule, key: string) =>
      watched(async () => {
        await kept(key)
        return mutateAsync({ key, schedule })
      }, false),
    [watched, kept, mutateAsync],
  )
  // Under another key it might be made beside the other one.
  const saving = useSaving(send, null, { followsUsed: true })
  const { again, stage } = saving
  const unsent = nothingSent(stage)
  useEffect(() => {
    if (unsent) keepOn()
  }, [unsent, keepOn])
  const tryAgain = useCallback(
    (change: string) =>
      again((key) =>
        watched(async () => {
          await kept(key)
          return mutateAsync({ key, again: change })
        }, true),
      ),
    [again, watched, kept, mutateAsync],
  )
  return { ...saving, tryAgain, sending: isPending, alike, forgetAlike: () => setAlike(null) }
}
