'use client'

import { type Ref, useId } from 'react'
import { SelectField } from '@/components/ui/field'
import { inOneLine } from '@/lib/plain-text'
import { REASONS } from '@/lib/schedules/changes'
import { REASON_WORDS, type WhyFault, type WhyText } from './why-form'

export type WhyFieldsProps = {
  why: WhyText
  onWhy: (why: WhyText) => void
  /** Shown once the person tried to save. */
  faults: readonly WhyFault[]
  form: Ref<HTMLDivElement>
  /** "Reason for change", unless it is another act. */
  label?: string
  /** No reason has to be given. */
  optional?: boolean
}

/** **Reason for change** and **Note**. */
export function WhyFields({ why, onWhy, faults, form, label = 'Reason for change', optional = false }: WhyFieldsProps) {
  const noteId = useId()
  const fault = (field: WhyFault['field']) => faults.find((one) => one.field === field)?.message
  const noteFault = fault('note')
  return (
    <div ref={form} className="mt-4 grid gap-4 border-line border-t pt-3 sm:grid-cols-[13rem_1fr]">
      <SelectField
        label={label}
        value={why.reason}
        error={fault('reason')}
        required={!optional}
        onChange={(event) => onWhy({ ...why, reason: event.currentTarget.value })}
      >
        <option value="" disabled={!optional}>
          {optional ? 'No reason given' : 'Choose a reason'}
        </option>
        {REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {REASON_WORDS[reason]}
          </option>
        ))}
      </SelectField>
      <div>
        <label htmlFor={noteId} className="mb-1 block text-small font-medium">
          Note{' '}
          {why.reason !== 'other' && (
            <span aria-hidden className="font-regular text-ink-3">
              (optional)
            </span>
          )}
        </label>
        <textarea
          id={noteId}
          aria-label="Note"
          rows={3}
          value={why.note}
          aria-invalid={noteFault ? true : undefined}
          aria-describedby={noteFault ? `${noteId}-fault` : undefined}
          onChange={(event) => onWhy({ ...why, note: inOneLine(event.currentTarget.value) })}
          className={`block w-full resize-y rounded-control border bg-surface px-2.5 py-1.5 text-body ${noteFault ? 'border-danger inset-ring-1 inset-ring-danger' : 'border-control'}`}
        />
        {noteFault && (
          <p id={`${noteId}-fault`} className="mt-1 text-danger text-small font-medium">
            {noteFault}
          </p>
        )}
      </div>
    </div>
  )
}
