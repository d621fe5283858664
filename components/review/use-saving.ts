'use client'

import { useCallback, useRef, useState } from 'react'
import { ProblemError } from '@/lib/problem'
import type { ChangeAnswer } from '@/lib/schedules/changes'
import { isSpent, isUsedKey, type Outcome, outcomeOfAnswer, outcomeOfProblem } from './outcome'

export type Stage =
  | { at: 'editing' }
  | { at: 'reviewing'; saving: boolean; outcome: Extract<Outcome, { kind: 'not-sent' }> | null }
  | { at: 'done'; outcome: Outcome; key: string; sentAt: number }

const newKey = () => crypto.randomUUID()

/**
 * One confirmation from opening the review to its outcome. The key is made when the review opens and stays with the body
 * it was first sent with; another body, or a key that had its answer, takes a new one. Two presses send once. `keptKey` is
 * that of work taken up again: another tab may have it too, and have sent something else under it. This is then sent under a
 * key of its own, to be held against what stands now; unless `followsUsed`: then it is told what came of the other.
 */
export function useSaving<Body>(
  send: (body: Body, key: string) => Promise<ChangeAnswer>,
  keptKey: string | null = null,
  { followsUsed = false } = {},
) {
  const [stage, setStage] = useState<Stage>({ at: 'editing' })
  const confirmation = useRef<{ key: string; text: string | null } | null>(
    keptKey === null ? null : { key: keptKey, text: null },
  )
  const [key, setKey] = useState(keptKey)
  const underWay = useRef(false)
  /** Closed from here, a person has decided about the change that the key is of. */
  const decided = useRef(false)

  const open = useCallback(() => {
    confirmation.current ??= { key: newKey(), text: null }
    setKey(confirmation.current.key)
    setStage({ at: 'reviewing', saving: false, outcome: null })
  }, [])
  const letGo = useCallback(() => {
    decided.current = false
    confirmation.current = null
    setKey(null)
  }, [])
  const close = useCallback(() => {
    if (underWay.current) return
    if (decided.current) letGo()
    setStage({ at: 'editing' })
  }, [letGo])
  const finish = useCallback(
    (outcome: Outcome, key: string, sentAt: number) => {
      if (isSpent(outcome)) letGo()
      decided.current = outcome.kind === 'needs-attention' || outcome.kind === 'adjusted'
      setStage(
        outcome.kind === 'not-sent'
          ? { at: 'reviewing', saving: false, outcome }
          : { at: 'done', outcome, key, sentAt },
      )
    },
    [letGo],
  )

  const run = useCallback(
    async (first: string, act: (key: string) => Promise<ChangeAnswer>) => {
      if (underWay.current) return
      underWay.current = true
      const sentAt = Date.now()
      let key = first
      setStage((now) => (now.at === 'reviewing' ? { at: 'reviewing', saving: true, outcome: null } : now))
      try {
        const answer = await act(key).catch((error: unknown) => {
          if (followsUsed || !isUsedKey(error)) throw error
          key = newKey()
          confirmation.current = { key, text: confirmation.current?.text ?? null }
          setKey(key)
          return act(key)
        })
        finish(outcomeOfAnswer(answer), key, sentAt)
      } catch (error) {
        // Whatever is no problem of ours may have come at any moment: the change is asked.
        const [problem, change] =
          error instanceof ProblemError ? [error.problem, error.change] : [{ kind: 'outcome-unknown' } as const, null]
        finish(outcomeOfProblem(problem, change, key), key, sentAt)
      } finally {
        underWay.current = false
      }
    },
    [finish, followsUsed],
  )
  const save = useCallback(
    (body: Body) => {
      const text = JSON.stringify(body)
      const standing = confirmation.current
      const same = standing && (standing.text === null || standing.text === text)
      const key = same ? standing.key : newKey()
      if (!underWay.current) {
        confirmation.current = { key, text }
        setKey(key)
      }
      return run(key, (under) => send(body, under))
    },
    [run, send],
  )
  /** Does another thing under a key of its own (a second try), with the same care. */
  const again = useCallback(
    (act: (key: string) => Promise<ChangeAnswer>) => {
      const key = newKey()
      if (!underWay.current) {
        confirmation.current = { key, text: null }
        setKey(key)
      }
      return run(key, act)
    },
    [run],
  )
  /** Takes up a confirmation of an earlier visit. */
  const resume = useCallback((standing: string) => {
    confirmation.current = { key: standing, text: null }
    setKey(standing)
  }, [])
  return { stage, key, open, close, save, again, finish, resume }
}
