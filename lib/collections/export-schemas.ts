// What is asked of the BFF when upcoming collections leave as a file.
import * as z from 'zod/mini'

/** `filter`: names and texts of the page's own address, and the payments' `band` where each row is a payment. */
export const newCollectionsExport = z.strictObject({
  what: z.enum(['collections']),
  format: z.enum(['csv', 'xlsx'], 'Collections are exported as csv or xlsx.'),
  filter: z.record(z.string(), z.string()),
  /** Absent: a row for each day. */
  rows: z.optional(z.enum(['day', 'payment'], 'A row is a day or a payment.')),
})
