'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useId } from 'react'
import { ColumnHead } from '@/components/ui/column-head'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { formatDate } from '@/lib/calendar-date'
import type { Turnings } from '@/lib/collections/model'
import type { CollectionsQuery } from '@/lib/collections/query'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { turningsQuery } from '@/lib/queries/collections'

const CELL = 'h-(--row-comfortable) border-line border-b px-2 align-middle first:pl-0 last:pr-0'

/** Schedules whose last or first payment is in the range. */
export function Turning({ query }: { query: CollectionsQuery }) {
  const answer = useQuery(turningsQuery(query))
  return (
    <Loaded query={answer} skeleton={<Waiting what="schedules" />}>
      {({ rows, more }) => (
        <>
          <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2 print:grid-cols-2">
            <Part title="Ending" date="Last payment or end" rows={rows.filter(({ what }) => what === 'ends')} />
            <Part title="Starting" date="First payment" rows={rows.filter(({ what }) => what === 'starts')} />
          </div>
          {more && (
            <p className="mt-3 text-ink-3 text-small">There are more: choose a shorter period to see all of them.</p>
          )}
        </>
      )}
    </Loaded>
  )
}

type PartProps = { title: string; date: string; rows: Turnings['rows'] }

function Part({ title, date: dateWords, rows }: PartProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="text-title font-strong">
        {title} <span className="font-regular text-ink-3 text-small">{formatCount(rows.length)}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="py-2 text-body text-ink-2">None in this period.</p>
      ) : (
        <table aria-labelledby={heading} className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr>
              <ColumnHead>Schedule</ColumnHead>
              <ColumnHead>{dateWords}</ColumnHead>
              <ColumnHead end>Amount</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ schedule, reference, date, amount, kind }) => (
              <tr key={schedule} className="break-inside-avoid hover:bg-hover">
                <th scope="row" className={`${CELL} text-left font-medium`}>
                  <Link
                    href={`/schedules/${encodeURIComponent(schedule)}`}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center wrap-anywhere"
                  >
                    {reference ?? schedule}
                  </Link>
                </th>
                <td className={`${CELL} whitespace-nowrap`}>{formatDate(date)}</td>
                <td className={`${CELL} whitespace-nowrap text-right font-medium`}>
                  {amount === null ? '–' : formatPounds(amount)}
                  {kind === 'plan' && <span className="block font-regular text-ink-3 text-micro">whole plan</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
