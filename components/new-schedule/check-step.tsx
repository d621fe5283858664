'use client'

import { type ReactNode, useRef } from 'react'
import { CallScript } from '@/components/review/call-script'
import { WhyFields } from '@/components/review/why-fields'
import type { WhyFault, WhyText } from '@/components/review/why-form'
import { TextButton } from '@/components/ui/button'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { frequencyWords } from '@/lib/schedules/new-script'
import { Forecast } from './forecast'
import { useNewForm } from './form'

export type CheckStepProps = {
  script: string
  crmNote: string
  why: WhyText
  onWhy: (why: WhyText) => void
  faults: readonly WhyFault[]
  /** Inside the notice period: a reason is needed, and from agents the payer's agreement. */
  short: boolean
  needsAgreement: boolean
  busy: boolean
  onStep: (step: 1 | 2) => void
}

/** Step 3: everything that will be sent, what to say to the payer, and why. */
export function CheckStep(props: CheckStepProps) {
  const { script, crmNote, why, onWhy, faults, short, needsAgreement, busy, onStep } = props
  const { text, reading } = useNewForm()
  const { wanted, parts } = reading
  const form = useRef<HTMLDivElement>(null)
  if (!wanted || !parts) return null
  const agreedFault = faults.find(({ field }) => field === 'agreed')?.message
  const dash = <span className="text-ink-3">None</span>
  return (
    <fieldset disabled={busy} className="grid min-w-0 gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="min-w-0">
        <Facts title="Who and how" onChange={() => onStep(1)}>
          <Line term="Paid by">{wanted.method === 'card' ? 'Card' : 'Direct Debit'}</Line>
          <Line term={wanted.method === 'card' ? 'Card' : 'AUDDIS reference'}>
            {wanted.method === 'card' ? wanted.cardId : wanted.auddis}
          </Line>
          <Line term="Kind">{wanted.kind === 'plan' ? 'Payment plan' : 'Ongoing'}</Line>
          <Line term="Description">{wanted.description}</Line>
          <Line term="Custom reference">{wanted.customReference ?? dash}</Line>
          {wanted.metadata && <Line term="Extra data">{wanted.metadata}</Line>}
        </Facts>
        <Facts title="Amounts and dates" onChange={() => onStep(2)}>
          {parts.kind === 'plan' ? (
            <Line term="Plan total">
              {formatPounds(parts.amount)} in {parts.instalments}{' '}
              {parts.instalments === 1 ? 'instalment' : 'instalments'}
            </Line>
          ) : (
            <>
              <Line term="Amount each time">{formatPounds(parts.amount)}</Line>
              <Line term="First payment amount">{formatPounds(parts.firstCollectionAmount)}</Line>
            </>
          )}
          <Line term="Collected">{frequencyWords(parts)}</Line>
          <Line term="Start date">{formatDate(parts.startDate)}</Line>
          {parts.firstCollectionDate && <Line term="First payment">{formatDate(parts.firstCollectionDate)}</Line>}
          <Line term="Ends">
            {parts.endDate
              ? formatDate(parts.endDate)
              : parts.kind === 'plan'
                ? 'With the last instalment'
                : 'No end date'}
          </Line>
          {text.firstTwoInSameMonth && parts.firstTwoInSameMonth && (
            <Line term="First two payments">May fall in the same month</Line>
          )}
        </Facts>
        <Forecast full />
        <WhyFields why={why} onWhy={onWhy} faults={faults} form={form} label="Reason" optional={!short} />
      </div>
      <div className="min-w-0">
        <CallScript
          script={script}
          crmNote={crmNote}
          agreed={why.agreedTo === script}
          onAgreed={(agreed) => onWhy({ ...why, agreedTo: agreed ? script : null })}
          agreedHint={
            agreedFault ? (
              <span className="font-medium text-danger">{agreedFault}</span>
            ) : needsAgreement ? (
              'Needed: the first payment is inside its notice period. Kept as proof with your name and the time.'
            ) : (
              'Kept as proof with your name and the time.'
            )
          }
        />
      </div>
    </fieldset>
  )
}

function Facts({ title, onChange, children }: { title: string; onChange: () => void; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-5">
      <div className="mb-1 flex items-baseline gap-3">
        <h3 className="text-title font-strong">{title}</h3>
        <TextButton className="text-small" onClick={onChange}>
          Change<span className="sr-only"> {title.toLowerCase()}</span>
        </TextButton>
      </div>
      <dl>{children}</dl>
    </section>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[10rem_minmax(0,1fr)] gap-x-2 border-line border-b py-[7px] text-small last:border-b-0">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere tabular-nums">{children}</dd>
    </div>
  )
}
