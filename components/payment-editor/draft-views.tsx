'use client'

import { useEffect, useMemo } from 'react'
import type { Frame } from '@/components/payment-calendar/frame'
import type { CalendarDate, Month } from '@/lib/calendar-date'
import { draftShower } from '@/lib/schedules/draft-shown'
import { listEndOf, projectedPayments } from '@/lib/schedules/shown-payments'
import type { ChangeRule } from './change-rule'
import { EditorCalendar } from './editor-calendar'
import { EditorList, YearView } from './on-demand'
import type { DraftState } from './use-draft'

export type DraftViewsProps = {
  state: DraftState
  frame: Frame
  /** Something is open or in hand, or no longer. */
  onBusy: (busy: boolean) => void
  /** Leads to the form of the rule with an intention. */
  changeRule: ChangeRule['changeRule']
}

/** The draft as it is looked at: calendar, list or year. */
export function DraftViews({ state, frame, onBusy, changeRule }: DraftViewsProps) {
  const { c, onBasis, draft, setting, judgement } = state
  const { view, month, until, goTo, turnTo, tellNext } = frame
  const { listed, rows } = draft
  const show = useMemo(() => draftShower(onBasis, setting), [onBasis, setting])
  const shown = useMemo(() => show(rows, judgement.remarks), [show, rows, judgement.remarks])
  const projected = useMemo(() => projectedPayments(onBasis, until, c), [onBasis, until, c])
  const payments = useMemo(() => [...shown.payments, ...projected], [shown.payments, projected])
  const next = shown.payments.find(({ lowest }) => lowest > 0)?.date ?? null
  useEffect(() => tellNext(next), [tellNext, next])
  const listEnd = listEndOf(onBasis)
  const open = (to: Month) => {
    turnTo(to)
    frame.show('calendar')
  }
  const openDay = (date: CalendarDate) => {
    goTo(date)
    frame.show('calendar')
  }
  switch (view) {
    case 'calendar':
      return (
        <EditorCalendar
          schedule={onBasis}
          shown={shown}
          payments={payments}
          listEnd={listEnd}
          state={state}
          frame={frame}
          onBusy={onBusy}
          changeRule={changeRule}
        />
      )
    case 'list':
      return <EditorList schedule={onBasis} state={state} changeRule={changeRule} />
    case 'year':
      return (
        <YearView payments={payments} before={listed} first={month} listEnd={listEnd} onOpen={open} onDay={openDay} />
      )
  }
}
