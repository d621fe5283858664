import 'server-only'
import { createHash } from 'node:crypto'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { amountsOf, endOf, frequencyOf, skippedOf } from '@/lib/schedules/find'
import { isUnreadable, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import { ruleDifferences } from '@/lib/schedules/rule-differences'
import { foldReference } from '@/lib/schedules/search-text'
import { dueOf } from '@/lib/schedules/standing'
import { basisOf } from '../basis'
import type { Sent } from '../smarterpay/schedules'
import { storableJson } from '../store/storable'

// A record of SmarterPay's as the index holds it: the record itself, and the columns that it is found by.

/** A record as SmarterPay sent it in a list or alone. */
export type Found = {
  /** Its id; where it has none that can be used, "!" and a fingerprint. */
  key: string
  row: ScheduleRow
  /** The parts of a record whose id cannot be used, as far as they can be read; of any other, the schedule. Null: nothing. */
  parts: Schedule | null
  /** The other of its legacy and its newer id, where SmarterPay told both. */
  otherId: string | null
}

/** Far past what SmarterPay allows; what is longer would not fit into a database's index. */
const LONGEST = 200
/** PostgreSQL's text cannot hold what its jsonb cannot. */
function storableText(text: string | null): string | null {
  const short = text?.slice(0, LONGEST) ?? null
  return short && /[\0\ud800-\udfff]/.test(short) ? (JSON.parse(storableJson(short)) as string) : short
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Worked out once for each record found: a pass asks for them again and again. */
function once<T>(work: (found: Found) => T): (found: Found) => T {
  const known = new WeakMap<Found, T>()
  return (found) => {
    const before = known.get(found)
    if (before !== undefined) return before
    const made = work(found)
    known.set(found, made)
    return made
  }
}

/** The record as JSON for a column. */
export const recordOf = once(({ row }) => storableJson(row))

/** Equal for two sights of one state, texts included. */
export const markOf = once((found) => {
  const { row, parts } = found
  return digest(row === parts ? recordOf(found) : storableJson([row, parts])).slice(0, 22)
})

/** The key of a record whose id cannot be used: the same id has the same key or, without any, the same record. */
const keyWithoutId = (id: string | undefined, record: unknown): string =>
  `!${digest(id ?? JSON.stringify(record) ?? '').slice(0, 22)}`

/** A schedule that was read alone under `askedId`, or that a change of ours left. */
export const foundAlone = (schedule: Schedule, askedId: string = schedule.id): Found => ({
  key: schedule.id,
  row: schedule,
  parts: schedule,
  otherId: askedId === schedule.id ? null : askedId,
})

/** A record of a list. */
export function foundInList({ row, parts, legacyId, record }: Sent): Found {
  const key = isUnreadable(row) ? keyWithoutId(row.id, record) : row.id
  return { key, row, parts, otherId: legacyId }
}

/** Years that a database and people both know. */
const inTime = <T extends string>(text: T | null): T | null =>
  text && /^(1[6-9]|[2-9]\d)\d\d-/.test(text) ? text : null
const lower = (text: string | null) => storableText(text)?.toLowerCase() ?? null

/**
 * What free search looks through, a line each, with an empty one before and after. Ids and references stand there as read
 * aloud too, where that differs.
 */
export function wordsOf({ row, parts, otherId }: Found): string {
  const { customReference, auddis, mandateId, cardId, description } = parts ?? {}
  const asLines = (texts: (string | null | undefined)[]) =>
    texts.flatMap((text) => lower(text ?? null)?.replaceAll('\n', ' ') || [])
  const names = asLines([row.id, otherId, customReference, auddis, mandateId, cardId])
  const words = [...new Set([...names, ...asLines([description, ...names.map(foldReference)])])]
  return `\n${words.join('\n')}\n`
}

type Columns = ReturnType<typeof findable>
const prepared = new WeakMap<Found, { day: CalendarDate; columns: Columns }>()

/** Works out by what a record is found, ahead of its writing: what a pass does while the store is busy, nobody waits for later. */
export function prepare(found: Found, c: Circumstances): Columns {
  const before = prepared.get(found)
  if (before?.day === c.now.date) return before.columns
  const columns = findable(found, c)
  prepared.set(found, { day: c.now.date, columns })
  return columns
}

/** The columns of a row of `schedules` beside its record, by their names there, for json_to_recordset. `seenAt`: UTC, when the read began. */
export const columnsOf = (found: Found, seenAt: Date, c: Circumstances) => ({
  ...prepare(found, c),
  seen_at: seenAt.toISOString(),
})

function findable(found: Found, c: Circumstances) {
  const { key, row, parts, otherId } = found
  return {
    id: storableText(key),
    other_id: otherId,
    basis: isUnreadable(row) ? markOf(found) : basisOf(row),
    mark: markOf(found),
    readable: !isUnreadable(row),
    status: parts?.status ?? 'unrecognised',
    kind: parts?.kind ?? 'unrecognised',
    method: parts?.method ?? 'unrecognised',
    amount: parts?.amount ?? null,
    amounts: parts ? amountsOf(parts) : [],
    frequency: parts && frequencyOf(parts),
    collection_day: parts && dayOf(parts),
    next_on: parts && inTime(parts.nextCollectionDate),
    due_on: isUnreadable(row) ? null : inTime(dueOf(row).date),
    starts_on: parts && inTime(parts.firstCollectionDate ?? parts.startDate),
    ends_on: parts && inTime(endOf(parts)),
    created_at: parts && inTime(parts.createdAt),
    reference: lower(parts?.customReference ?? null),
    auddis: lower(parts?.auddis ?? null),
    mandate_id: storableText(parts?.mandateId ?? null),
    card_id: storableText(parts?.cardId ?? null),
    differs: parts !== null && ruleDifferences(parts, c).length > 0,
    skipped: parts && skippedOf(parts),
    unreadable: parts?.unreadable ?? [],
    words: wordsOf(found),
  }
}

function dayOf({ collectionPeriod, collectionDay }: Schedule): number | null {
  if (collectionPeriod === 'weekly') return null
  return collectionDay === 'last' ? 31 : collectionDay
}
