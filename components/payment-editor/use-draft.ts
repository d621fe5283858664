'use client'

import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { afterPaint } from '@/components/after-paint'
import { useCircumstances } from '@/components/circumstances'
import { say as announce } from '@/components/ui/updates'
import { type Draft, draftOf, onBasisOf, settingOf } from '@/lib/schedules/draft'
import { type DraftJudgement, judgeDraft } from '@/lib/schedules/draft-check'
import { type Command, linesWithoutRow } from '@/lib/schedules/draft-commands'
import { type History, perform, redo, startOf, undo } from '@/lib/schedules/draft-history'
import type { Schedule, UpcomingPayment } from '@/lib/schedules/model'
import { commandPhrase, commandSentence, planSentence } from './command-words'
import { useSelection } from './use-selection'

/** `counts`: to be followed by how many changes are not saved; `turn` is another for each message, so that one said twice is read twice. */
type Message = { text: string; counts: boolean; turn: number }

type Judge = (act: () => void) => void
const atOnce: Judge = (act) => act()
/** Once what was done is on screen, and then bit by bit. */
export const onceSeen: Judge = (act) => void afterPaint(() => startTransition(act))

/** A person's draft on a schedule as it was read: its history, the judgement on it, and what was last said of it. */
export function useDraft(schedule: Schedule, kept: History | undefined) {
  const c = useCircumstances()
  const [history, setHistory] = useState<History>(() => kept ?? startOf(draftOf(schedule.upcoming ?? [])))
  const { draft } = history
  const { listed } = draft
  /** What the judgement is on: the draft, or for a moment after a drop the one before it. */
  const [judgedDraft, setJudgedDraft] = useState(draft)
  const onBasis = useMemo(() => onBasisOf(schedule, listed), [schedule, listed])
  const setting = useMemo(() => settingOf(onBasis, c), [onBasis, c])
  const [message, setMessage] = useState<Message>({ text: '', counts: false, turn: 0 })
  const latest = useRef({ history, setting })
  latest.current = { history, setting }

  const say = useCallback((text: string, counts: boolean) => {
    setMessage(({ turn: before }) => ({ text, counts, turn: before + 1 }))
  }, [])
  /** For **Calendar messages**: what changes nothing. */
  const tell = useCallback((text: string) => say(text, false), [say])
  const turn = useCallback(
    (to: (from: History) => History, sentence: (from: History, now: History) => string, judge: Judge = atOnce) => {
      const from = latest.current.history
      const now = to(from)
      if (now === from) return now
      latest.current.history = now
      setHistory(now)
      judge(() => {
        // What was done since has been judged by itself.
        if (latest.current.history !== now) return
        setJudgedDraft(now.draft)
        const plan = latest.current.setting.kind === 'plan' ? planSentence(from.draft, now.draft) : ''
        say([sentence(from, now), plan].filter(Boolean).join(' '), true)
      })
      return now
    },
    [say],
  )

  /**
   * Answers the draft afterwards. `words`: what to say of it, where its own sentence will not do. `judge`: by itself the act is
   * drawn and judged together; `onceSeen` has it drawn first.
   */
  const act = useCallback(
    (command: Command, words?: string, judge: Judge = atOnce) =>
      turn(
        (from) => perform(from, command, latest.current.setting),
        (from, now) => words ?? commandSentence(command, from.draft, now.draft),
        judge,
      ).draft,
    [turn],
  )
  const paste = useCallback(
    (row: string, column: 'date' | 'amount', text: string) => {
      const over = linesWithoutRow(latest.current.history.draft, row, column, text)
      act({ kind: 'paste', row, column, text })
      if (over > 0) announce(`${over} pasted ${over === 1 ? 'line' : 'lines'} had no payment left to go to.`)
    },
    [act],
  )
  const back = useCallback(
    () =>
      turn(undo, (from, now) => {
        const step = from.past.at(-1)
        return step ? `Undone: ${commandPhrase(step.command, now.draft)}.` : ''
      }),
    [turn],
  )
  const forward = useCallback(
    () =>
      turn(redo, (from) => {
        const step = from.future[0]
        return step ? `Done again: ${commandPhrase(step.command, from.draft)}.` : ''
      }),
    [turn],
  )
  const begin = useCallback((next: History) => {
    latest.current.history = next
    setHistory(next)
    setJudgedDraft(next.draft)
  }, [])
  /** Begins anew on a list just read, with `proposed` as the wish where there is one already. */
  const restart = useCallback(
    (listed: readonly UpcomingPayment[], proposed?: readonly UpcomingPayment[]) => {
      const next = startOf(draftOf(listed, proposed))
      begin(next)
      tell('')
    },
    [begin, tell],
  )
  /** Goes on with a draft of an earlier visit, as it was left; `commands` are done on top of it. */
  const resume = useCallback(
    (draft: Draft, commands: readonly Command[] = []) => {
      const next = commands.reduce((now, command) => perform(now, command, latest.current.setting), startOf(draft))
      begin(next)
    },
    [begin],
  )
  const judged = useRef<DraftJudgement>(null)
  const judgement = useMemo(() => judgeDraft(schedule, judgedDraft, c, judged.current), [schedule, judgedDraft, c])
  useEffect(() => {
    judged.current = judgement
  }, [judgement])
  /** The judgement on the draft as it is now: for what leads to sending it. */
  const judgeNow = () => {
    if (judgedDraft === draft) return judgement
    setJudgedDraft(draft)
    return judgeDraft(schedule, draft, c)
  }
  const selection = useSelection(draft, setting)
  return {
    c,
    onBasis,
    setting,
    history,
    draft,
    judgement,
    judgeNow,
    selection,
    message,
    tell,
    act,
    paste,
    back,
    forward,
    restart,
    resume,
  }
}

export type DraftState = ReturnType<typeof useDraft>
