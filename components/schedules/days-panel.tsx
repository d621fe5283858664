'use client'

import { type FormEvent, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { CalendarDate } from '@/lib/calendar-date'
import { readTypedDate } from '@/lib/schedules/typed'
import { comingPresets, type DateRange, dateRangeText, pastPresets, sameRange, typedText } from './date-range'

type DaysProps = {
  name: 'next' | 'created'
  chosen: DateRange | undefined
  onChoose: (range: DateRange | undefined) => void
  /** This one may be chosen next. */
  onIntent: (range: DateRange) => void
}

/** A range of days: one of the usual ones by a press, or two typed. */
export function Days({ name, chosen, onChoose, onIntent }: DaysProps) {
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
              onPointerEnter={() => onIntent(preset.range)}
              onFocus={() => onIntent(preset.range)}
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
