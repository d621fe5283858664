// The usual run of a book, by chance: what is paid for, how, since when.
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateIn,
  dayOfMonth,
  daysInMonth,
  monthOf,
  weekday,
} from '@/lib/calendar-date'
import type { Chance } from './chance'
import type { CollectionDay } from './rule'
import type { Wanted } from './seed-schedules'
import { LINES, type Line } from './seed-words'

function referenceOf(chance: Chance, line: Line['name']): string {
  switch (line) {
    case 'LEASE':
      return `LEASE-${chance.digits(4)}-${chance.pick(['A', 'B', 'C', 'D'])}`
    case 'INS':
      return `INS-${chance.between(7000, 8999)}-${String(chance.between(1, 12)).padStart(2, '0')}`
    case 'ARR':
      return `ARR-${chance.between(40_000, 59_999)}`
    case 'DON':
      return chance.happens(0.5) ? '' : `GIFT ${chance.digits(5)}`
    case 'MEM':
      return `MEM-${chance.between(170_000, 219_999)}`
  }
}

/** The usual run of a book: kinds, periods and days in the shares in which one meets them. */
export function ordinary(chance: Chance, today: CalendarDate): Wanted {
  const card = chance.happens(0.16)
  const plan = chance.happens(0.24)
  const line: Line['name'] = plan ? 'ARR' : chance.pick(['MEM', 'MEM', 'MEM', 'LEASE', 'INS', 'DON'])
  const roughly = chance.next()
  const period = roughly < 0.12 ? 'weekly' : 'monthly'
  const stretch =
    period === 'weekly' ? chance.pick([1, 1, 2, 4]) : plan || roughly < 0.8 ? 1 : chance.pick([3, 3, 6, 12, 12])
  const day: CollectionDay = chance.happens(0.06)
    ? 'last day'
    : chance.happens(0.45)
      ? chance.pick([1, 15, 28])
      : chance.between(1, 28)
  const amount = chance.pick(LINES[line].amounts) * (plan && chance.happens(0.2) ? 2 : 1)
  const instalments = plan ? chance.pick([3, 4, 6, 6, 8, 10, 12, 12, 18, 24]) : null
  const each = Math.max(period === 'weekly' ? stretch * 7 : stretch * 30, 7)
  const back = plan ? chance.between(-25, Math.floor((instalments ?? 1) * each * 1.15)) : chance.between(-40, 1300)
  return {
    line,
    plan,
    card,
    period,
    stretch,
    day,
    firstDate: firstNear(chance, addDays(today, -back), period, day),
    amount,
    firstAmount: !plan && chance.happens(0.12) ? Math.round(amount / 2) + 99 : null,
    instalments,
    endDate: plan || chance.happens(0.85) ? null : addDays(today, chance.between(-200, 500)),
    inactive: chance.happens(0.11),
    edit: chance.happens(0.06) ? chance.pick(['moved', 'skipped', 'amount']) : 'none',
    reference: chance.happens(0.06) ? '' : referenceOf(chance, line),
    description: chance.pick(LINES[line].descriptions),
    metadata: chance.happens(0.1)
      ? JSON.stringify({ source: chance.pick(['web', 'branch', 'telephone']), batch: chance.between(1, 80) })
      : '',
  }
}

/** Mostly on the collection day itself, at times on another day of that month, as people sign up when they do. */
function firstNear(chance: Chance, near: CalendarDate, period: 'monthly' | 'weekly', day: CollectionDay): CalendarDate {
  if (period === 'weekly') return addDays(near, weekday(near) > 5 ? 3 : 0)
  const month = monthOf(near)
  if (chance.happens(0.2) && dayOfMonth(near) < 29) return near
  return dateIn(month, day === 'last day' ? daysInMonth(month) : day)
}

/** A moment in working hours some days before the first collection, and not after now. */
export function createdBefore(chance: Chance, firstDate: CalendarDate, today: CalendarDate): string {
  const before = addDays(firstDate, -chance.between(6, 30))
  const day = before < today ? before : addDays(today, -1)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day}T${two(chance.between(8, 16))}:${two(chance.between(0, 59))}:${two(chance.between(0, 59))}Z`
}

export const monthsFrom = (date: CalendarDate, months: number, day: number) =>
  dateIn(addMonths(monthOf(date), months), day)
