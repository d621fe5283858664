'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { CalendarDate } from '@/lib/calendar-date'
import { parsePounds, poundsText } from '@/lib/money'
import { canAdd } from '@/lib/schedules/draft-commands'
import type { Schedule } from '@/lib/schedules/model'
import { Said } from './said'
import { tryOut } from './trial'
import type { DraftState } from './use-draft'

export type AddOnDayProps = {
  date: CalendarDate
  schedule: Schedule
  state: DraftState
  close: () => void
  onDone: (date: CalendarDate) => void
}

/** One more payment on a day; a plan says why there is none to add, and what to do instead. */
export function AddOnDay({ date, schedule, state, close, onDone }: AddOnDayProps) {
  const { setting, act } = state
  const said = useId()
  const [text, setText] = useState(setting.usual === null ? '' : poundsText(setting.usual))
  const [tried, setTried] = useState(false)
  const amount = parsePounds(text)
  if (!canAdd(setting))
    return (
      <>
        <p className="mb-3 text-ink-2 text-small">
          A payment plan keeps its number of instalments, so no payment can be added here. Move one of its payments to
          this day instead, or change the number of instalments by editing the schedule.
        </p>
        <Button data-first onClick={close}>
          Close
        </Button>
      </>
    )
  const { remarks } = amount === null ? { remarks: [] } : tryOut(state, schedule, [{ kind: 'add', date, amount }], null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amount === null || remarks.some(({ stops }) => stops)) return
    close()
    act({ kind: 'add', date, amount })
    onDone(date)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <TextField
        label="Amount in pounds"
        prefix="£"
        inputMode="decimal"
        autoComplete="off"
        data-first
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={tried && amount === null ? 'Type an amount in pounds, such as 25.32.' : undefined}
      />
      <Said
        id={said}
        remarks={remarks}
        onFix={(command) => {
          if (command.kind === 'set-amount') setText(poundsText(command.amount))
        }}
      />
      <p className="text-ink-3 text-small">
        SmarterPay may answer with another list for an added payment; what it made of it is shown after saving.
      </p>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Add payment
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}
