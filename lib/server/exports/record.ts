import 'server-only'
import { ProblemError } from '@/lib/problem'
import { log } from '../log'
import type { Operator } from '../operator'
import { recordAlone } from '../records'

/** What left, for whom: no file without its record. */
export type Exported = {
  what: string
  format: string
  filter: unknown
  columns: readonly string[]
  /** Ids that somebody chose one by one. */
  selected?: readonly string[]
  rows: number
}

/** Puts an export on record before it leaves. Throws not-recorded. */
export async function recordExport({ email, role }: Operator, after: Exported): Promise<void> {
  await recordAlone({ at: new Date(), person: email, role, source: 'person', action: 'export', after }).catch(
    (error: unknown) => {
      log('error', 'export.record', {}, error)
      throw new ProblemError({ kind: 'not-recorded' })
    },
  )
}
