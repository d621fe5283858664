'use client'

import { type FormEvent, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/field'
import type { CalendarDate } from '@/lib/calendar-date'
import { type ListQuery, readListQuery } from '@/lib/schedules/contract'
import { FREQUENCIES } from '@/lib/schedules/find'
import { KINDS, METHODS, STATUSES } from '@/lib/schedules/model'
import { readTypedDate } from '@/lib/schedules/typed'
import { comingPresets, type DateRange, dateRangeText, pastPresets, sameRange, typedText } from './date-range'
import { FREQUENCY_WORDS, KIND_WORDS, METHOD_WORDS, STATUS_WORDS } from './filter-words'
import { Amounts, changeTo, type IndexFilterChange, type IndexFilters, MoreOfTheIndex } from './index-filters'
import { type FilterName, withFilters } from './list-address'

export type FilterPanelProps = {
  name: 'status' | 'method' | 'kind' | 'next' | 'created' | 'amount' | 'frequency'
  query: ListQuery
  onChange: (query: ListQuery) => void
  /** The choice is made and nothing is left to choose here. */
  onDone: () => void
}

/** What a filter's button opens. Choices answer at once. */
export function FilterPanel({ name, query, onChange, onDone }: FilterPanelProps) {
  switch (name) {
    case 'status':
      return (
        <Words
          words={STATUSES}
          names={STATUS_WORDS}
          chosen={query.status}
          onChange={(status) => onChange(withFilters(query, { status }))}
        />
      )
    case 'method':
      return (
        <Words
          words={METHODS}
          names={METHOD_WORDS}
          chosen={query.method}
          onChange={(method) => onChange(withFilters(query, { method }))}
        />
      )
    case 'kind':
      return (
        <Words
          words={KINDS}
          names={KIND_WORDS}
          chosen={query.kind}
          onChange={(kind) => onChange(withFilters(query, { kind }))}
        />
      )
    case 'frequency':
      return (
        <Words
          words={FREQUENCIES}
          names={FREQUENCY_WORDS}
          chosen={query.frequency}
          onChange={(frequency) => onChange(withFilters(query, { frequency }))}
        />
      )
    case 'amount':
      return (
        <Amounts
          chosen={query.amount}
          onChoose={(amount) => {
            onChange(withFilters(query, { amount }))
            onDone()
          }}
        />
      )
    case 'next':
    case 'created':
      return (
        <Days
          name={name}
          chosen={query[name]}
          onChoose={(range) => {
            onChange(withFilters(query, { [name]: range }))
            onDone()
          }}
        />
      )
  }
}

type WordsProps<T extends string> = {
  words: readonly T[]
  names: Record<T, string>
  chosen: readonly T[] | undefined
  onChange: (words: T[]) => void
}

function Words<T extends string>({ words, names, chosen = [], onChange }: WordsProps<T>) {
  const [ticked, setTicked] = useState<readonly T[]>(chosen)
  const turn = (word: T, on: boolean) => {
    const next = words.filter((own) => (own === word ? on : ticked.includes(own)))
    setTicked(next)
    onChange(next)
  }
  return words.map((word) => (
    <Checkbox key={word} checked={ticked.includes(word)} onChange={(event) => turn(word, event.target.checked)}>
      {names[word]}
    </Checkbox>
  ))
}

type DaysProps = {
  name: 'next' | 'created'
  chosen: DateRange | undefined
  onChoose: (range: DateRange | undefined) => void
}

function Days({ name, chosen, onChoose }: DaysProps) {
  const circumstances = useCircumstances()
  const today = circumstances.now.date
  const presets = name === 'next' ? comingPresets(today) : pastPresets(today)
  const [typed, setTyped] = useState({ from: typedText(chosen?.from), to: typedText(chosen?.to) })
  const [faults, setFaults] = useState<{ from?: string | undefined; to?: string | undefined }>({})

  const apply = (event: FormEvent) => {
    event.preventDefault()
    const read = (text: string) => (text.trim() === '' ? undefined : readTypedDate(text, null, circumstances))
    const [from, to] = [read(typed.from), read(typed.to)]
    const fault = (date: CalendarDate | undefined | null) => {
      if (date === null) return 'Type a day that exists, as 20/06/2022.'
      // A day without its year is read as a coming one; nothing was created there.
      return name === 'created' && date && date > today ? 'This day is still to come: type its year.' : undefined
    }
    const found = { from: fault(from), to: fault(to) }
    if (found.from || found.to) setFaults(found)
    else if (from && to && from > to) setFaults({ to: 'This day is before the first one.' })
    else onChoose(from || to ? { ...(from && { from }), ...(to && { to }) } : undefined)
  }
  return (
    <>
      <ul className="-mx-2 mb-3">
        {presets.map((preset) => (
          <li key={preset.name}>
            <button
              type="button"
              aria-pressed={sameRange(preset.range, chosen)}
              onClick={() => onChoose(preset.range)}
              className="flex min-h-7 w-full items-center justify-between gap-3 rounded-control px-2 text-left text-body hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-strong max-sm:min-h-11"
            >
              {preset.name}
              <span className="text-micro font-regular text-ink-3">{dateRangeText(preset.range)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={apply} noValidate className="grid grid-cols-2 items-start gap-2 border-line border-t pt-3">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            label={end === 'from' ? 'From' : 'To'}
            placeholder="dd/mm/yyyy"
            autoComplete="off"
            value={typed[end]}
            error={faults[end]}
            onChange={(event) => {
              setTyped({ ...typed, [end]: event.target.value })
              setFaults({})
            }}
          />
        ))}
        <div className="col-span-2">
          <Button type="submit">Apply dates</Button>
        </div>
      </form>
    </>
  )
}

const TEXTS = [
  { name: 'mandate', label: 'Mandate', hint: 'The whole mandate id' },
  { name: 'customer', label: 'Customer', hint: 'The whole customer id' },
  { name: 'reference', label: 'Custom reference', hint: 'A part is enough' },
] as const satisfies readonly { name: FilterName; label: string; hint: string }[]

export type MorePanelProps = {
  query: ListQuery
  indexed: boolean
  onApply: (
    change: Partial<IndexFilterChange> & {
      mandate?: string | undefined
      customer?: string | undefined
      reference?: string | undefined
    },
  ) => void
}

/** Filters by typed text; they answer on Apply. */
export function MorePanel({ query, indexed, onApply }: MorePanelProps) {
  const [typed, setTyped] = useState(() => Object.fromEntries(TEXTS.map(({ name }) => [name, query[name] ?? ''])))
  const [chosen, setChosen] = useState<IndexFilters>(query)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const filled = Object.entries(typed).filter(([, text]) => text.trim() !== '')
    const read = readListQuery(new URLSearchParams(filled.map(([name, text]) => [name, text.trim()])))
    if (read.faults.length > 0) setFaults(Object.fromEntries(read.faults.map(({ path, message }) => [path, message])))
    else
      onApply({
        mandate: read.query.mandate,
        customer: read.query.customer,
        reference: read.query.reference,
        ...(indexed && changeTo(chosen)),
      })
  }
  return (
    <form onSubmit={apply} noValidate className="grid gap-3">
      {TEXTS.map(({ name, label, hint }) => (
        <TextField
          key={name}
          label={label}
          hint={hint}
          autoComplete="off"
          spellCheck={false}
          value={typed[name]}
          error={faults[name]}
          onChange={(event) => {
            setTyped({ ...typed, [name]: event.target.value })
            setFaults({})
          }}
        />
      ))}
      {indexed && <MoreOfTheIndex query={chosen} onChange={setChosen} />}
      <div>
        <Button type="submit">Apply filters</Button>
      </div>
    </form>
  )
}
