'use client'

import { useCircumstances } from '@/components/circumstances'
import { useTypedRange } from '@/components/typed-range'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { addDays } from '@/lib/calendar-date'
import { type Pence, parsePounds, poundsText } from '@/lib/money'
import type { ListQuery, Range } from '@/lib/schedules/contract'
import { rangeOf, sameRange } from './date-range'
import { filterText } from './filter-words'

// Filters that the index alone can answer: what their buttons open.

const typedPounds = (pence: Pence | undefined) => (pence === undefined ? '' : poundsText(pence))

type AmountsProps = { chosen: Range<Pence> | undefined; onChoose: (range: Range<Pence> | undefined) => void }

/** A range of amounts in pounds, either end open. */
export function Amounts({ chosen, onChoose }: AmountsProps) {
  const { onSubmit, fields } = useTypedRange<Pence | undefined>({
    start: { from: typedPounds(chosen?.from), to: typedPounds(chosen?.to) },
    read: (text) =>
      text.trim() === '' ? undefined : (parsePounds(text) ?? { fault: 'Type an amount such as 25.32.' }),
    backwards: 'This is less than the amount that it begins with.',
    onApply: (amounts) => onChoose(rangeOf(amounts)),
  })
  return (
    <form onSubmit={onSubmit} noValidate className="grid grid-cols-2 items-start gap-2">
      {fields.map(({ end, ...field }) => (
        <TextField key={end} prefix="£" inputMode="decimal" {...field} />
      ))}
      <p className="col-span-2 text-small text-ink-3">Of each payment; of a plan, the whole of it.</p>
      <div className="col-span-2">
        <Button type="submit">Apply amounts</Button>
      </div>
    </form>
  )
}

export type IndexFilters = Pick<ListQuery, 'day' | 'ends' | 'starts' | 'differs' | 'skipped' | 'risk'>
export type IndexFilterChange = { [K in keyof IndexFilters]-?: IndexFilters[K] | undefined }

/** What is not chosen goes. */
export const changeTo = ({ day, ends, starts, differs, skipped, risk }: IndexFilters): IndexFilterChange => ({
  day,
  ends,
  starts,
  differs,
  skipped,
  risk,
})

const DAYS = [...Array.from({ length: 28 }, (_, n) => n + 1), 'last'] as const
const ANY = <option value="">Any</option>
/** Stands for what the address asks for and no choice here can say. */
const AS_IT_IS = 'as-it-is'

/** The choices within More filters; they answer with the form around them. */
export function MoreOfTheIndex({ query, onChange }: { query: IndexFilters; onChange: (next: IndexFilters) => void }) {
  const today = useCircumstances().now.date
  const coming = [30, 90].map((days) => ({ days, range: { from: today, to: addDays(today, days) } }))
  const { ends, starts, day } = query
  const chosenDays = (range: IndexFilters['ends']) => {
    if (range === undefined || range === 'never') return range ?? ''
    return String(coming.find((own) => sameRange(own.range, range))?.days ?? AS_IT_IS)
  }
  const daysOf = (text: string) => coming.find(({ days }) => String(days) === text)?.range
  const change = (parts: Partial<IndexFilterChange>) => onChange({ ...query, ...parts } as IndexFilters)
  return (
    <div className="grid grid-cols-2 items-start gap-3 border-line border-t pt-3">
      <SelectField
        label="Collection day"
        value={day === undefined ? '' : day.length === 1 ? String(day[0]) : AS_IT_IS}
        onChange={({ target }) => {
          const chosen = DAYS.find((own) => String(own) === target.value)
          change({ day: chosen === undefined ? undefined : [chosen] })
        }}
      >
        {ANY}
        {day && day.length > 1 && <option value={AS_IT_IS}>{filterText(query as ListQuery, 'day')}</option>}
        {DAYS.map((own) => (
          <option key={own} value={own}>
            {own === 'last' ? 'Last day' : own}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Ends"
        value={chosenDays(ends)}
        onChange={({ target }) => change({ ends: target.value === 'never' ? 'never' : daysOf(target.value) })}
      >
        {ANY}
        {chosenDays(ends) === AS_IT_IS && <option value={AS_IT_IS}>{filterText(query as ListQuery, 'ends')}</option>}
        {coming.map(({ days }) => (
          <option key={days} value={days}>
            Within {days} days
          </option>
        ))}
        <option value="never">No end</option>
      </SelectField>
      <SelectField
        label="First payment"
        value={chosenDays(starts)}
        onChange={({ target }) => change({ starts: daysOf(target.value) })}
      >
        {ANY}
        {chosenDays(starts) === AS_IT_IS && (
          <option value={AS_IT_IS}>{filterText(query as ListQuery, 'starts')}</option>
        )}
        {coming.map(({ days }) => (
          <option key={days} value={days}>
            Within {days} days
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Risk"
        value={query.risk ?? ''}
        onChange={({ target }) => change({ risk: target.value === 'dormancy' ? 'dormancy' : undefined })}
      >
        {ANY}
        <option value="dormancy">Dormancy</option>
      </SelectField>
      <SelectField
        label="Differs from the rule"
        value={query.differs ?? ''}
        onChange={({ target }) => change({ differs: (['yes', 'no'] as const).find((own) => own === target.value) })}
      >
        {ANY}
        <option value="yes">Yes</option>
        <option value="no">No</option>
      </SelectField>
      <SelectField
        label="Skipped payments"
        value={query.skipped ?? ''}
        onChange={({ target }) => change({ skipped: (['next', 'any'] as const).find((own) => own === target.value) })}
      >
        {ANY}
        <option value="next">The next payment</option>
        <option value="any">Any payment</option>
      </SelectField>
    </div>
  )
}
