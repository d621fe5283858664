'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { useSaving } from '@/components/review/use-saving'
import { useAmendSchedule, useReplaceUpcoming } from '@/lib/queries/changes'
import type { AmendSchedule, ChangeAnswer, ReplaceUpcoming, Terms, Why } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { holdsAsShown, type PutBack, putBack } from '@/lib/schedules/rule-edits'

/** What a person confirmed, as it was shown. */
export type Confirmed = {
  opened: ScheduleAnswer
  terms: Terms
  why: Why
  /** SmarterPay's list after the rule alone, as foreseen. */
  foreseen: UpcomingPayment[]
  /** What the second change puts back; null: one change alone. */
  second: PutBack | null
}

/**
 * The change of the rule, and after it the one that puts back what differs from it: two changes, two keys, confirmed at
 * once. The second starts from the first's answer, and by itself only where it holds each payment as it was shown.
 */
export function useTwoSaves(id: string) {
  const c = useCircumstances()
  const { mutateAsync: amend } = useAmendSchedule(id)
  const { mutateAsync: replace } = useReplaceUpcoming(id)
  const first = useSaving(useCallback((body: AmendSchedule, key: string) => amend({ ...body, key }), [amend]))
  const second = useSaving(useCallback((body: ReplaceUpcoming, key: string) => replace({ ...body, key }), [replace]))
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null)
  const begun = useRef<string | null>(null)

  const { stage } = first
  const taken: ChangeAnswer | null =
    stage.at === 'done' && (stage.outcome.kind === 'saved' || stage.outcome.kind === 'adjusted')
      ? stage.outcome.answer
      : null
  const list = taken?.schedule.upcoming ?? null
  const back = taken && list && confirmed?.second ? putBack(taken.schedule, list, confirmed.second.kept, c) : null

  const { open, save } = second
  const sendSecond = useCallback(() => {
    if (!taken || !confirmed || !back) return
    begun.current = taken.change.id
    open()
    void save({ basis: taken.basis, payments: back.payments, ...confirmed.why })
  }, [taken, confirmed, back, open, save])

  const asShown = back !== null && confirmed?.second != null && holdsAsShown(confirmed.second, back)
  const due = taken !== null && asShown && begun.current !== taken.change.id
  useEffect(() => {
    if (due) sendSecond()
  }, [due, sendSecond])

  const confirm = (wish: Confirmed) => {
    setConfirmed(wish)
    void first.save({ basis: wish.opened.basis, terms: wish.terms, ...wish.why })
  }
  /** Back to an empty form. */
  const startAnew = () => {
    setConfirmed(null)
    first.close()
    second.close()
  }
  return { first, second, confirmed, taken, back, asShown, confirm, sendSecond, startAnew }
}

export type TwoSaves = ReturnType<typeof useTwoSaves>
