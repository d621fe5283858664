'use client'

import { CalendarDays } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { type CalendarDate, formatLongDate, formatMinutes } from '@/lib/calendar-date'
import { formatPounds, type Pence, parsePounds, poundsText } from '@/lib/money'
import type { DraftRow } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import { compileScope, type PaymentEdit, type Scope } from '@/lib/schedules/draft-scope'
import type { Schedule } from '@/lib/schedules/model'
import { changeableUntil } from '@/lib/schedules/notice'
import { readTypedDate, typedDate } from '@/lib/schedules/typed'
import type { ChangeRule } from './change-rule'
import { FormActs } from './form-acts'
import { DateGrid } from './on-demand'
import { Said } from './said'
import { ScopeChoice } from './scope-choice'
import { tryOut } from './trial'
import type { DraftState } from './use-draft'

export type HeldRow = DraftRow & { date: CalendarDate; amount: Pence }

export type PaymentFormProps = {
  row: HeldRow
  schedule: Schedule
  state: DraftState
  close: () => void
  onMove: (row: string) => void
  onSplit: () => void
  onDone: (date: CalendarDate) => void
  /** Leads to the form of the rule with an intention. */
  changeRule: ChangeRule['changeRule']
}

const DATE_HELP = 'Type a date as dd/mm/yyyy, 20 jan or +3wd.'
const AMOUNT_HELP = 'Type an amount in pounds, such as 25.32.'

/** "Thursday 16 June, 22:00": the year is plain, the payment's own stands above. */
function untilText(row: HeldRow, { c, setting }: DraftState): string | null {
  if (setting.method === 'card') return null
  const { date, minutes } = changeableUntil(row.listed?.date ?? row.date, c)
  return `Can be changed until ${formatLongDate(date).slice(0, -' 2026'.length)}, ${formatMinutes(minutes)}`
}

/** One payment as typed fields, judged while one types; nothing is in the draft before **Apply**. */
export function PaymentForm(props: PaymentFormProps) {
  const { row, schedule, state, close, onMove, onSplit, onDone, changeRule } = props
  const { draft, setting, c, act } = state
  const ids = { date: useId(), amount: useId() }
  const [amountText, setAmountText] = useState(row.unreadAmount ?? poundsText(row.amount))
  const [dateText, setDateText] = useState(row.unreadDate ?? typedDate(row.date))
  const [scope, setScope] = useState<Scope>('this')
  const [choosing, setChoosing] = useState(false)
  const [tried, setTried] = useState(false)

  // A finger is not met by a keyboard that hides what was opened.
  const touch = matchMedia('(hover: none) and (pointer: coarse)').matches
  const date = readTypedDate(dateText, row.date, c)
  const amount = parsePounds(amountText)
  const edit: PaymentEdit = {
    row: row.id,
    to: date !== null && date !== row.date ? date : null,
    amount: amount !== null && amount !== row.amount ? amount : null,
  }
  const options = compileScope(edit, draft, schedule, setting)
  const chosen = options.find((option) => option.scope === scope) ?? options[0]
  const command = chosen && 'command' in chosen ? chosen.command : null
  const intent = chosen && 'intent' in chosen ? chosen.intent : null
  const { remarks } = tryOut(state, schedule, command ? [command] : [], row.id)
  const ofDate = remarks.filter(({ part }) => part === 'date')
  const ofAmount = remarks.filter(({ part }) => part === 'amount')
  const stopped =
    (edit.to !== null && ofDate.some(({ stops }) => stops)) ||
    (edit.amount !== null && ofAmount.some(({ stops }) => stops))

  const done = (own: Command) => {
    close()
    const after = act(own).rows.find(({ id }) => id === row.id)
    onDone(after?.date ?? row.date)
  }
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (date === null || amount === null || stopped) {
      const wrong = date === null || (amount !== null && ofDate.some(({ stops }) => stops)) ? 'date' : 'amount'
      event.currentTarget.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus()
      return
    }
    if (command) return done(command)
    close()
    if (intent) changeRule(intent)
  }
  const fix = (own: Command) => {
    if (own.kind === 'move') setDateText(typedDate(own.to))
    if (own.kind === 'set-amount') setAmountText(poundsText(own.amount))
  }
  const until = untilText(row, state)
  const was = row.listed
  const differs = was !== null && (was.date !== row.date || was.amount !== row.amount)
  return (
    <form onSubmit={apply} noValidate className="grid grid-cols-1 gap-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] items-start gap-3">
        <TextField
          label="Amount in pounds"
          name="amount"
          prefix="£"
          inputMode="decimal"
          autoComplete="off"
          data-first={touch ? undefined : true}
          touch={touch}
          value={amountText}
          onChange={(event) => setAmountText(event.currentTarget.value)}
          hint={setting.usual === null ? undefined : `Usual amount ${formatPounds(setting.usual)}`}
          error={tried && amount === null ? AMOUNT_HELP : undefined}
        />
        <TextField
          label="Payment date"
          name="date"
          touch={touch}
          autoComplete="off"
          value={dateText}
          onChange={(event) => setDateText(event.currentTarget.value)}
          hint={date === null ? undefined : formatLongDate(date)}
          error={tried && date === null ? DATE_HELP : undefined}
          suffix={
            <IconButton
              icon={CalendarDays}
              small
              label="Choose date"
              aria-expanded={choosing}
              onClick={() => setChoosing(!choosing)}
              className="-mr-2"
            />
          }
        />
      </div>
      {choosing && (
        <DateGrid
          row={row.id}
          date={date ?? row.date}
          state={state}
          onChoose={(to) => {
            setDateText(typedDate(to))
            setChoosing(false)
          }}
        />
      )}
      <Said id={ids.amount} remarks={ofAmount} onFix={fix} />
      <Said id={ids.date} remarks={ofDate} onFix={fix} />
      {(until || differs) && (
        <div className="text-ink-2 text-small">
          {until && <p>{until}</p>}
          {differs && (
            <p>
              SmarterPay has {formatPounds(was.amount)} on {formatLongDate(was.date)}
            </p>
          )}
        </div>
      )}
      <ScopeChoice
        options={options}
        edit={edit}
        draft={draft}
        setting={setting}
        value={chosen?.scope ?? 'this'}
        onChoose={setScope}
      />
      <FormActs row={row} state={state} done={done} close={close} onMove={onMove} onSplit={onSplit} />
    </form>
  )
}
