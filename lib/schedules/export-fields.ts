// What fields of a file are made of: money in whole pence and in pounds, days as ISO and as Britain writes them.
import type { CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'

/** Text, a whole number, or pence that are written as pounds. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'whole'; value: number }
  | { kind: 'pounds'; pence: number }
  | null
/** One field of a record: a column of the file. */
export type Field<Subject> = { head: string; cell: (subject: Subject, c: Circumstances) => Cell }

export const text = (value: string | null): Cell => (value === null ? null : { kind: 'text', text: value })
export const whole = (value: number | null): Cell => (value === null ? null : { kind: 'whole', value })

/** "20/06/2022". */
const british = (date: CalendarDate) => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

/** Two columns: whole pence, and pounds. */
export function money<S>(head: string, of: (subject: S, c: Circumstances) => number | null): Field<S>[] {
  return [
    { head: `${head}_pence`, cell: (subject, c) => whole(of(subject, c)) },
    {
      head: `${head}_gbp`,
      cell: (subject, c) => {
        const pence = of(subject, c)
        return pence === null ? null : { kind: 'pounds', pence }
      },
    },
  ]
}

/** Two columns: ISO, and as Britain writes it. */
export function date<S>(head: string, of: (subject: S, c: Circumstances) => CalendarDate | null): Field<S>[] {
  return [
    { head, cell: (subject, c) => text(of(subject, c)) },
    {
      head: `${head}_uk`,
      cell: (subject, c) => {
        const day = of(subject, c)
        return text(day && british(day))
      },
    },
  ]
}
