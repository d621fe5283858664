// A draft as the server keeps it for its person: compact, and read back with care, since it may be of an older dashboard.
import * as z from 'zod/mini'
import { calendarDate, pence } from '@/lib/schemas'
import type { Draft, DraftRow } from './draft'
import { asOf, collectionDay } from './schemas'

const VERSION = 1
const typed = z.nullable(z.string().check(z.maxLength(200)))
/** id, date, amount, unread date, unread amount, remembered amount, pinned, chosen. */
const savedRow = z.tuple([
  z.string(),
  z.nullable(calendarDate),
  z.nullable(pence),
  typed,
  typed,
  z.nullable(pence),
  z.boolean(),
  z.boolean(),
])
const savedWork = z.object({
  kind: z.literal('upcoming'),
  version: z.literal(VERSION),
  asOf,
  listed: z.array(z.tuple([calendarDate, pence])),
  rows: z.array(savedRow),
  nextId: z.int(),
  why: z.object({ reason: z.string(), note: z.string(), agreedTo: z.nullable(z.string()) }),
})

/** A draft in the form in which it is kept. */
export type PackedWork = z.infer<typeof savedWork>

/** What is typed beside the rows: reason and note, and the words that were agreed to. */
export type SavedWhy = z.infer<typeof savedWork>['why']
/** A draft, when its list was read (UTC instant), and what was filled in in its review. */
export type SavedWork = { draft: Draft; asOf: string; why: SavedWhy }

/** What was kept; null where it is something else or of another version. */
export function unpackWork(kept: unknown): SavedWork | null {
  const read = savedWork.safeParse(kept)
  if (!read.success) return null
  const listed = read.data.listed.map(([date, amount]) => ({ date, amount }))
  const rows = read.data.rows.map(
    ([id, date, amount, unreadDate, unreadAmount, remembered, pinned, chosen]): DraftRow | null => {
      const place = /^row-(\d+)$/.exec(id)?.[1]
      const own = place === undefined ? null : (listed[Number(place)] ?? null)
      if (place !== undefined && own === null) return null
      return { id, listed: own, date, amount, unreadDate, unreadAmount, remembered, pinned, chosen }
    },
  )
  if (rows.includes(null)) return null
  return {
    draft: { listed, rows: rows.filter((row) => row !== null), nextId: read.data.nextId },
    asOf: read.data.asOf,
    why: read.data.why,
  }
}

const text = z.string().check(z.maxLength(200))
const date = z.nullable(calendarDate)
const amount = z.nullable(pence)
const count = z.nullable(z.int())
const savedTerms = z.object({
  kind: z.literal('terms'),
  version: z.literal(VERSION),
  asOf,
  text: z.object({
    amount: text,
    collectionDay: text,
    collectionStretch: text,
    ends: z.enum(['never', 'on']),
    endDate: text,
    firstCollectionAmount: text,
    firstCollectionDate: text,
    nextCollectionDate: text,
    instalments: text,
    firstTwoInSameMonth: z.boolean(),
  }),
  keeping: z.catch(z.enum(['keep', 'let-go']), 'keep'),
  was: z.object({
    amount,
    collectionDay: z.nullable(collectionDay),
    collectionStretch: count,
    endDate: date,
    firstCollectionAmount: amount,
    firstCollectionDate: date,
    startDate: date,
    nextCollectionDate: date,
    instalments: count,
  }),
  why: z.object({ reason: z.string(), note: z.string(), agreedTo: z.nullable(z.string()) }),
})

/** The form of a rule as typed, what becomes of rows that differ from it, the rule it was typed on with the instant of its reading (UTC), and reason and note. */
export type SavedTerms = Omit<z.infer<typeof savedTerms>, 'kind' | 'version'>

/** What was kept of the form of a rule; null where it is something else or of another version. */
export function unpackTerms(kept: unknown): SavedTerms | null {
  const read = savedTerms.safeParse(kept)
  if (!read.success) return null
  const { asOf: readAt, text: typedText, keeping, was, why } = read.data
  return { asOf: readAt, text: typedText, keeping, was, why }
}
