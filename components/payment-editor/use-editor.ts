'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { Outcome } from '@/components/review/outcome'
import { useSaving } from '@/components/review/use-saving'
import { EMPTY_WHY, type WhyText, whyOf } from '@/components/review/why-form'
import { changeQuery, useReplaceUpcoming } from '@/lib/queries/changes'
import type { FoundWork } from '@/lib/queries/drafts'
import type { ReplaceUpcoming } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { Command } from '@/lib/schedules/draft-commands'
import { commandsOnto, type History, isFresh } from '@/lib/schedules/draft-history'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { changedRows } from '@/lib/schedules/upcoming'
import { useDraft } from './use-draft'
import { useKept } from './use-kept'

/**
 * The draft of one schedule from opening to its outcome: what was kept of an earlier visit, the newer readings that come
 * meanwhile, the review and the sending. `answer`: the schedule as it was just read.
 */
export function useEditor(answer: ScheduleAnswer) {
  const { kept, found, keep, decide, decided } = useKept(answer.schedule.id)
  const [opened, setOpened] = useState(kept?.opened ?? answer)
  const state = useDraft(opened.schedule, kept?.history)
  const { history, judgement, restart } = state
  const [why, setWhy] = useState<WhyText>(kept?.why ?? EMPTY_WHY)
  const { mutateAsync } = useReplaceUpcoming(opened.schedule.id)
  const send = useCallback((body: ReplaceUpcoming, key: string) => mutateAsync({ ...body, key }), [mutateAsync])
  const { stage, key, open, close, save, again, finish, resume } = useSaving(send, kept?.key)

  const goOn = (from: ScheduleAnswer, wish?: readonly UpcomingPayment[], review = false) => {
    setOpened(from)
    restart(from.schedule.upcoming ?? [], wish)
    if (wish === undefined) setWhy(EMPTY_WHY)
    if (review) open()
    else close()
  }
  const untouched = isFresh(history) && judgement.changes.length === 0
  const [putOff, setPutOff] = useState<History | null>(null)
  const saved = stage.at === 'done' && stage.outcome.kind === 'saved' ? stage.outcome.answer : null
  const own = saved?.basis === answer.basis || (stage.at === 'reviewing' && stage.saving)
  const newer = !own && answer.basis !== opened.basis && answer.asOf > opened.asOf
  useEffect(() => keep(untouched ? null : { opened, history, why, key }), [keep, untouched, opened, history, why, key])
  const takeUp = useEffectEvent(
    ({ draft, asOf, basis, why: typed, key: standing }: FoundWork, commands: readonly Command[]) => {
      setOpened(
        basis === answer.basis
          ? answer
          : { schedule: { ...answer.schedule, upcoming: [...draft.listed] }, basis, asOf },
      )
      state.resume(draft, commands)
      setWhy(typed)
      if (standing) resume(standing)
      decide('continue')
    },
  )
  // Work that was left while it was being sent is followed first: nobody is asked to send it again.
  const [earlier, setEarlier] = useState(kept?.key ?? null)
  const standing = found?.key ?? earlier
  const sent = useQuery({ ...changeQuery(standing ?? ''), enabled: standing !== null })
  const trouble = sent.error?.problem.kind
  const sentAt = sent.data?.change.id === standing ? sent.data?.change.at : undefined
  useEffect(() => {
    if (!standing || !sentAt) return
    if (found) {
      if (!untouched) return
      takeUp(found, [])
    }
    setEarlier(null)
    finish({ kind: 'open', problem: null }, standing, Date.parse(sentAt))
  }, [found, standing, sentAt, untouched, finish])
  // What is open or in hand belongs to the list that was read: a newer one waits until it is put away.
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (!newer || !untouched || busy || stage.at !== 'editing') return
    setOpened(answer)
    restart(answer.schedule.upcoming ?? [])
  }, [newer, untouched, busy, stage.at, answer, restart])
  useEffect(() => {
    if (!saved) return
    setOpened({ schedule: saved.schedule, basis: saved.basis, asOf: saved.change.endedAt ?? saved.change.at })
    restart(saved.schedule.upcoming ?? [])
    setWhy(EMPTY_WHY)
  }, [saved, restart])

  return {
    opened,
    state,
    why,
    setWhy,
    setBusy,
    stage,
    saved,
    /** SmarterPay's list changed while something was typed here. */
    overtaken: newer && !untouched,
    /** Work of an earlier visit, once it is known not to be on its way. */
    found: found && !(found.key && (sent.isLoading || trouble === 'busy')) ? found : null,
    /** It is known that no work of an earlier visit waits for an answer. */
    settled: decided,
    /** Whether that work was sent. */
    sent: sentAt ? true : standing === null || trouble === 'not-found' ? false : null,
    untouched,
    /** Both are there, and which goes on is to be asked: at each change once. */
    asks: !untouched && putOff !== history,
    putOff: () => setPutOff(history),
    askAgain: () => setPutOff(null),
    /** What was done here, where it can be done on top of that work too. */
    onTop: found && !sentAt ? commandsOnto(found.draft, history) : null,
    takeUp: (from: FoundWork, commands: readonly Command[] = []) => {
      takeUp(from, commands)
      if (standing && sentAt) finish({ kind: 'open', problem: null }, standing, Date.parse(sentAt))
    },
    decide,
    /** Nothing is sent while earlier work waits for a choice: its key could not be kept. */
    review: () => {
      if (found) setPutOff(null)
      else if (state.judgeNow().canSave) open()
    },
    close,
    again,
    finish,
    /** As `finish`, of a change that was followed: another tab may have sent it from this work, and more was changed here since. */
    finishFollowed: (outcome: Outcome, key: string, sentAt: number) => {
      const list = outcome.kind === 'saved' ? outcome.answer.schedule.upcoming : null
      const more = list !== null && changedRows(list, judgement.payments).length > 0
      finish(more ? { kind: 'stale' } : outcome, key, sentAt)
    },
    goOn,
    send: (script: string) =>
      void save({ basis: opened.basis, payments: state.judgeNow().payments, ...whyOf(why, script) }),
    discard: () => {
      state.act({ kind: 'discard' })
      setWhy(EMPTY_WHY)
    },
  }
}

export type Editor = ReturnType<typeof useEditor>
