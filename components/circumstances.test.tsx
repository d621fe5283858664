import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayAndTime } from '@/lib/calendar-date'
import { on } from '@/lib/schedules/examples'
import { CircumstancesProvider, useCircumstances, useLondonNow } from './circumstances'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2022-06-08T20:58:10Z') }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

let judged = 0
function Judge() {
  const { now } = useCircumstances()
  judged += 1
  return <p title="judging">{dayAndTime(now)}</p>
}
const Clock = () => <p title="clock">{dayAndTime(useLondonNow())}</p>
const passes = (minutes: number) => act(() => vi.advanceTimersByTime(minutes * 60_000))

it('tells each minute to who asks for the time, and to who judges only the cut-off and another day', () => {
  render(
    <CircumstancesProvider first={on('2022-06-08', '21:58')} serverMs={Date.now()}>
      <Judge />
      <Clock />
    </CircumstancesProvider>,
  )
  const stands = (title: string) => screen.getByTitle(title).textContent
  judged = 0
  passes(1)
  expect([stands('clock'), stands('judging'), judged]).toEqual(['Wed 8 Jun 2022 21:59', 'Wed 8 Jun 2022 00:00', 0])
  passes(1)
  expect([stands('clock'), stands('judging'), judged]).toEqual(['Wed 8 Jun 2022 22:00', 'Wed 8 Jun 2022 22:00', 1])
  passes(119)
  expect([stands('clock'), stands('judging'), judged]).toEqual(['Wed 8 Jun 2022 23:59', 'Wed 8 Jun 2022 22:00', 1])
  passes(1)
  expect([stands('clock'), stands('judging'), judged]).toEqual(['Thu 9 Jun 2022 00:00', 'Thu 9 Jun 2022 00:00', 2])
})
