'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { RuleIntent } from '@/lib/schedules/draft-scope'
import { ruleAddress } from '@/lib/schedules/rule-address'
import { LeaveQuestion } from './on-demand'

export type ChangeRuleProps = {
  id: string
  /** Changed payments that are not saved yet. */
  changes: number
  /** They could be saved as they are. */
  canSave: boolean
  onReview: () => void
  onDiscard: () => void
}

export type ChangeRule = {
  /** Opens the form of the rule with an intention; asks first where changed payments are not saved. */
  changeRule: (intent: RuleIntent) => void
  /** To be shown by whoever calls this. */
  question: ReactNode
}

/** The way from the payments to the rule. The two never go in one request, so unsaved payments are settled before. */
export function useChangeRule({ id, changes, canSave, onReview, onDiscard }: ChangeRuleProps): ChangeRule {
  const router = useRouter()
  const [waiting, setWaiting] = useState<RuleIntent | null>(null)
  const go = (intent: RuleIntent) => router.push(ruleAddress(id, intent))
  return {
    changeRule: (intent) => (changes === 0 ? go(intent) : setWaiting(intent)),
    question: waiting && (
      <LeaveQuestion
        changes={changes}
        onStay={() => setWaiting(null)}
        onDiscard={() => {
          setWaiting(null)
          onDiscard()
          go(waiting)
        }}
        onReview={
          canSave
            ? () => {
                setWaiting(null)
                onReview()
              }
            : null
        }
      />
    ),
  }
}
