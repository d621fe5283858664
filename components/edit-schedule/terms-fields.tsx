'use client'

import { useCircumstances } from '@/components/circumstances'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { formatPounds, poundsText, toPence } from '@/lib/money'
import { amountSlip } from '@/lib/schedules/draft-advice'
import { ordinal } from '@/lib/schedules/frequency-words'
import { planProgress, splitRange } from '@/lib/schedules/plan'
import { firstTaken } from '@/lib/schedules/rule'
import { DayField, EndsField, NextDateField, SameMonthField } from './date-fields'
import { fieldOf, Hint, type TermsFieldsProps } from './field-parts'
import { rangeWords } from './forecast-words'

/** The fields that SmarterPay lets change, for an ongoing schedule or a plan. */
export function TermsFields(props: TermsFieldsProps) {
  const { schedule } = props
  const c = useCircumstances()
  const plan = schedule.kind === 'plan'
  const taken = firstTaken(schedule, bankingCalendar(c.extraHolidays))
  return (
    <div className="grid gap-[18px]">
      <Amount {...props} />
      {plan && <Instalments {...props} />}
      {schedule.collectionPeriod === 'monthly' && <DayField {...props} />}
      <Stretch {...props} />
      <NextDateField {...props} />
      {!plan && <EndsField {...props} />}
      {!plan && !taken && <First {...props} />}
      {schedule.collectionPeriod === 'monthly' && <SameMonthField {...props} />}
    </div>
  )
}

function Amount(props: TermsFieldsProps) {
  const { schedule, text, terms, onText } = props
  const field = fieldOf(props)('amount')
  const slip = terms.amount === undefined ? null : amountSlip(terms.amount, schedule.amount)
  return (
    <div>
      <div className="[&>div>span]:max-w-42">
        <TextField
          {...field}
          label={`${field.label} (in pounds)`}
          prefix="£"
          inputMode="decimal"
          value={text.amount}
          onChange={(event) => onText({ amount: event.currentTarget.value })}
        />
      </div>
      {schedule.kind === 'plan' && <Hint>Everything taken and still to be taken.</Hint>}
      {slip && terms.amount !== undefined && (
        <div className="mt-2">
          <Banner
            tone="warn"
            live="status"
            title={`${formatPounds(terms.amount)} is ${slip.times >= 1 ? `${slip.times} times` : `a ${ordinal(Math.round(1 / slip.times))} of`} the usual ${formatPounds(slip.usual)}.`}
            actions={
              <TextButton onClick={() => onText({ amount: poundsText(slip.meant) })}>
                Use {formatPounds(slip.meant)}
              </TextButton>
            }
          >
            Did you mean {formatPounds(slip.meant)}?
          </Banner>
        </div>
      )}
    </div>
  )
}

function Instalments(props: TermsFieldsProps) {
  const { schedule, text, terms, onText } = props
  const progress = planProgress(schedule)
  const count = terms.instalments ?? schedule.instalments ?? 0
  const left = progress && count - progress.paid
  const rest = progress && (terms.amount ?? progress.total) - progress.collected
  const changed = terms.instalments !== undefined || terms.amount !== undefined
  return (
    <div>
      <div className="[&>div>span]:max-w-42">
        <TextField
          {...fieldOf(props)('instalments')}
          inputMode="numeric"
          value={text.instalments}
          onChange={(event) => onText({ instalments: event.currentTarget.value })}
        />
      </div>
      {progress && (
        <Hint>
          {progress.paid} already taken ({formatPounds(progress.collected)}).
          {changed && left !== null && rest !== null && left > 0 && rest >= 0 && (
            <>
              {' '}
              The {left} left will be {rangeWords(splitRange(toPence(rest), left))} each.
            </>
          )}
        </Hint>
      )}
    </div>
  )
}

function Stretch(props: TermsFieldsProps) {
  const { schedule, text, onText } = props
  const unit = schedule.collectionPeriod === 'weekly' ? 'week' : 'month'
  return (
    <div className="[&>div>span]:max-w-42">
      <TextField
        {...fieldOf(props)('collectionStretch')}
        label={`Every (number of ${unit}s)`}
        inputMode="numeric"
        value={text.collectionStretch}
        onChange={(event) => onText({ collectionStretch: event.currentTarget.value })}
        suffix={<span className="text-ink-2">{text.collectionStretch.trim() === '1' ? unit : `${unit}s`}</span>}
      />
    </div>
  )
}

function First(props: TermsFieldsProps) {
  const { text, warningOf, onText } = props
  const field = fieldOf(props)
  const amount = field('firstCollectionAmount')
  const warning = warningOf('firstCollectionDate')
  return (
    <div className="grid gap-[18px]">
      <div className="[&>div>span]:max-w-42">
        <TextField
          {...amount}
          label={`${amount.label} (in pounds)`}
          prefix="£"
          inputMode="decimal"
          value={text.firstCollectionAmount}
          onChange={(event) => onText({ firstCollectionAmount: event.currentTarget.value })}
        />
      </div>
      <div className="[&>div>span]:max-w-42">
        <TextField
          {...field('firstCollectionDate')}
          placeholder="dd/mm/yyyy"
          value={text.firstCollectionDate}
          onChange={(event) => onText({ firstCollectionDate: event.currentTarget.value })}
        />
        {warning && <Hint tone="warn">{warning}</Hint>}
      </div>
    </div>
  )
}
