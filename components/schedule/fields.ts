import type { Schedule } from '@/lib/schedules/model'

// Every part of a schedule by our name and by SmarterPay's, and whether SmarterPay lets it be changed: the Details tab.

export type Part = Exclude<keyof Schedule, 'unreadable' | 'asSent'>

/** SmarterPay's rules on changing a part, as far as the kind of schedule decides. */
export type Changing =
  | 'yes'
  | 'never'
  | 'until-first-taken'
  /** Ongoing schedules alone, and the plan's own is worked out by SmarterPay. */
  | 'ongoing-only'
  | 'plan-only'
  | 'disable-only'

export type Field = { part: Part; label: string; wire: string; changing: Changing; note?: string }

export const FIELDS: readonly Field[] = [
  { part: 'id', label: 'Schedule id', wire: 'id', changing: 'never' },
  { part: 'status', label: 'Status', wire: 'status', changing: 'disable-only' },
  { part: 'kind', label: 'Type', wire: 'type', changing: 'never' },
  { part: 'method', label: 'Method', wire: 'payment_type', changing: 'never' },
  { part: 'amount', label: 'Amount', wire: 'amount', changing: 'yes' },
  {
    part: 'firstCollectionAmount',
    label: 'First payment amount',
    wire: 'first_collection_amount',
    changing: 'until-first-taken',
  },
  { part: 'collectionPeriod', label: 'Frequency unit', wire: 'collection_period', changing: 'never' },
  { part: 'collectionStretch', label: 'Every', wire: 'collection_stretch', changing: 'yes' },
  { part: 'collectionDay', label: 'Collection day', wire: 'collection_day', changing: 'yes' },
  { part: 'startDate', label: 'Start date', wire: 'start_date', changing: 'never' },
  { part: 'firstCollectionDate', label: 'First payment', wire: 'first_collection_date', changing: 'until-first-taken' },
  { part: 'nextCollectionDate', label: 'Next payment', wire: 'next_collection_date', changing: 'yes' },
  { part: 'endDate', label: 'Ends', wire: 'end_date', changing: 'ongoing-only' },
  { part: 'instalments', label: 'Instalments', wire: 'installments', changing: 'plan-only' },
  { part: 'upcoming', label: 'Upcoming payments', wire: 'upcoming_payments', changing: 'yes' },
  {
    part: 'description',
    label: 'Description',
    wire: 'description',
    changing: 'never',
    note: 'SmarterPay may put it into e-mails to the payer.',
  },
  { part: 'customReference', label: 'Custom reference', wire: 'custom_reference', changing: 'never' },
  { part: 'metadata', label: 'Extra data', wire: 'metadata', changing: 'never' },
  { part: 'auddis', label: 'AUDDIS reference', wire: 'auddis', changing: 'never' },
  { part: 'mandateId', label: 'Mandate', wire: 'mandate', changing: 'never' },
  { part: 'cardId', label: 'Card', wire: 'card_id', changing: 'never' },
  { part: 'createdAt', label: 'Created', wire: 'created_at', changing: 'never' },
]

/** "amount": our name of a part, in a sentence. */
export function fieldLabel(part: string): string {
  const label = FIELDS.find((field) => field.part === part)?.label ?? part
  return label.startsWith('AUDDIS') ? label : label.toLowerCase()
}

const NEVER = 'SmarterPay does not allow this to be changed.'

/** Whether SmarterPay lets a part be changed now, and where not, why. `firstTaken`: the first collection is behind us. */
export function changingText({ part, changing }: Field, schedule: Schedule, firstTaken: boolean): string {
  const { status, kind, collectionPeriod } = schedule
  if (changing === 'never') return NEVER
  if (status === 'inactive') return 'The schedule is inactive: SmarterPay takes no changes any more.'
  if (changing === 'disable-only') return 'Can be disabled. SmarterPay cannot enable it again.'
  if (part === 'collectionDay' && collectionPeriod === 'weekly') return 'Without meaning on a weekly schedule.'
  if (kind === 'unrecognised') return 'The type is not known here, so it cannot be said whether this can be changed.'
  const plan = kind === 'plan'
  switch (changing) {
    case 'ongoing-only':
      return plan ? 'SmarterPay does not take it for payment plans: the instalments decide.' : 'Can be changed.'
    case 'plan-only':
      return plan ? 'Can be changed, not below what is collected.' : 'Only payment plans have instalments.'
    case 'until-first-taken':
      if (plan) return 'SmarterPay does not take it for payment plans.'
      return firstTaken
        ? 'Too late: the first payment has been taken.'
        : 'Can be changed until the first payment is taken.'
    case 'yes':
      return part === 'upcoming' ? 'Can be changed, but never together with other parts.' : 'Can be changed.'
  }
}
