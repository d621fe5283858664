import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { HOLIDAYS } from '@/lib/banking-days/holidays'
import { addDays, day, type LondonTime, weekday } from '@/lib/calendar-date'
import { Book } from '@/sandbox/book'
import { seedBook } from '@/sandbox/seed'
import { foundInList } from './book/findable'
import { takeSights } from './book/take'
import { readCollections } from './collections'
import { emptyBook, independently, paymentsOf, range, seenAt } from './collections-scene'
import { catchUp } from './outlook/catch-up'
import { decodeSent } from './smarterpay/schedules'
import { onBothStores } from './store/both'

// Books at random on days at random: leap days, ends of months, and changes of the clock.

/** The now of a test, other than that of the settings. */
const clock = vi.hoisted(() => ({ now: null as LondonTime | null }))
vi.mock(import('./clock'), async (actual) => {
  const real = await actual()
  return {
    ...real,
    circumstances: () => ({ ...real.circumstances(), ...(clock.now && { now: clock.now }) }),
  }
})

/** Days on which clocks change, months and years end, a leap day is there or missing, and holidays are near. */
const ODD_DAYS = [
  '2025-03-29',
  '2025-03-30',
  '2025-10-25',
  '2025-10-26',
  '2026-03-29',
  '2026-10-25',
  '2027-02-28',
  '2028-02-28',
  '2028-02-29',
  '2026-12-24',
  '2026-12-31',
  '2027-01-01',
  '2026-01-31',
  '2026-04-02',
]

/** The first day that is not locked for Direct Debits, counted on the fingers: three banking days, this one included before ten at night. */
function firstOpenDay({ date, minutes }: LondonTime): string {
  const open = (one: ReturnType<typeof day>) => weekday(one) < 6 && !Object.hasOwn(HOLIDAYS, one)
  let [at, counted] = [minutes < 22 * 60 ? date : addDays(date, 1), 0]
  for (;;) {
    if (open(at)) counted += 1
    if (counted === 3) return at
    at = addDays(at, 1)
  }
}

onBothStores('books and days at random', (store) => {
  afterEach(() => {
    clock.now = null
  })
  const someDay = fc.oneof(
    fc.constantFrom(...ODD_DAYS),
    fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(day('2025-03-01'), days)),
  )
  const someTime = fc.constantFrom(0, 59, 12 * 60, 21 * 60 + 59, 22 * 60, 23 * 60 + 59)

  it('have the sums and the locked part that SmarterPay’s own records give, over leap days, ends of months and changes of the clock', async () => {
    await fc.assert(
      fc.asyncProperty(someDay, someTime, fc.integer({ min: 1, max: 1_000_000 }), async (today, minutes, number) => {
        await emptyBook(store().db)
        clock.now = { date: day(today), minutes }
        const book = new Book(today)
        seedBook(book, { size: 120, number })
        const wires = [...book.schedules.values()].map(({ wire }) => wire)
        const at = seenAt()
        await takeSights(wires.map((wire) => ({ found: foundInList(decodeSent(wire)), seenAt: at })))
        await catchUp()
        const listed = independently(wires)
        const open = firstOpenDay(clock.now)
        for (const [from, to] of [
          [addDays(day(today), -40), addDays(day(today), 400)],
          [day(today), addDays(day(today), 6)],
          [day(`${today.slice(0, 7)}-01`), addDays(day(`${today.slice(0, 7)}-01`), 27)],
        ] as const) {
          const inside = listed.filter(({ date }) => date >= from && date <= to)
          const answer = await readCollections(range(from, to, { group: 'week' }))
          expect(answer.total).toBe(inside.reduce((sum, { pence }) => sum + pence, 0))
          expect(answer.rows.reduce((sum, row) => sum + row.total, 0)).toBe(answer.total)
          const locked = inside.filter(
            ({ date, method, pence }) =>
              pence > 0 && date >= today && (method === 'card' ? date <= today : date < open),
          )
          const opened = await paymentsOf(range(from, to))
          const atRisk = opened.filter(({ band, source }) => source === 'smarterpay' && band === 'at-risk')
          const lockedButAtRisk = atRisk.filter(
            ({ date, method }) => date >= today && (method === 'card' ? date <= today : date < open),
          )
          const sumOf = (rows: { amount: number }[]) => rows.reduce((sum, { amount }) => sum + amount, 0)
          expect(answer.rows.reduce((sum, row) => sum + row.locked, 0)).toBe(
            locked.reduce((sum, { pence }) => sum + pence, 0) - sumOf(lockedButAtRisk),
          )
          expect(sumOf(opened.filter(({ source }) => source === 'smarterpay'))).toBe(answer.total)
          expect(opened.filter(({ source, date }) => source === 'projected' && date <= today)).toEqual([])
        }
      }),
      { numRuns: 8 },
    )
  }, 240_000)
})
