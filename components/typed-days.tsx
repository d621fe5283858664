'use client'

import { useCircumstances } from '@/components/circumstances'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { CalendarDate } from '@/lib/calendar-date'
import { readTypedDate, typedDate } from '@/lib/schedules/typed'
import { type Ends, useTypedRange } from './typed-range'

type Days = Ends<CalendarDate | undefined>

type TypedDaysProps = {
  chosen: Days
  /** A day as one may type it, named where what was typed is none. */
  example: string
  /** What speaks against a day that exists. */
  against?: (date: CalendarDate) => string | undefined
  onApply: (days: Days) => void
}

/** A range of days that is typed, either end open: what stands below the usual ranges in a filter's panel. */
export function TypedDays({ chosen, example, against, onApply }: TypedDaysProps) {
  const circumstances = useCircumstances()
  const shown = (date: CalendarDate | undefined) => (date ? typedDate(date) : '')
  const { onSubmit, fields } = useTypedRange<CalendarDate | undefined>({
    start: { from: shown(chosen.from), to: shown(chosen.to) },
    read: (text) => {
      if (text.trim() === '') return undefined
      const date = readTypedDate(text, null, circumstances)
      if (date === null) return { fault: `Type a day that exists, as ${example}.` }
      const fault = against?.(date)
      return fault === undefined ? date : { fault }
    },
    backwards: 'This day is before the first one.',
    onApply,
  })
  return (
    <form onSubmit={onSubmit} noValidate className="grid grid-cols-2 items-start gap-2 border-line border-t pt-3">
      {fields.map(({ end, ...field }) => (
        <TextField key={end} placeholder="dd/mm/yyyy" {...field} />
      ))}
      <div className="col-span-2">
        <Button type="submit">Apply dates</Button>
      </div>
    </form>
  )
}
