'use client'

import { CalendarDays, CircleSlash, PoundSterling, RotateCcw, X } from 'lucide-react'
import { type FocusEvent, type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { SelectField, TextField } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds, parsePounds, poundsText, sumPence } from '@/lib/money'
import { type Draft, type DraftRow, restoredAmount, type Setting } from '@/lib/schedules/draft'
import { applyCommand, type Command } from '@/lib/schedules/draft-commands'
import { ordinal } from '@/lib/schedules/frequency-words'
import type { CollectionDay } from '@/lib/schedules/model'

export type SelectedPaymentsProps = {
  draft: Draft
  setting: Setting
  selected: ReadonlySet<string>
  act: (command: Command) => void
  onClear: () => void
}

const TOUCH = 'max-sm:h-11 max-sm:flex-auto max-sm:px-1.5 max-sm:[&>svg]:hidden'
const payments = (count: number) => (count === 1 ? '1 payment' : `${count} payments`)

/** Left and Right walk the bar, as toolbars do; inside a panel of its own the keys are that panel's. */
function walk(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
  const own = event.target instanceof Element ? event.target.closest('[popover]') : null
  if (own) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope > button')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next = buttons.at((at + (event.key === 'ArrowRight' ? 1 : -1)) % buttons.length)
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}

/** What can be done to several payments at once. It appears with the first one marked. */
export function SelectedPayments({ draft, setting, selected, act, onClear }: SelectedPaymentsProps) {
  const cameFrom = useRef<HTMLElement | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const rows = draft.rows.filter(({ id }) => selected.has(id))
  if (rows.length === 0) return null
  const ids = rows.map(({ id }) => id)
  const canSkip = rows.some(({ amount }) => amount !== 0)
  const canRestore = rows.some((row) => row.amount === 0 && restoredAmount(row, setting) !== null)
  const remember = (event: FocusEvent<HTMLDivElement>) => {
    const from = event.relatedTarget
    if (from instanceof HTMLElement && !event.currentTarget.contains(from)) cameFrom.current = from
  }
  const clear = () => {
    const home = cameFrom.current?.isConnected
      ? cameFrom.current
      : document.querySelector<HTMLElement>('[data-selection-home]')
    onClear()
    home?.focus()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Selected payments"
      onKeyDown={walk}
      onFocus={remember}
      className="flex w-full flex-wrap items-center gap-2 border-line border-b pb-2 max-sm:gap-x-1.5 max-sm:gap-y-1"
    >
      <span className="mr-1 tabular-nums">
        <b className="font-strong">{payments(rows.length)}</b> selected{' '}
        <span className="text-ink-2">{formatPounds(sumPence(rows.map(({ amount }) => amount ?? 0)))}</span>
      </span>
      <Button size="small" variant="quiet" icon={X} className="max-sm:ml-auto" onClick={clear}>
        Clear
      </Button>
      <Popover
        label="Move all by…"
        trigger={(trigger) => (
          <Button size="small" icon={CalendarDays} className={TOUCH} {...trigger}>
            Move all by…
          </Button>
        )}
      >
        {(close) => <MoveForm draft={draft} setting={setting} ids={ids} act={act} close={close} />}
      </Popover>
      <Popover
        label="Set amount…"
        trigger={(trigger) => (
          <Button size="small" icon={PoundSterling} className={TOUCH} {...trigger}>
            Set amount…
          </Button>
        )}
      >
        {(close) => <AmountForm rows={rows} setting={setting} act={act} close={close} />}
      </Popover>
      <Button
        size="small"
        icon={CircleSlash}
        blocked={!canSkip}
        className={TOUCH}
        onClick={() => act({ kind: 'skip', rows: ids })}
      >
        Skip
      </Button>
      <Button
        size="small"
        icon={RotateCcw}
        blocked={!canRestore}
        className={TOUCH}
        onClick={() => act({ kind: 'restore', rows: ids })}
      >
        Restore
      </Button>
    </div>
  )
}

type FormProps = {
  ids: readonly string[]
  draft: Draft
  setting: Setting
  act: (command: Command) => void
  close: () => void
}

const HOW = [
  { value: 'later', label: 'Later' },
  { value: 'earlier', label: 'Earlier' },
  { value: 'day', label: 'To a day' },
] as const
const DAYS: readonly CollectionDay[] = [...Array.from({ length: 28 }, (_, n) => n + 1), 'last']
const MOST_DAYS = 60
const SHOWN = 3

/** "Mon 21 Jul → Thu 24 Jul 2025" for the first few that move. */
function movesText(command: Command, { draft, setting }: Pick<FormProps, 'draft' | 'setting'>): string[] {
  const after = applyCommand(draft, command, setting)
  return after.rows.flatMap((row, n) => {
    const was = draft.rows[n]
    return was !== row && was?.date && row.date ? [`${formatDate(was.date)} → ${formatDate(row.date)}`] : []
  })
}

function MoveForm(props: FormProps) {
  const { ids, setting, act, close } = props
  const [how, setHow] = useState<(typeof HOW)[number]['value']>('later')
  const [text, setText] = useState('1')
  const [day, setDay] = useState('1')
  const [tried, setTried] = useState(false)
  const days = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0
  const readable = how === 'day' || (days >= 1 && days <= MOST_DAYS)
  const command: Command =
    how === 'day'
      ? { kind: 'move-to-day', rows: ids, day: day === 'last' ? day : Number(day) }
      : { kind: 'move-by', rows: ids, bankingDays: how === 'later' ? days : -days }
  const moves = readable ? movesText(command, props) : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!readable) return
    act(command)
    close()
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Segmented
        label="Which way"
        options={setting.period === 'monthly' ? HOW : HOW.slice(0, 2)}
        value={how}
        onChoose={setHow}
      />
      {how === 'day' ? (
        <SelectField label="Day of the month" value={day} onChange={(event) => setDay(event.currentTarget.value)}>
          {DAYS.map((one) => (
            <option key={one} value={one}>
              {one === 'last' ? 'Last day' : ordinal(one)}
            </option>
          ))}
        </SelectField>
      ) : (
        <TextField
          label="Working days"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && !readable ? `Type a number from 1 to ${MOST_DAYS}.` : undefined}
        />
      )}
      <ul className="text-small text-ink-2 tabular-nums">
        {moves.slice(0, SHOWN).map((move) => (
          <li key={move}>{move}</li>
        ))}
        {moves.length > SHOWN && <li>and {moves.length - SHOWN} more</li>}
        {readable && moves.length === 0 && <li>None of them moves by that.</li>}
      </ul>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Move {payments(ids.length)}
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}

function AmountForm({
  rows,
  setting,
  act,
  close,
}: Pick<FormProps, 'setting' | 'act' | 'close'> & { rows: readonly DraftRow[] }) {
  const [text, setText] = useState(setting.usual === null ? '' : poundsText(setting.usual))
  const [tried, setTried] = useState(false)
  const amount = parsePounds(text)
  const was = sumPence(rows.map((row) => row.amount ?? 0))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amount === null) return
    act({ kind: 'set-amount', rows: rows.map(({ id }) => id), amount })
    close()
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <TextField
        label="Amount in pounds"
        prefix="£"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        hint={
          amount === null
            ? undefined
            : `${payments(rows.length)}: ${formatPounds(was)} → ${formatPounds(amount * rows.length)}`
        }
        error={tried && amount === null ? 'Type an amount in pounds, such as 25.32.' : undefined}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Set amount
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}
