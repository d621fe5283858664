'use client'

import { useCircumstances } from '@/components/circumstances'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup } from '@/components/ui/choice'
import { SelectField, TextField } from '@/components/ui/field'
import { formatDate, formatDayAndMonth, monthName, monthOf } from '@/lib/calendar-date'
import { ordinal } from '@/lib/schedules/frequency-words'
import { earliestNoticeSafe } from '@/lib/schedules/notice'
import { nextOnNewDay } from '@/lib/schedules/real-dates'
import { termsLabel } from '@/lib/schedules/terms-words'
import { typedDate } from '@/lib/schedules/typed'
import { fieldOf, Hint, type TermsFieldsProps } from './field-parts'
import { fieldId } from './terms-form'

const DAYS = Array.from({ length: 28 }, (_, n) => n + 1)

export function DayField(props: TermsFieldsProps) {
  const { schedule, text, terms, onText } = props
  const c = useCircumstances()
  const field = fieldOf(props)('collectionDay')
  const next = schedule.upcoming?.[0]?.date ?? schedule.nextCollectionDate
  const day = terms.collectionDay
  const setting = { stretch: terms.collectionStretch ?? schedule.collectionStretch ?? 1, safe: earliestNoticeSafe(c) }
  const goes = next && day !== undefined ? nextOnNewDay(next, day, { month: monthOf(next), ...setting }, c) : null
  const moves = goes !== null && terms.nextCollectionDate === goes
  const month = next && monthOf(next)
  const skipsMonth = goes && month && (monthOf(goes).month !== month.month || monthOf(goes).year !== month.year)
  return (
    <div>
      <div className="[&>div>span]:max-w-42">
        <SelectField
          {...field}
          value={text.collectionDay}
          onChange={(event) => onText({ collectionDay: event.currentTarget.value })}
        >
          {schedule.collectionDay === null && <option value="">Not known</option>}
          {DAYS.map((one) => (
            <option key={one} value={one}>
              {ordinal(one)}
            </option>
          ))}
          <option value="last">Last day</option>
        </SelectField>
      </div>
      <Hint>
        Does not move the next payment.
        {day === 28 && ' For the 29th to the 31st choose the 28th or the last day.'}
      </Hint>
      {goes && goes !== next && (
        <Checkbox
          checked={moves}
          onChange={(event) =>
            onText({
              nextCollectionDate: event.currentTarget.checked
                ? typedDate(goes)
                : schedule.nextCollectionDate === null
                  ? ''
                  : typedDate(schedule.nextCollectionDate),
            })
          }
          hint={
            <>
              To {formatDate(goes)}
              {skipsMonth && month && `; nothing is then taken in ${monthName(month.month)}`}.
            </>
          }
        >
          Also move the next payment
        </Checkbox>
      )}
    </div>
  )
}

export function NextDateField(props: TermsFieldsProps) {
  const { schedule, text, terms, warningOf, onText } = props
  const c = useCircumstances()
  const safe = earliestNoticeSafe(c)
  const warning = warningOf('nextCollectionDate')
  const typed = terms.nextCollectionDate
  return (
    <div>
      <div className="[&>div>span]:max-w-42">
        <TextField
          {...fieldOf(props)('nextCollectionDate')}
          placeholder="dd/mm/yyyy"
          value={text.nextCollectionDate}
          onChange={(event) => onText({ nextCollectionDate: event.currentTarget.value })}
        />
      </div>
      {typed && !warning && <Hint>{formatDate(typed)}. Only the next payment moves.</Hint>}
      {warning && <Hint tone="warn">{warning}</Hint>}
      {schedule.method !== 'card' && <Hint>Earliest notice-safe date: {formatDate(safe)}.</Hint>}
    </div>
  )
}

export function EndsField(props: TermsFieldsProps) {
  const { text, warningOf, onText } = props
  const field = fieldOf(props)('endDate')
  const warning = warningOf('endDate')
  return (
    <div>
      <p className="mb-1 text-small font-medium">Ends</p>
      <RadioGroup
        label="Ends"
        value={text.ends}
        onChoose={(ends) => onText({ ends })}
        options={[
          { value: 'never', label: 'No end date' },
          { value: 'on', label: 'End date' },
        ]}
      />
      {text.ends === 'on' && (
        <div className="mt-1 pl-6.5 [&>div>span]:max-w-42">
          <TextField
            {...field}
            label="End date"
            hint="The last day on which a payment may be due."
            placeholder="dd/mm/yyyy"
            value={text.endDate}
            onChange={(event) => onText({ endDate: event.currentTarget.value })}
          />
        </div>
      )}
      {text.ends === 'never' && field.was !== undefined && <Hint>was {field.was}</Hint>}
      {warning && <Hint tone="warn">{warning}</Hint>}
    </div>
  )
}

export function SameMonthField({ schedule, text, terms, onText }: TermsFieldsProps) {
  const next = terms.nextCollectionDate ?? schedule.upcoming?.[0]?.date
  const day = terms.collectionDay ?? schedule.collectionDay
  return (
    <Checkbox
      id={fieldId('firstTwoInSameMonth')}
      checked={text.firstTwoInSameMonth}
      onChange={(event) => onText({ firstTwoInSameMonth: event.currentTarget.checked })}
      hint={
        next && day !== null && day !== undefined
          ? `Without this, the payment after ${formatDayAndMonth(next)} is in a later month. SmarterPay does not tell how it stands now.`
          : 'SmarterPay does not tell how it stands now.'
      }
    >
      {termsLabel('firstTwoInSameMonth', schedule)}
    </Checkbox>
  )
}
