import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { addDays, day, weekday } from '@/lib/calendar-date'
import { aSchedule, payments } from '@/lib/schedules/examples'
import { show } from './calendar-scene'
import { withoutDrafts } from './scene'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

// Every day draws its number once: how often that is done is how often days are drawn.
let drawn = 0
vi.mock('@/components/payment-calendar/day-number', async (original) => {
  const own = await original<typeof import('@/components/payment-calendar/day-number')>()
  const DayNumber = (props: Parameters<typeof own.DayNumber>[0]) => {
    drawn += 1
    return own.DayNumber(props)
  }
  return { ...own, DayNumber }
})

withoutDrafts()
afterEach(cleanup)

/** Two a working day: 520 payments within a year, with the second half of each month's Wednesdays left free. */
function busy(): string[] {
  const days = Array.from({ length: 380 }, (_, n) => addDays(day('2022-06-27'), n))
  const free = days.filter((date) => weekday(date) <= 5 && !(weekday(date) === 3 && date.slice(8) > '15'))
  return free.flatMap((date) => [date, date]).slice(0, 520)
}

it('one move draws the two days that it touches, of 520 payments, and no others; so do undo and doing it again', async () => {
  const schedule = aSchedule({
    collectionPeriod: 'weekly',
    upcoming: [...payments(['2022-06-23']), ...payments(busy().slice(1))],
  })
  const user = show(schedule, 'show=calendar&month=2022-06&focus=2022-06-23')
  screen.getByRole('gridcell', { name: /^Thursday 23 June 2022, 1 payment/ }).focus()
  const count = async (keys: string) => {
    drawn = 0
    await user.keyboard(keys)
    return drawn
  }
  expect(await count('+')).toBe(2)
  expect(screen.getByRole('gridcell', { name: /^Friday 24 June 2022, 1 payment/ })).toBe(document.activeElement)
  expect(await count('{Control>}z{/Control}')).toBe(2)
  expect(await count('{Control>}y{/Control}')).toBe(2)
  expect(await count('{Delete}')).toBe(1)
})
