'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Segmented } from '@/components/ui/choice'
import { SelectField, TextField } from '@/components/ui/field'
import { formatDate } from '@/lib/calendar-date'
import { parsePounds } from '@/lib/money'
import { ordinal } from '@/lib/schedules/frequency-words'
import { earliestDate, earliestNoticeSafe } from '@/lib/schedules/notice'
import { DateField } from './date-field'
import { fieldId, useNewForm } from './form'
import { MoneyField } from './money-field'
import { RealDates } from './real-dates'

const PERIODS = [
  { value: 'monthly', label: 'Monthly' },
  { value: 'weekly', label: 'Weekly' },
] as const
const DAYS = Array.from({ length: 28 }, (_, n) => n + 1)

/** Step 2: how much, and on which days. */
export function AmountsStep() {
  const { text, set, errorAt, c, usual } = useNewForm()
  const plan = text.kind === 'plan'
  const monthly = text.collectionPeriod === 'monthly'
  const unit = monthly ? 'month' : 'week'
  const safe = `Earliest date with full notice: ${formatDate(earliestNoticeSafe(c))}.`
  return (
    <div className="grid max-w-[26rem] grid-cols-1 gap-4">
      {plan ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <MoneyField name="amount" label="Plan total in pounds" usual={null} />
          <TextField
            id={fieldId('instalments')}
            label="Number of instalments"
            inputMode="numeric"
            autoComplete="off"
            error={errorAt('instalments')}
            value={text.instalments}
            onChange={(event) => set({ instalments: event.currentTarget.value })}
          />
        </div>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <MoneyField name="amount" label="Amount each time in pounds" usual={usual} />
          <MoneyField
            name="firstCollectionAmount"
            label="First payment in pounds"
            hint="Empty: as every other."
            usual={parsePounds(text.amount)}
          />
        </div>
      )}
      <div>
        <p className="mb-1 text-small font-medium">Frequency</p>
        <Segmented
          label="Frequency"
          options={PERIODS}
          value={text.collectionPeriod}
          onChoose={(collectionPeriod) => set({ collectionPeriod })}
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          id={fieldId('collectionStretch')}
          label="Every"
          inputMode="numeric"
          autoComplete="off"
          error={errorAt('collectionStretch')}
          suffix={
            <span aria-hidden className="text-ink-3">
              {text.collectionStretch.trim() === '1' ? unit : `${unit}s`}
            </span>
          }
          value={text.collectionStretch}
          onChange={(event) => set({ collectionStretch: event.currentTarget.value })}
        />
        {monthly && (
          <SelectField
            id={fieldId('collectionDay')}
            label="Collection day"
            error={errorAt('collectionDay')}
            value={text.collectionDay}
            onChange={(event) => set({ collectionDay: event.currentTarget.value })}
          >
            <option value="" disabled>
              Choose a day
            </option>
            {DAYS.map((day) => (
              <option key={day} value={String(day)}>
                {ordinal(day)}
              </option>
            ))}
            <option value="last">Last day</option>
          </SelectField>
        )}
      </div>
      <RealDates />
      <DateField
        name="startDate"
        label="Start date"
        hint={text.method === 'card' ? 'From tomorrow on.' : `${safe} Earliest of all: ${formatDate(earliestDate(c))}.`}
        collects
      />
      <DateField
        name="firstCollectionDate"
        label="First payment date (optional)"
        hint="Empty: the start date."
        collects
      />
      {monthly && (
        <Checkbox
          checked={text.firstTwoInSameMonth}
          onChange={(event) => set({ firstTwoInSameMonth: event.currentTarget.checked })}
          hint="Where the first payment is before the collection day, the second may follow in the same month."
        >
          Allow first two payments in the same month
        </Checkbox>
      )}
      <div className="grid gap-2">
        <p className="text-small font-medium">Ends</p>
        <div>
          <Segmented
            label="Ends"
            options={[
              { value: 'open', label: plan ? 'With the last instalment' : 'No end date' },
              { value: 'on', label: 'End date' },
            ]}
            value={text.ends}
            onChoose={(ends) => set({ ends })}
          />
        </div>
        {text.ends === 'on' && (
          <DateField name="endDate" label="End date" hint="The last day on which money may be taken." />
        )}
      </div>
    </div>
  )
}
