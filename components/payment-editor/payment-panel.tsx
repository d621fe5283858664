'use client'

import { X } from 'lucide-react'
import { Beside } from '@/components/ui/beside'
import { Button, IconButton } from '@/components/ui/button'
import { type CalendarDate, formatLongDate } from '@/lib/calendar-date'
import { amountText, countText } from '@/lib/schedules/calendar-names'
import { rowOf } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import type { Schedule } from '@/lib/schedules/model'
import type { ShownPayment } from '@/lib/schedules/shown-payments'
import type { ChangeRule } from './change-rule'
import { fixedText } from './day-acts'
import { AddOnDay, SplitForm } from './on-demand'
import { PaymentForm } from './payment-form'
import type { Panel } from './use-day-acts'
import type { DraftState } from './use-draft'

export type PaymentPanelProps = {
  panel: Panel
  /** With the list on which the draft was begun. */
  schedule: Schedule
  /** What is shown on the panel's day. */
  payments: readonly ShownPayment[]
  listEnd: CalendarDate | null
  state: DraftState
  /** The day that it belongs to. */
  anchor: () => HTMLElement | null
  onOpen: (panel: Panel) => void
  onClose: () => void
  /** Takes a payment in hand. */
  onMove: (row: string) => void
  /** A command is done, and the payment is on this day now. */
  onDone: (date: CalendarDate) => void
  /** Leads to the form of the rule with an intention. */
  changeRule: ChangeRule['changeRule']
}

function titleOf({ kind, at }: Panel, count: number): string {
  const day = formatLongDate(at)
  if (kind === 'split') return `Split payment on ${day}`
  if (kind === 'add') return `Add payment on ${day}`
  return kind === 'several' ? `${countText(count)} on ${day}` : `Payment on ${day}`
}

/** The dialog beside a day of the calendar. */
export function PaymentPanel(props: PaymentPanelProps) {
  const { panel, payments, anchor, onClose } = props
  const title = titleOf(panel, payments.length)
  return (
    <Beside label={title} anchor={anchor} onClose={onClose}>
      {(close) => (
        <>
          <div className="mb-3 flex items-start gap-3">
            <h3 className="flex-1 py-0.5 font-strong text-body">{title}</h3>
            <IconButton icon={X} label="Close" small onClick={close} className="-mt-0.5 -mr-1.5 max-sm:size-11" />
          </div>
          <Content {...props} close={close} />
        </>
      )}
    </Beside>
  )
}

function Content(props: PaymentPanelProps & { close: () => void }) {
  const { panel, schedule, payments, listEnd, state, onOpen, onMove, onDone, changeRule, close } = props
  switch (panel.kind) {
    case 'payment':
    case 'split': {
      const row = rowOf(state.draft, panel.row)
      if (!row?.date || row.amount === null) return <p className="text-ink-2 text-small">This payment is gone.</p>
      const held = { ...row, date: row.date, amount: row.amount }
      if (panel.kind === 'split') {
        const split = (command: Command) => {
          state.act(command)
          onDone(held.date)
        }
        return <SplitForm row={held} setting={state.setting} act={split} close={close} />
      }
      return (
        <PaymentForm
          row={held}
          schedule={schedule}
          state={state}
          close={close}
          onMove={onMove}
          onSplit={() => onOpen({ at: panel.at, kind: 'split', row: row.id })}
          onDone={onDone}
          changeRule={changeRule}
        />
      )
    }
    case 'add':
      return <AddOnDay date={panel.at} schedule={schedule} state={state} close={close} onDone={onDone} />
    case 'several':
      return (
        <ul className="grid gap-2">
          {payments.map((payment) => (
            <li key={payment.key}>
              <Button
                className="w-full justify-between!"
                onClick={() =>
                  onOpen(
                    payment.drafted && payment.state !== 'locked'
                      ? { at: panel.at, kind: 'payment', row: payment.drafted.row }
                      : { at: panel.at, kind: 'fixed', key: payment.key },
                  )
                }
              >
                <span className="tabular-nums">{amountText(payment)}</span>
                <span className="text-ink-2">{payment.state}</span>
              </Button>
            </li>
          ))}
        </ul>
      )
    case 'fixed': {
      const payment = payments.find(({ key }) => key === panel.key)
      return (
        <>
          <p className="mb-3 text-ink-2 text-small">{payment && fixedText(payment, listEnd)}</p>
          <Button data-first onClick={close}>
            Close
          </Button>
        </>
      )
    }
  }
}
