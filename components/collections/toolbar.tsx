'use client'

import { type ReactNode, useId, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { useTypedRange } from '@/components/typed-range'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { Select, TextField } from '@/components/ui/field'
import type { CalendarDate } from '@/lib/calendar-date'
import { SOURCES, type Source } from '@/lib/collections/model'
import { type CollectionsQuery, daysOf, GROUPS, groupFor, PERIODS, periodOf } from '@/lib/collections/query'
import { GROUP_WORDS, PERIOD_WORDS, rangeText, SOURCE_WORDS } from '@/lib/collections/words'
import type { KINDS, METHODS } from '@/lib/schedules/model'
import { readTypedDate, typedDate } from '@/lib/schedules/typed'

export type ToolbarProps = {
  query: CollectionsQuery
  onChange: (query: CollectionsQuery) => void
  /** A period is about to be chosen: a good time to ask for what each of them would show. */
  onIntent: () => void
}

const OWN = 'own'

/** What is summed up: which days, how grouped, which payments. */
export function Toolbar({ query, onChange, onIntent }: ToolbarProps) {
  const { now } = useCircumstances()
  const [choosing, setChoosing] = useState(false)
  const period = periodOf(query, now.date)
  const setRange = (range: Pick<CollectionsQuery, 'from' | 'to'>) =>
    onChange({ ...query, ...range, group: groupFor(range) })
  return (
    <div className="mt-3 mb-4 print:hidden">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Labelled label="Period" width="max-w-76 flex-[1_1_14.5rem] max-sm:max-w-none max-sm:basis-full">
          {(id) => (
            <Select
              id={id}
              value={choosing || period === null ? OWN : period}
              onFocus={onIntent}
              onPointerEnter={onIntent}
              onChange={(event) => {
                const chosen = PERIODS.find((one) => one === event.target.value)
                setChoosing(chosen === undefined)
                if (chosen) setRange(daysOf(chosen, now.date))
              }}
            >
              {PERIODS.map((each) => (
                <option key={each} value={each}>
                  {PERIOD_WORDS[each]}, {rangeText(daysOf(each, now.date))}
                </option>
              ))}
              <option value={OWN}>{period === null && !choosing ? rangeText(query) : 'Custom'}</option>
            </Select>
          )}
        </Labelled>
        <div className="max-sm:w-full">
          <Segmented
            label="Group by"
            options={GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
            value={query.group}
            onChoose={(group) => onChange({ ...query, group })}
          />
        </div>
        <Labelled label="Method" width="w-40 max-xl:w-33 max-sm:w-[calc(50%-6px)]">
          {(id) => (
            <Select
              id={id}
              value={query.method?.join() ?? ''}
              onChange={(event) => onChange(withMethod(query, event.target.value))}
            >
              <option value="">Any method</option>
              <option value="direct-debit">Direct Debit</option>
              <option value="card">Card</option>
            </Select>
          )}
        </Labelled>
        <Labelled label="Type" width="w-40 max-xl:w-33 max-sm:w-[calc(50%-6px)]">
          {(id) => (
            <Select
              id={id}
              value={query.kind?.join() ?? ''}
              onChange={(event) => onChange(withKind(query, event.target.value))}
            >
              <option value="">Any type</option>
              <option value="ongoing">Ongoing</option>
              <option value="plan">Payment plan</option>
            </Select>
          )}
        </Labelled>
        <Labelled label="Status of data" width="w-52 max-xl:w-47 max-sm:w-full">
          {(id) => (
            <Select
              id={id}
              value={query.source?.length === 1 ? query.source[0] : ''}
              onChange={(event) => onChange(withSource(query, event.target.value))}
            >
              <option value="">Listed and projected</option>
              {SOURCES.map((source) => (
                <option key={source} value={source}>
                  {SOURCE_WORDS[source]}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
      </div>
      {(choosing || period === null) && (
        <OwnRange
          key={`${query.from} ${query.to}`}
          query={query}
          onApply={(range) => {
            setChoosing(false)
            setRange(range)
          }}
        />
      )}
    </div>
  )
}

type LabelledProps = { label: string; width: string; children: (id: string) => ReactNode }

/** A label for screen readers; the choice says what it is of by itself. */
function Labelled({ label, width, children }: LabelledProps) {
  const id = useId()
  return (
    <div className={width}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

function withMethod({ method: _method, ...query }: CollectionsQuery, chosen: string): CollectionsQuery {
  return chosen === '' ? query : { ...query, method: [chosen as (typeof METHODS)[number]] }
}
function withSource({ source: _source, ...query }: CollectionsQuery, chosen: string): CollectionsQuery {
  return chosen === '' ? query : { ...query, source: [chosen as Source] }
}
function withKind({ kind: _kind, ...query }: CollectionsQuery, chosen: string): CollectionsQuery {
  return chosen === '' ? query : { ...query, kind: [chosen as (typeof KINDS)[number]] }
}

type OwnRangeProps = { query: CollectionsQuery; onApply: (range: Pick<CollectionsQuery, 'from' | 'to'>) => void }

/** Two days of the person's own, typed as everywhere here: the platform's fields may put the month first. */
function OwnRange({ query, onApply }: OwnRangeProps) {
  const circumstances = useCircumstances()
  const { onSubmit, fields } = useTypedRange<CalendarDate>({
    start: { from: typedDate(query.from), to: typedDate(query.to) },
    read: (text, end) =>
      readTypedDate(text, query[end], circumstances) ?? { fault: 'Type a day that exists, as 20/06/2025.' },
    backwards: 'Ends before it begins.',
    onApply,
  })
  return (
    <form className="mt-3 flex flex-wrap items-start gap-3" onSubmit={onSubmit} noValidate>
      {fields.map(({ end, ...field }) => (
        <div key={end} className="w-40 max-sm:w-[calc(50%-6px)]">
          <TextField placeholder="dd/mm/yyyy" {...field} />
        </div>
      ))}
      <Button type="submit" className="mt-5.5 max-sm:mt-0">
        Show
      </Button>
    </form>
  )
}
