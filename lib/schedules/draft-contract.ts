// A person's own typed work on a schedule, as kept on the server: what was typed, and with which key and basis it will be sent.
import * as z from 'zod/mini'
import { asOf, basis } from './schemas'

/** What typed work is kept under: the schedule's id, with a word before it where it is not of its payments. */
export const DRAFT_NAME = /^(terms-|disable-)?[A-Za-z0-9_-]{1,64}$/

/** `work` is the screen's own; the server only keeps it. */
export const keepDraft = z.strictObject({
  work: z.record(z.string(), z.unknown()),
  key: z.optional(z.nullable(z.uuid())),
  basis: z.optional(z.nullable(basis)),
})
export type KeepDraft = z.infer<typeof keepDraft>

/** Which typed work is to be forgotten: all, or what was kept by then (UTC instant). */
export const forgetDraft = z.optional(z.strictObject({ upTo: z.optional(asOf) }))

export const draft = z.object({
  work: z.record(z.string(), z.unknown()),
  key: z.nullable(z.string()),
  basis: z.nullable(z.string()),
  /** UTC instant. */
  savedAt: asOf,
})
/** Null: nothing is kept. */
export const draftAnswer = z.object({ draft: z.nullable(draft) })
/** What forgetting it answers: nothing that anybody reads. */
export const forgotten = z.unknown()
export type Draft = z.infer<typeof draft>
