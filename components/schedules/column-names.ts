// The columns that exist, by name; what stands in them is in columns.tsx.

export const COLUMN_NAMES = {
  reference: 'Reference',
  payer: 'Payer',
  method: 'Method',
  kind: 'Type',
  amount: 'Amount',
  frequency: 'Frequency',
  next: 'Next payment',
  after: 'Then',
  status: 'Status',
  flags: 'Flags',
  auddis: 'AUDDIS reference',
  collectionDay: 'Collection day',
  instalmentsLeft: 'Instalments left',
  upcomingTotal: 'Upcoming total',
  firstPayment: 'First payment',
  ends: 'Ends',
  created: 'Created',
  description: 'Description',
} as const

export type ColumnId = keyof typeof COLUMN_NAMES

export const COLUMN_IDS = Object.keys(COLUMN_NAMES) as readonly ColumnId[]

/** What stands there before anybody chooses. */
export const STANDARD_COLUMNS: readonly ColumnId[] = [
  'reference',
  'payer',
  'method',
  'kind',
  'amount',
  'frequency',
  'next',
  'after',
  'status',
  'flags',
]

/** Columns that a view brings, as far as they are known here; null: it brings none. */
export function columnsOf(view: { columns: readonly string[] | null }): ColumnId[] | null {
  const known = (view.columns ?? []).flatMap((name) => COLUMN_IDS.find((id) => id === name) ?? [])
  return known.includes('reference') ? [...new Set(known)] : null
}
