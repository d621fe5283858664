import { screen } from '@testing-library/react'
import { aSchedule, on, payments } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { answerOf, openEditor } from './scene'

// For tests alone: a monthly schedule in the calendar on Wednesday 8 June 2022, ten o'clock. Friday 10 June is the earliest
// date, Wednesday 22 June the first with full notice.

export const schedule = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19', '2022-08-19', '2022-09-19']) })

export function show(of: Schedule = schedule, address = 'show=calendar&month=2022-06&focus=2022-06-20') {
  const first = answerOf(of, 'basis-of-the-first-reading', '2022-06-08T09:00:00Z')
  const { user, update, ask } = openEditor(first, { now: on('2022-06-08', '10:00'), address })
  return Object.assign(user, {
    read: (next: Schedule) => update(answerOf(next, 'basis-of-the-second-reading', '2022-06-08T09:05:00Z')),
    ask,
  })
}

export const nameOf = (cell: Element | null) => cell?.querySelector('.sr-only')?.textContent ?? null
export const focused = () => nameOf(document.activeElement)
export const cell = (name: RegExp | string) => screen.getByRole('gridcell', { name })
export const said = () => screen.getByRole('status', { name: 'Calendar messages' }).textContent
export const at = async (name: RegExp) => cell(name).focus()
export const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name })
