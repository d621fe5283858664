'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { afterPaint } from '@/components/after-paint'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/field'
import { type ListQuery, readListQuery } from '@/lib/schedules/contract'
import { FREQUENCIES } from '@/lib/schedules/find'
import { KINDS, METHODS, STATUSES } from '@/lib/schedules/model'
import { Days } from './days-panel'
import { FREQUENCY_WORDS, KIND_WORDS, METHOD_WORDS, STATUS_WORDS } from './filter-words'
import { Amounts, changeTo, type IndexFilterChange, type IndexFilters, MoreOfTheIndex } from './index-filters'
import { type FilterName, withFilters } from './list-address'

export type FilterPanelProps = {
  name: 'status' | 'method' | 'kind' | 'next' | 'created' | 'amount' | 'frequency'
  query: ListQuery
  onChange: (query: ListQuery) => void
  /** These may be asked for next, each by one press. */
  onIntent: (queries: ListQuery[]) => void
  /** The choice is made and nothing is left to choose here. */
  onDone: () => void
}

/** What a filter's button opens. Choices answer at once. */
export function FilterPanel({ name, query, onChange, onIntent, onDone }: FilterPanelProps) {
  switch (name) {
    case 'status':
      return (
        <Words
          words={STATUSES}
          names={STATUS_WORDS}
          chosen={query.status}
          queryOf={(status) => withFilters(query, { status })}
          onChange={onChange}
          onIntent={onIntent}
        />
      )
    case 'method':
      return (
        <Words
          words={METHODS}
          names={METHOD_WORDS}
          chosen={query.method}
          queryOf={(method) => withFilters(query, { method })}
          onChange={onChange}
          onIntent={onIntent}
        />
      )
    case 'kind':
      return (
        <Words
          words={KINDS}
          names={KIND_WORDS}
          chosen={query.kind}
          queryOf={(kind) => withFilters(query, { kind })}
          onChange={onChange}
          onIntent={onIntent}
        />
      )
    case 'frequency':
      return (
        <Words
          words={FREQUENCIES}
          names={FREQUENCY_WORDS}
          chosen={query.frequency}
          queryOf={(frequency) => withFilters(query, { frequency })}
          onChange={onChange}
          onIntent={onIntent}
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
          onIntent={(range) => onIntent([withFilters(query, { [name]: range })])}
        />
      )
  }
}

type WordsProps<T extends string> = {
  words: readonly T[]
  names: Record<T, string>
  chosen: readonly T[] | undefined
  queryOf: (words: T[]) => ListQuery
} & Pick<FilterPanelProps, 'onChange' | 'onIntent'>

function Words<T extends string>({ words, names, chosen = [], queryOf, onChange, onIntent }: WordsProps<T>) {
  const [ticked, setTicked] = useState<readonly T[]>(chosen)
  const turned = (word: T) => words.filter((own) => (own === word) !== ticked.includes(own))
  const turn = (word: T) => {
    const next = turned(word)
    setTicked(next)
    onChange(queryOf(next))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice opens others
  useEffect(() => afterPaint(() => onIntent(words.map((word) => queryOf(turned(word))))), [ticked])
  return words.map((word) => (
    <Checkbox key={word} checked={ticked.includes(word)} onChange={() => turn(word)}>
      {names[word]}
    </Checkbox>
  ))
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
