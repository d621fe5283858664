'use client'

import { Pin, PinOff } from 'lucide-react'
import { useState } from 'react'
import { Button, TextButton } from '@/components/ui/button'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { formatPounds } from '@/lib/money'
import { differsFromRule, isTouched, ruleFor } from '@/lib/schedules/draft'
import { type Command, canAdd } from '@/lib/schedules/draft-commands'
import { targetOf } from '@/lib/schedules/draft-target'
import { weekdayAndDay } from '@/lib/schedules/payment-words'
import { returnedText } from '@/lib/schedules/target-words'
import type { HeldRow } from './payment-form'
import { skipCommand } from './use-day-acts'
import type { DraftState } from './use-draft'

export type FormActsProps = {
  row: HeldRow
  state: DraftState
  /** Does a command, closes, and brings the focus to the payment. */
  done: (command: Command) => void
  close: () => void
  onMove: (row: string) => void
  onSplit: () => void
}

/** The buttons of a payment: what is done most as buttons, the rare acts as links in the foot. */
export function FormActs({ row, state, done, close, onMove, onSplit }: FormActsProps) {
  const { draft, setting, c } = state
  const rows = [row.id]
  const [refused, setRefused] = useState<string | null>(null)
  const step = (bankingDays: 1 | -1) => {
    const to = bankingCalendar(c.extraHolidays).addBankingDays(row.date, bankingDays)
    const target = targetOf(draft, row.id, to, setting)
    if (target && !target.allowed) setRefused(returnedText(target, row.date))
    else done({ kind: 'move-by', rows, bankingDays })
  }
  const skip = skipCommand(row, setting)
  const given = differsFromRule(row, setting) ? ruleFor(row, setting) : null
  const link = 'max-sm:min-h-11'
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <Button size="small" onClick={() => step(-1)}>
          1 working day earlier
        </Button>
        <Button size="small" onClick={() => step(1)}>
          1 working day later
        </Button>
      </div>
      {refused && (
        <p role="alert" className="text-danger text-small">
          {refused}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary">
          Apply
        </Button>
        <Button onClick={close}>Cancel</Button>
        {skip && (
          <TextButton className={`ml-auto ${link}`} onClick={() => done(skip)}>
            {skip.kind === 'skip' ? 'Skip this payment' : 'Restore this payment'}
          </TextButton>
        )}
      </div>
      <div className="-mx-4 -mb-4 flex flex-wrap gap-x-4 border-line border-t px-4 py-2 text-small">
        <TextButton
          className={link}
          onClick={() => {
            close()
            onMove(row.id)
          }}
        >
          Move
        </TextButton>
        {given && (
          <TextButton
            className={link}
            title={`${weekdayAndDay(given.date)}, ${formatPounds(given.amount)}`}
            onClick={() => done({ kind: 'to-rule', rows })}
          >
            Reset to rule
          </TextButton>
        )}
        {row.listed && isTouched(row) && (
          <TextButton className={link} onClick={() => done({ kind: 'reset', rows })}>
            Put back as SmarterPay has it
          </TextButton>
        )}
        {canAdd(setting) && row.amount > 1 && (
          <TextButton className={link} onClick={onSplit}>
            Split into two
          </TextButton>
        )}
        {setting.kind === 'plan' && (
          <TextButton className={link} onClick={() => done({ kind: 'pin', rows, pinned: !row.pinned })}>
            {row.pinned ? <PinOff aria-hidden size={14} /> : <Pin aria-hidden size={14} />}
            {row.pinned ? 'Unpin amount' : 'Pin amount'}
          </TextButton>
        )}
        {!row.listed && (
          <TextButton className={link} onClick={() => done({ kind: 'remove', rows })}>
            Remove
          </TextButton>
        )}
      </div>
    </>
  )
}
