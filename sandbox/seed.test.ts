// The seeded book: large enough, odd enough, and the same each time.
import { expect, it } from 'vitest'
import { Book } from './book'
import { seedBook } from './seed'
import type { Wire } from './wire'

function seededBook(today: string, number?: number): Book {
  const book = new Book(today)
  seedBook(book, number === undefined ? {} : { number })
  return book
}
const seeded = (today: string, number?: number): Wire[] =>
  [...seededBook(today, number).schedules.values()].map(({ wire }) => wire)
const rowsOf = (wire: Wire): { collection_date: string; amount: string }[] => JSON.parse(String(wire.upcoming_payments))
const book = seeded('2026-11-20')
const share = (test: (wire: Wire) => boolean) => book.filter(test).length

it('holds 2,500 schedules under ids of their own', () => {
  expect(book).toHaveLength(2500)
  expect(new Set(book.map((wire) => wire.id)).size).toBe(2500)
})

it('overwrites none of the known records when it grows', () => {
  const large = new Book('2026-11-20')
  seedBook(large, { size: 6000 })
  expect(large.schedules.size).toBe(6000)
})

it('has every kind that a real book has, in numbers worth looking at', () => {
  for (const type of ['DDOngoingPayment', 'DDPaymentPlan', 'OngoingPayment', 'PaymentPlan'])
    expect(
      share((wire) => wire.type === type),
      type,
    ).toBeGreaterThan(60)
  for (const stretch of ['2', '3', '12'])
    expect(
      share((wire) => wire.collection_stretch === stretch),
      stretch,
    ).toBeGreaterThan(20)
  expect(share((wire) => wire.status === 'inactive' && wire.next_collection_date !== '')).toBeGreaterThan(100)
  expect(share((wire) => wire.end_date !== '')).toBeGreaterThan(50)
  expect(share((wire) => wire.collection_period === 'Weekly')).toBeGreaterThan(20)
  expect(share((wire) => /^0\d$/.test(String(wire.collection_day)))).toBeGreaterThan(20)
  expect(share((wire) => wire.payment_type === 'directDebit')).toBeGreaterThan(20)
  expect(share((wire) => wire.custom_reference === '')).toBeGreaterThan(20)
})

it('has payers with several schedules', () => {
  const perMandate = new Map<unknown, number>()
  for (const { mandate } of book) if (mandate !== '') perMandate.set(mandate, (perMandate.get(mandate) ?? 0) + 1)
  expect([...perMandate.values()].filter((count) => count > 1).length).toBeGreaterThan(50)
})

it('has the references that people look for, a list of more than 500 rows, and odd texts', () => {
  const references = book.map((wire) => wire.custom_reference)
  for (const reference of [
    'LEASE-0907-A',
    'MEM-198802',
    'INS-7702-11',
    'ARR-55120',
    '=1+1',
    '<script>alert(1)</script>',
  ])
    expect(references).toContain(reference)
  const longest = book.find((wire) => wire.custom_reference === 'ARR-50520')
  expect(longest && rowsOf(longest).length).toBeGreaterThanOrEqual(500)
  expect(share((wire) => String(wire.custom_reference).startsWith('UNREADABLE'))).toBe(7)
})

it('keeps to the limits of the API, even where texts are odd', () => {
  for (const wire of book) {
    expect(String(wire.description).length, String(wire.id)).toBeLessThanOrEqual(44)
    expect(String(wire.custom_reference).length, String(wire.id)).toBeLessThanOrEqual(50)
    expect(String(wire.metadata).length, String(wire.id)).toBeLessThanOrEqual(1000)
  }
})

it('has its collections around the day it is given', () => {
  for (const today of ['2026-11-20', '2027-12-24']) {
    const soon = seeded(today).filter((wire) => wire.status === 'active' && String(wire.next_collection_date) >= today)
    expect(soon.length).toBeGreaterThan(1500)
  }
})

it('is the same book for the same day and number, and another for another number', () => {
  expect(seeded('2026-11-20')).toEqual(book)
  expect(seeded('2026-11-20', 2)).not.toEqual(book)
})

it('lists no collection of an active schedule that is past, the documented samples apart', () => {
  const readable = book.filter(
    (wire) => !/^(UNREADABLE|API Postmant)/.test(String(wire.custom_reference)) && wire.id !== 'FTBRS00112373',
  )
  for (const wire of readable)
    for (const row of rowsOf(wire)) expect(row.collection_date >= '2026-11-20', String(wire.id)).toBe(true)
})

it('has plans whose payments, taken and to come, make up the plan', () => {
  const full = seededBook('2026-11-20')
  const paid = new Map<string, number[]>()
  for (const { recurrence_schedule: id, amount } of full.payments.values())
    paid.set(id, [...(paid.get(id) ?? []), Number(amount)])
  const plans = book.filter(
    (wire) => /Plan$/.test(String(wire.type)) && wire.status === 'active' && wire.custom_reference !== 'UNREADABLE-SUM',
  )
  expect(plans.length).toBeGreaterThan(400)
  for (const plan of plans) {
    const all = [...(paid.get(String(plan.id)) ?? []), ...rowsOf(plan).map((row) => Number(row.amount))]
    expect(all.length, String(plan.id)).toBe(Number(plan.installments))
    expect(
      all.reduce((sum, amount) => sum + amount, 0),
      String(plan.id),
    ).toBe(Number(plan.amount))
  }
})
