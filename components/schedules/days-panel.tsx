'use client'

import { useCircumstances } from '@/components/circumstances'
import { TypedDays } from '@/components/typed-days'
import { comingPresets, type DateRange, dateRangeText, pastPresets, rangeOf, sameRange } from './date-range'

type DaysProps = {
  name: 'next' | 'created'
  chosen: DateRange | undefined
  onChoose: (range: DateRange | undefined) => void
  /** This one may be chosen next. */
  onIntent: (range: DateRange) => void
}

/** A range of days: one of the usual ones by a press, or two typed. */
export function Days({ name, chosen, onChoose, onIntent }: DaysProps) {
  const today = useCircumstances().now.date
  const presets = name === 'next' ? comingPresets(today) : pastPresets(today)
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
      <TypedDays
        chosen={{ from: chosen?.from, to: chosen?.to }}
        example="20/06/2022"
        against={(date) =>
          // A day without its year is read as a coming one; nothing was created there.
          name === 'created' && date > today ? 'This day is still to come: type its year.' : undefined
        }
        onApply={(days) => onChoose(rangeOf(days))}
      />
    </>
  )
}
