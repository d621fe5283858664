'use client'

import { TextButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { formatDate } from '@/lib/calendar-date'
import { earliestDate } from '@/lib/schedules/notice'
import { readTypedDate, typedDate } from '@/lib/schedules/typed'
import { fieldId, useNewForm } from './form'

export type DateFieldProps = {
  name: 'startDate' | 'firstCollectionDate' | 'endDate'
  label: string
  hint: string
  /** A day on which money is taken: one press leads to the next that can be. */
  collects?: boolean
}

/** A day as people type it; tidied on leaving, never guessed. */
export function DateField({ name, label, hint, collects = false }: DateFieldProps) {
  const { text, set, errorAt, c } = useNewForm()
  const date = readTypedDate(text[name], null, c)
  const error = errorAt(name)
  const { roll } = bankingCalendar(c.extraHolidays)
  const next = date && collects ? roll(date < earliestDate(c) && text.method !== 'card' ? earliestDate(c) : date) : null
  return (
    <div>
      <TextField
        id={fieldId(name)}
        label={label}
        placeholder="dd/mm/yyyy"
        autoComplete="off"
        spellCheck={false}
        hint={date ? formatDate(date) : hint}
        error={error}
        value={text[name]}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
        onBlur={() => date && set({ [name]: typedDate(date) })}
      />
      {next && date !== next && next > c.now.date && (
        <p className="mt-1 text-small">
          <TextButton className="text-small" onClick={() => set({ [name]: typedDate(next) })}>
            Use {formatDate(next)}
          </TextButton>
        </p>
      )}
    </div>
  )
}
