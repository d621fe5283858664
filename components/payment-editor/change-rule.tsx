'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { RuleIntent } from '@/lib/schedules/draft-scope'
import { ruleAddress } from '@/lib/schedules/scope-words'

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
  const count = changes === 1 ? 'One change' : `${changes} changes`
  return {
    changeRule: (intent) => (changes === 0 ? go(intent) : setWaiting(intent)),
    question: waiting && (
      <Dialog
        title="Leave without saving?"
        firm
        onClose={() => setWaiting(null)}
        footer={
          <>
            <Button
              onClick={() => {
                setWaiting(null)
                onDiscard()
                go(waiting)
              }}
            >
              Discard changes and go on
            </Button>
            {canSave && (
              <Button
                onClick={() => {
                  setWaiting(null)
                  onReview()
                }}
              >
                Save them first
              </Button>
            )}
            <Button variant="primary" data-first onClick={() => setWaiting(null)}>
              Stay
            </Button>
          </>
        }
      >
        <p className="text-ink-2">
          {count} to payments {changes === 1 ? 'is' : 'are'} not saved. SmarterPay makes a new list when the rule
          changes, and takes the two in separate requests only.
        </p>
      </Dialog>
    ),
  }
}
