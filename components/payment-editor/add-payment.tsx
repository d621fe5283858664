'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { formatLongDate } from '@/lib/calendar-date'
import { parsePounds, poundsText } from '@/lib/money'
import type { Setting } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import { readTypedDate } from '@/lib/schedules/typed'

export type AddPaymentProps = { setting: Setting; act: (command: Command) => void }

/** One more payment on a day and of an amount that the person types. Plans keep their number, so it is not offered there. */
export function AddPayment({ setting, act }: AddPaymentProps) {
  return (
    <Popover
      label="Add payment"
      trigger={(trigger) => (
        <Button size="small" icon={Plus} {...trigger}>
          Add payment
        </Button>
      )}
    >
      {(close) => <AddForm setting={setting} act={act} close={close} />}
    </Popover>
  )
}

function AddForm({ setting, act, close }: AddPaymentProps & { close: () => void }) {
  const [dateText, setDateText] = useState('')
  const [amountText, setAmountText] = useState(setting.usual === null ? '' : poundsText(setting.usual))
  const [tried, setTried] = useState(false)
  const date = readTypedDate(dateText, null, setting.c)
  const amount = parsePounds(amountText)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (date === null || amount === null) return
    act({ kind: 'add', date, amount })
    close()
  }
  return (
    <form onSubmit={submit} className="grid gap-3" noValidate>
      <TextField
        label="Payment date"
        hint={date ? formatLongDate(date) : 'As dd/mm/yyyy, 20 jan or +3wd.'}
        value={dateText}
        onChange={(event) => setDateText(event.currentTarget.value)}
        error={tried && date === null ? 'Type a date as dd/mm/yyyy, 20 jan or +3wd.' : undefined}
        autoComplete="off"
      />
      <TextField
        label="Amount in pounds"
        prefix="£"
        inputMode="decimal"
        value={amountText}
        onChange={(event) => setAmountText(event.currentTarget.value)}
        error={tried && amount === null ? 'Type an amount in pounds, such as 25.32.' : undefined}
        autoComplete="off"
      />
      <p className="text-small text-ink-3">
        SmarterPay may answer with another list for an added payment; what it made of it is shown after saving.
      </p>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Add
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}
