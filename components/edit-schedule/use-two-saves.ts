'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { useSaving } from '@/components/review/use-saving'
import { useAmendSchedule, useReplaceUpcoming } from '@/lib/queries/changes'
import type { AmendSchedule, Change, ChangeAnswer, ReplaceUpcoming, Terms, Why } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { judge } from '@/lib/schedules/judge'
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

export type Earlier = {
  /** Of the first change, where this work was confirmed before. */
  key: string | null
  /** What was confirmed on a visit that ended before it was known what came of it. */
  confirmed: Confirmed | null
}

/**
 * The change of the rule, and after it the one that puts back what differs from it: two changes, two keys, confirmed at
 * once. The second starts from the first's answer, and by itself only where it holds each payment as it was shown and the
 * page was not left in between. `now` is the newest reading.
 */
export function useTwoSaves(id: string, now: ScheduleAnswer, earlier: Earlier) {
  const c = useCircumstances()
  const { mutateAsync: amend } = useAmendSchedule(id)
  const { mutateAsync: replace } = useReplaceUpcoming(id)
  const first = useSaving(
    useCallback((body: AmendSchedule, key: string) => amend({ ...body, key }), [amend]),
    earlier.key,
  )
  const second = useSaving(useCallback((body: ReplaceUpcoming, key: string) => replace({ ...body, key }), [replace]))
  const [confirmedHere, setConfirmed] = useState<Confirmed | null>(null)
  const confirmed = confirmedHere ?? earlier.confirmed
  const [lookedAt, setLookedAt] = useState(false)
  const byHand = confirmedHere === null || lookedAt
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
  const due = taken !== null && asShown && !byHand && begun.current !== taken.change.id
  useEffect(() => {
    if (due) sendSecond()
  }, [due, sendSecond])

  const seenSince = byHand && taken !== null && now.asOf > (taken.change.endedAt ?? taken.change.at)
  const listed = now.schedule.upcoming ?? []
  const isBack = seenSince && back !== null && asShown && holdsAsShown(back, { ...back, payments: listed })
  const done = second.stage.at === 'done' ? second.stage.outcome : null
  const answer: ChangeAnswer | null =
    taken === null || confirmed === null
      ? null
      : confirmed.second === null
        ? taken
        : done?.kind === 'saved' || done?.kind === 'adjusted'
          ? done.answer
          : isBack
            ? { ...taken, schedule: now.schedule, basis: now.basis, differences: [] }
            : null

  const confirm = (wish: Confirmed) => {
    setConfirmed(wish)
    void first.save({ basis: wish.opened.basis, terms: wish.terms, ...wish.why })
  }
  /** A person said of the first change, which was never confirmed, that it took effect: held against what was read after that. */
  const foundApplied = (change: Change, reading: ScheduleAnswer, sentAt: number) => {
    if (!confirmed) return
    const wanted = { action: 'amend', terms: confirmed.terms } as const
    const { differences } = judge(wanted, confirmed.opened.schedule, reading.schedule)
    const state = differences.length > 0 ? 'adjusted' : 'applied'
    const { schedule, basis, asOf } = reading
    const answer = { change: { ...change, state, endedAt: asOf }, schedule, basis, differences } satisfies ChangeAnswer
    setLookedAt(true)
    first.finish({ kind: state === 'adjusted' ? 'adjusted' : 'saved', answer }, change.id, sentAt)
  }
  /** Back to an empty form. */
  const startAnew = () => {
    setConfirmed(null)
    setLookedAt(false)
    first.close()
    second.close()
  }
  return {
    first,
    second,
    confirmed,
    taken,
    /** The latest answer, once nothing is outstanding. */
    answer,
    back,
    asShown,
    /** The page was left in between, or a person had to say what came of the first: the second change waits for a press. */
    byHand,
    /** It was a person who said that the first took effect. */
    saidByPerson: lookedAt,
    confirm,
    foundApplied,
    sendSecond,
    startAnew,
  }
}

export type TwoSaves = ReturnType<typeof useTwoSaves>
