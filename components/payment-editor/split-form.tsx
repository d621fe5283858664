'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { type CalendarDate, formatLongDate } from '@/lib/calendar-date'
import { formatPounds, type Pence, parsePounds, poundsText, toPence } from '@/lib/money'
import type { DraftRow, Setting } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import { readTypedDate, typedDate } from '@/lib/schedules/typed'

const DAYS_TO_SECOND = 5

export type SplitFormProps = {
  row: DraftRow & { date: CalendarDate; amount: Pence }
  setting: Setting
  act: (command: Command) => void
  close: () => void
}

/** One payment in two: how much stays on its day, and on which day the rest is taken. Opens with halves, a working week apart. */
export function SplitForm({ row, setting, act, close }: SplitFormProps) {
  const { addBankingDays } = bankingCalendar(setting.c.extraHolidays)
  const [firstText, setFirstText] = useState(() => poundsText(toPence(Math.ceil(row.amount / 2))))
  const [dateText, setDateText] = useState(() => typedDate(addBankingDays(row.date, DAYS_TO_SECOND)))
  const [tried, setTried] = useState(false)
  const first = parsePounds(firstText)
  const fits = first !== null && first > 0 && first < row.amount
  const secondOn = readTypedDate(dateText, row.date, setting.c)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!fits || secondOn === null) return
    act({ kind: 'split', row: row.id, first, secondOn })
    close()
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-small text-ink-2">
        {formatPounds(row.amount)} on {formatLongDate(row.date)}
      </p>
      <TextField
        label="Stays on this day"
        prefix="£"
        inputMode="decimal"
        autoComplete="off"
        value={firstText}
        onChange={(event) => setFirstText(event.currentTarget.value)}
        hint={fits ? `${formatPounds(row.amount - first)} goes to the second payment.` : undefined}
        error={tried && !fits ? `Type an amount between £0.01 and ${formatPounds(row.amount - 1)}.` : undefined}
      />
      <TextField
        label="Second payment on"
        autoComplete="off"
        value={dateText}
        onChange={(event) => setDateText(event.currentTarget.value)}
        hint={secondOn ? formatLongDate(secondOn) : 'As dd/mm/yyyy, 20 jan or +3wd.'}
        error={tried && secondOn === null ? 'Type a date as dd/mm/yyyy, 20 jan or +3wd.' : undefined}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Split into two
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}
