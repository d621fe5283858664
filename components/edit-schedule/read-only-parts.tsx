import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Schedule } from '@/lib/schedules/model'

type Line = [term: string, value: ReactNode]

const PERIODS = { monthly: 'Monthly', weekly: 'Weekly', unrecognised: 'Not recognised' } as const

/** What stands on this schedule and no PUT takes, with the reason said once; then what is too late, or for other kinds alone. */
export function ReadOnlyParts({ schedule, firstTaken }: { schedule: Schedule; firstTaken: boolean }) {
  const never: Line[] = [
    ['Custom reference', schedule.customReference],
    ['Description', schedule.description],
    ['Frequency unit', PERIODS[schedule.collectionPeriod]],
    schedule.method === 'card' ? ['Card', schedule.cardId] : ['Mandate', schedule.mandateId ?? schedule.auddis],
    ['Extra data', schedule.metadata],
  ]
  const first: Line[] = [
    [
      'First payment amount',
      schedule.firstCollectionAmount === null ? null : formatPounds(schedule.firstCollectionAmount),
    ],
    ['First payment date', schedule.firstCollectionDate && formatDate(schedule.firstCollectionDate)],
  ]
  return (
    <>
      <Group reason="SmarterPay does not allow these to be changed" lines={never} />
      {schedule.kind === 'plan' ? (
        <Group
          reason="SmarterPay does not take these for payment plans"
          lines={[...first, ['Ends', schedule.endDate ? formatDate(schedule.endDate) : 'with the last instalment']]}
        />
      ) : (
        firstTaken && <Group reason="Too late: the first payment has been taken" lines={first} />
      )}
    </>
  )
}

function Group({ reason, lines }: { reason: string; lines: Line[] }) {
  return (
    <div className="mt-[18px] border-line border-t pt-3">
      <p className="flex items-center gap-1.5 text-small font-medium">
        <Lock aria-hidden size={14} strokeWidth={1.9} className="flex-none text-ink-3" />
        {reason}
      </p>
      <dl className="mt-0.5">
        {lines.map(([term, value]) => (
          <div
            key={term}
            className="grid grid-cols-[128px_minmax(0,1fr)] gap-x-2 border-line border-b py-[7px] text-small last:border-b-0"
          >
            <dt className="text-ink-3">{term}</dt>
            <dd className="min-w-0 wrap-anywhere">{value ?? <span className="text-ink-3">None</span>}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
