import 'server-only'
import { createHash } from 'node:crypto'
import { forecastOf } from '@/lib/collections/forecast'
import { projectedUntil } from '@/lib/collections/query'
import { watchItems } from '@/lib/collections/watch'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { isUnreadable, type Schedule, type ScheduleRow } from '@/lib/schedules/model'

// From records of the copy to rows of the tables: pure, so that writing them is all that is left.

/** What a judgement rests on besides the record; another text, and it is made anew. */
export function madeUnder(c: Circumstances): string {
  const { now, extraHolidays, dormancyRedMonths, dormancyAmberMonths, processingDays, cutOffMinutes } = c
  const settings = [dormancyRedMonths, dormancyAmberMonths, processingDays, cutOffMinutes, ...extraHolidays]
  return [now.date, projectedUntil(now.date), ...settings].join(' ')
}

export type CopiedRow = { id: string; mark: string; mandate_id: string | null; record: ScheduleRow }

function excludedFor(record: ScheduleRow): 'record' | 'list' | 'status' | null {
  if (isUnreadable(record)) return 'record'
  if (record.status === 'unrecognised') return 'status'
  return record.status === 'active' && record.upcoming === null ? 'list' : null
}

/** Schedules that share a mandate, together; each other one alone. */
function byMandate(rows: readonly CopiedRow[]): CopiedRow[][] {
  const groups = new Map<string, CopiedRow[]>()
  for (const row of rows) {
    const key = row.mandate_id === null ? `alone ${row.id}` : `mandate ${row.mandate_id}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** Everything that the tables hold of these rows, judged mandate by mandate. All schedules of a mandate have to be among them. */
export function judgementOf(rows: readonly CopiedRow[], c: Circumstances) {
  const until = projectedUntil(c.now.date)
  const under = madeUnder(c)
  const found = byMandate(rows).flatMap((group) => {
    const readable = group.flatMap(({ record }) => (isUnreadable(record) ? [] : [record]))
    const forecasts = forecastOf(readable, until, c)
    return group.map(({ id, mark, mandate_id, record }) => {
      const schedule: Schedule | null = isUnreadable(record) ? null : record
      const { projected = [], atRisk = [] } = forecasts.get(record.id ?? '') ?? {}
      const about = { schedule: id, method: schedule?.method ?? 'unrecognised', kind: schedule?.kind ?? 'unrecognised' }
      const ahead = projected.map(({ date, amount }, place) => ({ ...about, place, due: date, amount }))
      const projection = ahead.length > 0 ? digest(JSON.stringify(ahead)) : ''
      return {
        outlook: { schedule: id, mark, mandate_id, made_under: under, projection, excluded: excludedFor(record) },
        projected: ahead,
        atRisk: atRisk.flatMap(({ row, risk }) => {
          const payment = schedule?.upcoming?.[row]
          return payment ? [{ ...about, place: row, due: payment.date, amount: payment.amount, risk }] : []
        }),
        watch: schedule
          ? watchItems(schedule, readable, c).map(({ kind, date, amount, detail }) => ({
              schedule: id,
              kind,
              due: date,
              amount,
              detail,
            }))
          : [{ schedule: id, kind: 'unreadable' as const, due: null, amount: null, detail: { parts: ['record'] } }],
      }
    })
  })
  return found
}
