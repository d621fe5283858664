// What would be said of a payment if a command were done: the same judgement as on the draft, before it is one.
import { type Draft, rowOf } from '@/lib/schedules/draft'
import { judgeDraft } from '@/lib/schedules/draft-check'
import { applyCommand, type Command } from '@/lib/schedules/draft-commands'
import type { Schedule } from '@/lib/schedules/model'
import { type Remark, remarkWords } from './remark-words'
import type { DraftState } from './use-draft'

export type Trial = { after: Draft; remarks: Remark[] }

/** The draft after `commands`, and the remarks on the row `id`; of a row that is added by them, on the newest one (`id` null). */
export function tryOut(
  { draft, setting, c }: Pick<DraftState, 'draft' | 'setting' | 'c'>,
  schedule: Schedule,
  commands: readonly Command[],
  id: string | null,
): Trial {
  const after = commands.reduce((now, command) => applyCommand(now, command, setting), draft)
  const row = id === null ? after.rows.find((one) => !rowOf(draft, one.id)) : rowOf(after, id)
  const remarks = row ? (judgeDraft(schedule, after, c).remarks.get(row.id) ?? []) : []
  return { after, remarks: row ? remarks.map((remark) => remarkWords(remark, row, c)) : [] }
}
