'use client'

import { type FormEvent, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { REASON_WORDS } from '@/components/review/why-form'
import { TypedDays } from '@/components/typed-days'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/field'
import { type ActivityQuery, readActivityQuery } from '@/lib/activity'
import { ACTION_WORDS, SOURCE_WORDS } from '@/lib/activity/words'
import { addDays, type CalendarDate, dateIn, monthOf } from '@/lib/calendar-date'
import { type FilterName, withFilters } from './activity-address'

export type FilterPanelProps = {
  name: FilterName
  query: ActivityQuery
  onChange: (query: ActivityQuery) => void
  /** The choice is made and nothing is left to choose here. */
  onDone: () => void
}

/** What a filter's button opens. Choices answer at once, typed texts on Apply. */
export function FilterPanel({ name, query, onChange, onDone }: FilterPanelProps) {
  const apply = (change: Parameters<typeof withFilters>[1]) => {
    onChange(withFilters(query, change))
    onDone()
  }
  switch (name) {
    case 'source':
      return (
        <Words
          names={SOURCE_WORDS}
          chosen={query.source}
          onChange={(source) => onChange(withFilters(query, { source }))}
        />
      )
    case 'action':
      return (
        <Words
          names={ACTION_WORDS}
          chosen={query.action}
          onChange={(action) => onChange(withFilters(query, { action }))}
        />
      )
    case 'reason':
      return (
        <Words
          names={REASON_WORDS}
          chosen={query.reason}
          onChange={(reason) => onChange(withFilters(query, { reason }))}
        />
      )
    case 'person':
      return <Typed name="person" label="E-mail" given={query.person} onApply={(person) => apply({ person })} />
    case 'schedule':
      return (
        <Typed name="schedule" label="Schedule id" given={query.schedule} onApply={(schedule) => apply({ schedule })} />
      )
    case 'dates':
      return <Days from={query.from} to={query.to} onChoose={apply} />
  }
}

type WordsProps<T extends string> = {
  names: Record<T, string>
  chosen: readonly string[] | undefined
  onChange: (words: T[]) => void
}

function Words<T extends string>({ names, chosen = [], onChange }: WordsProps<T>) {
  const [ticked, setTicked] = useState(chosen)
  const all = Object.keys(names) as T[]
  const turn = (word: T, on: boolean) => {
    const next = all.filter((own) => (own === word ? on : ticked.includes(own)))
    setTicked(next)
    onChange(next)
  }
  return all.map((word) => (
    <Checkbox key={word} checked={ticked.includes(word)} onChange={(event) => turn(word, event.target.checked)}>
      {names[word]}
    </Checkbox>
  ))
}

type TypedProps = {
  name: 'person' | 'schedule'
  label: string
  given: string | undefined
  onApply: (text: string | undefined) => void
}

function Typed({ name, label, given = '', onApply }: TypedProps) {
  const [text, setText] = useState(given)
  const [fault, setFault] = useState<string | undefined>()
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const typed = name === 'person' ? text.trim().toLowerCase() : text.trim()
    const { faults } = readActivityQuery(new URLSearchParams(typed === '' ? {} : { [name]: typed }))
    if (faults[0]) setFault(faults[0].message)
    else onApply(typed === '' ? undefined : typed)
  }
  return (
    <form onSubmit={apply} noValidate className="grid gap-3">
      <TextField
        label={label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={fault}
        onChange={(event) => {
          setText(event.target.value)
          setFault(undefined)
        }}
      />
      <div>
        <Button type="submit">Apply filter</Button>
      </div>
    </form>
  )
}

type Range = { from: CalendarDate | undefined; to: CalendarDate | undefined }

function Days({ from, to, onChoose }: Range & { onChoose: (range: Range) => void }) {
  const today = useCircumstances().now.date
  const presets: { name: string; range: Range }[] = [
    { name: 'Today', range: { from: today, to: today } },
    { name: 'Yesterday', range: { from: addDays(today, -1), to: addDays(today, -1) } },
    { name: 'Last 7 days', range: { from: addDays(today, -6), to: today } },
    { name: 'This month', range: { from: dateIn(monthOf(today), 1), to: today } },
  ]
  return (
    <>
      <ul className="-mx-2 mb-3">
        {presets.map(({ name, range }) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={range.from === from && range.to === to}
              onClick={() => onChoose(range)}
              className="flex min-h-7 w-full items-center rounded-control px-2 text-left text-body hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-strong max-sm:min-h-11"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      <TypedDays chosen={{ from, to }} example="05/06/2025" onApply={onChoose} />
    </>
  )
}
