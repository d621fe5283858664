import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CalendarDate } from '@/lib/calendar-date'

export const PAYMENT_CELL =
  'h-(--row-comfortable) border-line border-b px-2 py-px align-middle first:pl-0 last:pr-0 max-sm:px-1'

export type ScheduleCellProps = {
  schedule: string
  reference: string | null
  /** The day that its calendar opens at. */
  date: CalendarDate | undefined
  /** What has no column of its own on a narrow screen. */
  children: ReactNode
}

/** The head of a payment's row: its schedule, opened at the payment. */
export function ScheduleCell({ schedule, reference, date, children }: ScheduleCellProps) {
  return (
    <th scope="row" className={`${PAYMENT_CELL} text-left font-medium`}>
      <Link
        href={`/schedules/${encodeURIComponent(schedule)}?tab=payments${date ? `&focus=${date}` : ''}`}
        prefetch={false}
        aria-label={`${reference ?? schedule}: open schedule ${schedule}`}
        className="inline-flex min-h-6 items-center wrap-anywhere"
      >
        {reference ?? schedule}
      </Link>
      {reference && <span className="block wrap-anywhere text-ink-3 text-micro font-regular">{schedule}</span>}
      <span className="mt-0.5 block font-regular md:hidden print:hidden">{children}</span>
    </th>
  )
}
