'use client'

import type { ReactNode } from 'react'
import type { Terms } from '@/lib/schedules/changes'
import type { TermsPart } from '@/lib/schedules/check-terms'
import type { Schedule } from '@/lib/schedules/model'
import type { TermsText } from '@/lib/schedules/terms-text'
import { termsLabel, termsValue } from '@/lib/schedules/terms-words'
import { fieldId, type SetText } from './terms-form'

export type TermsFieldsProps = {
  schedule: Schedule
  text: TermsText
  terms: Terms
  /** What is wrong with a part, in words; undefined: nothing, or not to be said yet. */
  errorOf: (part: TermsPart) => string | undefined
  /** What is to be looked at again at a part. */
  warningOf: (part: TermsPart) => string | undefined
  onText: SetText
  /** The person left a field: what is wrong there may be said. */
  onLeave: (part: TermsPart) => void
}

/** A quiet line under a field. */
export function Hint({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'warn' }) {
  return <p className={`mt-1 text-small ${tone === 'warn' ? 'font-medium text-warn' : 'text-ink-3'}`}>{children}</p>
}

/** Everything that every field of the form shares, by part. */
export function fieldOf({ schedule, terms, errorOf, onLeave }: TermsFieldsProps) {
  return (part: TermsPart) => ({
    id: fieldId(part),
    label: termsLabel(part, schedule),
    error: errorOf(part),
    was:
      terms[part] === undefined
        ? undefined
        : termsValue(part, part === 'firstTwoInSameMonth' ? undefined : schedule[part], schedule),
    onBlur: () => onLeave(part),
    autoComplete: 'off',
    spellCheck: false,
  })
}
