// Builders for tests and seeds; product code may not import this file.
import { addMonths, type CalendarDate, dateIn, day, monthOf } from '@/lib/calendar-date'
import { type Pence, parsePounds } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import { spreadEvenly } from './plan'

/** "25.32" as pence; throws on text that is no money. */
export function pounds(text: string): Pence {
  const amount = parsePounds(text)
  if (amount === null) throw new Error(`${text} is not an amount in pounds`)
  return amount
}

export function payment(date: string, amount: string): UpcomingPayment {
  return { date: day(date), amount: pounds(amount) }
}

/** Each day with the same amount. */
export function payments(dates: readonly string[], amount = '25.32'): UpcomingPayment[] {
  return dates.map((date) => payment(date, amount))
}

/** London's time at nine, or as given, with the standing settings. */
export function on(date: string, time = '09:00', over: Partial<Circumstances> = {}): Circumstances {
  const [hours, minutes] = time.split(':')
  return {
    now: { date: day(date), minutes: Number(hours) * 60 + Number(minutes) },
    noticeDays: 10,
    processingDays: 3,
    cutOffMinutes: 22 * 60,
    extraHolidays: [],
    dormancyRedMonths: 12,
    dormancyAmberMonths: 10,
    ...over,
  }
}

/** An ongoing Direct Debit of £25.32 on the 19th of each month, its first taken, six rows listed from 20 June 2022. */
export function aSchedule(over: Partial<Schedule> = {}): Schedule {
  return {
    id: 'FTBRS00112373',
    status: 'active',
    kind: 'ongoing',
    method: 'direct-debit',
    amount: pounds('25.32'),
    firstCollectionAmount: pounds('25.32'),
    collectionPeriod: 'monthly',
    collectionDay: 19,
    collectionStretch: 1,
    startDate: day('2022-05-19'),
    firstCollectionDate: day('2022-05-19'),
    nextCollectionDate: over.upcoming?.[0]?.date ?? day('2022-06-20'),
    endDate: null,
    instalments: null,
    createdAt: '2022-05-17T12:09:41Z',
    description: 'Membership',
    customReference: 'MEM-204417',
    metadata: null,
    auddis: 'FBMAN02814872',
    mandateId: 'M01741EJ519Y51P3XGL',
    cardId: null,
    upcoming: payments(['2022-06-20', '2022-07-19', '2022-08-19', '2022-09-20', '2022-10-19', '2022-11-21']),
    unreadable: [],
    asSent: {},
    ...over,
  }
}

type PlanExample = Partial<Schedule> & { total: string; collected?: { count: number; total: string } }

/**
 * A plan of three instalments, or as many as told, monthly on the 2nd. What is not collected yet is spread evenly over
 * months from `nextCollectionDate` (2026-02-02), on plain calendar days, unless `upcoming` is given.
 */
export function aPlan({ total, collected = { count: 0, total: '0.00' }, ...over }: PlanExample): Schedule {
  const instalments = over.instalments ?? 3
  const next = over.nextCollectionDate ?? day('2026-02-02')
  const shares = spreadEvenly((pounds(total) - pounds(collected.total)) as Pence, instalments - collected.count)
  const dayNumber = Number(next.slice(8))
  const nth = (index: number): CalendarDate => dateIn(addMonths(monthOf(next), index), dayNumber)
  return aSchedule({
    kind: 'plan',
    amount: pounds(total),
    firstCollectionAmount: null,
    collectionDay: 2,
    instalments,
    startDate: nth(-collected.count),
    firstCollectionDate: nth(-collected.count),
    nextCollectionDate: next,
    upcoming: shares.map((amount, index) => ({ date: nth(index), amount })),
    ...over,
  })
}
