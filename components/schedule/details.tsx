'use client'

import { Fragment, type ReactNode } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { CopyButton } from '@/components/ui/copy-button'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { formatDate, formatInstant } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { ordinal } from '@/lib/schedules/frequency-words'
import type { Schedule } from '@/lib/schedules/model'
import { firstTaken } from '@/lib/schedules/rule'
import { Nothing, Unreadable } from './fact'
import { changingText, FIELDS, fieldLabel, type Part } from './fields'

const HEAD = 'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium first:pl-0 last:pr-0'
const CELL = 'normal-nums border-line border-b px-2 py-2 align-top first:pl-0 last:pr-0'
/** These are handed on to others; the rest is read. */
const COPIED: readonly Part[] = ['id', 'description', 'customReference', 'metadata', 'auddis', 'mandateId', 'cardId']

/** Every part of the schedule under SmarterPay's own name, as it was read, and whether it can be changed. */
export function Details({ schedule }: { schedule: Schedule }) {
  const { extraHolidays } = useCircumstances()
  const taken = firstTaken(schedule, bankingCalendar(extraHolidays))
  return (
    <section aria-labelledby="all-fields" className="max-w-[1040px]">
      <h2 id="all-fields" className="mb-0.5 text-title font-strong">
        All fields
      </h2>
      <p className="mb-1 text-ink-3 text-small">As SmarterPay holds them, each under SmarterPay’s own name.</p>
      <table aria-labelledby="all-fields" className="w-full border-separate border-spacing-0 text-small">
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} w-[210px] max-sm:w-[124px]`}>
              Field
            </th>
            <th scope="col" className={HEAD}>
              Value
            </th>
            <th scope="col" className={`${HEAD} w-[340px] max-md:hidden`}>
              Changing it
            </th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map((field) => {
            const changing = changingText(field, schedule, taken)
            return (
              <tr key={field.part}>
                <th scope="row" className={`${CELL} text-left font-medium`}>
                  {field.label}
                  <code className="block font-regular font-sans text-ink-3 text-micro wrap-anywhere">
                    <Breakable name={field.wire} />
                  </code>
                </th>
                <td className={`${CELL} wrap-anywhere`}>
                  <Value part={field.part} schedule={schedule} />
                  <p className="mt-1 text-ink-3 text-micro md:hidden">{changing}</p>
                </td>
                <td className={`${CELL} text-ink-3 max-md:hidden`}>
                  {changing} {field.note}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** A name in SmarterPay's spelling, which a narrow column parts between its words. */
function Breakable({ name }: { name: string }) {
  return name.split(/(?<=_)|(?=[A-Z])/).map((word, at) => (
    <Fragment key={word}>
      {at > 0 && <wbr />}
      {word}
    </Fragment>
  ))
}

function Value({ part, schedule }: { part: Part; schedule: Schedule }) {
  const sent = schedule.asSent[part]
  const text = COPIED.includes(part) ? schedule[part] : null
  return (
    <>
      <span className="flex items-start gap-1">
        <span className="min-w-0 whitespace-pre-wrap">{readOf(part, schedule)}</span>
        {typeof text === 'string' && text !== '' && (
          <span className="-my-1.5 flex-none">
            <CopyButton text={text} what={fieldLabel(part)} />
          </span>
        )}
      </span>
      {sent !== undefined && (
        <span className="mt-0.5 block max-h-40 overflow-y-auto whitespace-pre-wrap text-ink-2">
          <span className="text-ink-3">as sent: </span>“{sent}”
        </span>
      )}
    </>
  )
}

const KINDS = { ongoing: 'Ongoing', plan: 'Payment plan' } as const
const METHODS = { 'direct-debit': 'Direct Debit', card: 'Card' } as const
const PERIODS = { monthly: 'Monthly', weekly: 'Weekly' } as const
const STATUSES = { active: 'Active', inactive: 'Inactive' } as const

function readOf(part: Part, schedule: Schedule): ReactNode {
  const value = schedule[part]
  if (schedule.unreadable.includes(part)) return <Unreadable />
  if (value === 'unrecognised') return <span className="text-warn">Unrecognised</span>
  if (value === null || value === '') return <Nothing />
  switch (part) {
    case 'status':
      return word(STATUSES, schedule.status)
    case 'kind':
      return word(KINDS, schedule.kind)
    case 'method':
      return word(METHODS, schedule.method)
    case 'collectionPeriod':
      return word(PERIODS, schedule.collectionPeriod)
    case 'amount':
    case 'firstCollectionAmount': {
      const amount = schedule[part]
      return amount === null ? null : `${formatPounds(amount)}${part === 'amount' ? meaning(schedule) : ''}`
    }
    case 'collectionDay':
      return value === 'last' ? 'Last day of the month' : `${ordinal(Number(value))} of the month`
    case 'collectionStretch':
      return stretchText(schedule)
    case 'startDate':
    case 'firstCollectionDate':
    case 'nextCollectionDate':
    case 'endDate': {
      const date = schedule[part]
      const due =
        part === 'nextCollectionDate' && schedule.status === 'inactive' ? ' (not due: the schedule is inactive)' : ''
      return date && `${formatDate(date)}${due}`
    }
    case 'createdAt':
      return `${formatInstant(new Date(String(value)))}, London time`
    case 'upcoming':
      return <Upcoming schedule={schedule} />
    default:
      return String(value)
  }
}

const word = <K extends string>(words: Record<K, string>, value: K | 'unrecognised') =>
  value === 'unrecognised' ? null : words[value]

const meaning = ({ kind }: Schedule) => ({ ongoing: ' each time', plan: ' in all', unrecognised: '' })[kind]

function stretchText({ collectionStretch, collectionPeriod }: Schedule): string {
  const unit = { monthly: 'month', weekly: 'week', unrecognised: 'period' }[collectionPeriod]
  return collectionStretch === 1 ? `Every ${unit}` : `Every ${collectionStretch} ${unit}s`
}

function Upcoming({ schedule: { upcoming } }: { schedule: Schedule }) {
  const [first, last] = [upcoming?.at(0), upcoming?.at(-1)]
  if (!upcoming || !first || !last) return <Nothing />
  return `${upcoming.length} ${upcoming.length === 1 ? 'row' : 'rows'}, ${formatDate(first.date)} to ${formatDate(last.date)}`
}
