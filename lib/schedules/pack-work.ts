import type { PackedWork, SavedWork } from './saved-draft'

/** For keeping: JSON-safe, some 50 bytes a row. */
export function packWork({ draft, asOf: readAt, why }: SavedWork): Record<string, unknown> {
  const work: PackedWork = {
    kind: 'upcoming',
    version: 1,
    asOf: readAt,
    listed: draft.listed.map(({ date, amount }) => [date, amount]),
    rows: draft.rows.map((row) => [
      row.id,
      row.date,
      row.amount,
      row.unreadDate,
      row.unreadAmount,
      row.remembered,
      row.pinned,
      row.chosen,
    ]),
    nextId: draft.nextId,
    why,
  }
  return work
}
