'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { useCircumstances } from '@/components/circumstances'
import { SelectField } from '@/components/ui/field'
import { Loaded } from '@/components/ui/loaded'
import { Trail } from '@/components/ui/trail'
import { Waiting } from '@/components/ui/waiting'
import { addDays, formatDate, formatInstant } from '@/lib/calendar-date'
import { daysAround, type HolidayWindow, holidayWindows, plannedDays } from '@/lib/collections/holiday-windows'
import type { Collections } from '@/lib/collections/model'
import { type CollectionsQuery, projectedUntil } from '@/lib/collections/query'
import { paymentsText, rangeText } from '@/lib/collections/words'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { collectionsQuery } from '@/lib/queries/collections'
import { HolidaysTable } from './holidays-table'

/** As much of a book as says what a normal day is. */
const DAYS_BESIDE = 28

const windowText = ({ from, to, names }: HolidayWindow) =>
  `${rangeText({ from, to })}: ${[...new Set(names)].join(', ')}`

/** A median lies between two days at times: "120 payments", "119.5 payments". */
const normalText = (normal: number) =>
  Number.isInteger(normal) ? paymentsText(normal) : `${formatCount(Math.floor(normal))}.5 payments`

/** What falls on a bank holiday or piles up after it, day by day against a normal one. */
export function HolidaysScreen() {
  const { now, extraHolidays } = useCircumstances()
  const path = usePathname()
  const asked = useSearchParams().get('window')
  const known = projectedUntil(now.date)
  const windows = holidayWindows(now.date, known, extraHolidays).filter(
    (each) => daysAround(each, extraHolidays).to <= known,
  )
  const window = windows.find(({ after }) => after === asked) ?? windows[0]
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6 print:p-0">
      <Trail above={[{ href: '/collections', name: 'Upcoming collections' }]} here="Bank holidays" />
      <h1 className="text-page font-strong tracking-[-0.014em]">Bank-holiday planner</h1>
      {window ? (
        <>
          <div className="mt-3 mb-4 max-w-md print:hidden">
            <SelectField
              label="Bank holiday"
              value={window.after}
              onChange={(event) => history.replaceState(null, '', `${path}?window=${event.target.value}`)}
            >
              {windows.map((each) => (
                <option key={each.after} value={each.after}>
                  {windowText(each)}
                </option>
              ))}
            </SelectField>
          </div>
          <Window key={window.after} window={window} />
        </>
      ) : (
        <p className="mt-3 text-body text-ink-2">No bank holidays are known for the coming year.</p>
      )}
    </div>
  )
}

function Window({ window }: { window: HolidayWindow }) {
  const query: CollectionsQuery = {
    from: addDays(window.from, -DAYS_BESIDE),
    to: addDays(window.to, DAYS_BESIDE),
    group: 'day',
  }
  const answer = useQuery(collectionsQuery(query))
  return (
    <Loaded query={answer} skeleton={<Waiting what="collections" />}>
      {(collections) => <Days window={window} collections={collections} covered={query} />}
    </Loaded>
  )
}

type DaysProps = { window: HolidayWindow; collections: Collections; covered: CollectionsQuery }

function Days({ window, collections, covered }: DaysProps) {
  const { now, extraHolidays } = useCircumstances()
  // What was taken already is in no list, and nothing is projected for ever: a normal day is one that is known whole.
  const known = projectedUntil(now.date)
  const from = covered.from < now.date ? now.date : covered.from
  const to = covered.to > known ? known : covered.to
  const { days, normal } = plannedDays(window, collections.rows, { from, to }, extraHolidays)
  const after = days.find(({ date }) => date === window.after)
  const on = days.filter(({ closed, count }) => closed !== null && count > 0)
  const onHoliday = on.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p className="max-w-[62ch] text-ink-2 text-lead print:mt-2">
        {after && (
          <>
            <b className="font-strong text-ink">{formatDate(after.date)}</b>: {paymentsText(after.count)} listed,{' '}
            {formatPounds(after.total)}
            {after.projectedCount > 0 &&
              `, and ${formatCount(after.projectedCount)} projected, ${formatPounds(after.projected)}`}
            {after.times !== null && `: ${after.times.toFixed(1)}× a normal day`}.{' '}
          </>
        )}
        {onHoliday > 0
          ? `${paymentsText(onHoliday)} still listed on days on which nothing is collected.`
          : 'No payments are listed on the closed days.'}
      </p>
      <p className="mt-1 max-w-[62ch] text-ink-2 text-small">
        {normal !== null &&
          `A normal day has ${normalText(normal)}: the median of the banking days from ${formatDate(from)} to ${formatDate(to)}, ${formatDate(window.after)} left out. `}
        Counted on every day alike: the payments that SmarterPay lists, and those projected after its lists end. Skipped
        payments are not counted.
      </p>
      <p className="mt-1 mb-3 text-ink-3 text-small">Data as at {formatInstant(new Date(collections.asOf))}.</p>
      <HolidaysTable days={days} after={window.after} />
    </>
  )
}
