'use client'

import { Segmented } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { fieldId, useNewForm } from './form'
import { CardFields, MandateFields } from './payer-fields'

const METHODS = [
  { value: 'direct-debit', label: 'Direct Debit' },
  { value: 'card', label: 'Card' },
] as const
const KINDS = [
  { value: 'ongoing', label: 'Ongoing' },
  { value: 'plan', label: 'Payment plan' },
] as const

/** Step 1: who pays, by what, for what. */
export function WhoStep() {
  const { text, set, errorAt } = useNewForm()
  const left = (value: string, most: number) => `${most - value.trim().length} of ${most} characters left.`
  return (
    <div className="grid max-w-[26rem] grid-cols-1 gap-4">
      <div>
        <p className="mb-1 text-small font-medium">Paid by</p>
        <Segmented label="Paid by" options={METHODS} value={text.method} onChoose={(method) => set({ method })} />
      </div>
      {text.method === 'card' ? <CardFields /> : <MandateFields />}
      <div>
        <p className="mb-1 text-small font-medium">Kind</p>
        <Segmented label="Kind" options={KINDS} value={text.kind} onChoose={(kind) => set({ kind })} />
        <p className="mt-1 text-ink-3 text-small">
          {text.kind === 'plan'
            ? 'A fixed total in a number of instalments.'
            : 'The same amount each time, until it is ended.'}
        </p>
      </div>
      <TextField
        id={fieldId('description')}
        label="Description"
        hint={`SmarterPay may put this into e-mails to the payer. It cannot be changed later. ${left(text.description, 44)}`}
        error={errorAt('description')}
        autoComplete="off"
        value={text.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <TextField
        id={fieldId('customReference')}
        label="Custom reference (optional)"
        hint={`Copied to each payment. It cannot be changed later. ${left(text.customReference, 50)}`}
        error={errorAt('customReference')}
        autoComplete="off"
        value={text.customReference}
        onChange={(event) => set({ customReference: event.currentTarget.value })}
      />
      <details open={text.metadata !== '' || errorAt('metadata') !== undefined}>
        <summary className="w-fit cursor-pointer py-1 text-small font-medium text-accent">Extra data</summary>
        <div className="mt-2">
          <TextField
            id={fieldId('metadata')}
            label="Extra data (optional)"
            hint={`For your other systems; kept with the schedule as it is. ${left(text.metadata, 1000)}`}
            error={errorAt('metadata')}
            autoComplete="off"
            value={text.metadata}
            onChange={(event) => set({ metadata: event.currentTarget.value })}
          />
        </div>
      </details>
    </div>
  )
}
