import type { Method } from '@/lib/schedules/model'

// The list is a table by its elements and a grid by its looks: its columns are as wide as they are whatever stands in them, so
// that a key typed in one row, or a row scrolled into sight, asks nothing of the other hundreds.

const BACS =
  'sm:grid sm:grid-cols-[2rem_11.625rem_8.5rem_7.3125rem_minmax(7rem,1fr)_6rem] lg:grid-cols-[2rem_11.625rem_8.5rem_7.3125rem_minmax(5rem,1fr)_5.5rem_8.75rem_13.25rem]'
const CARD =
  'sm:grid sm:grid-cols-[2rem_11.625rem_8.5rem_7.3125rem_minmax(7rem,1fr)_6rem] lg:grid-cols-[2rem_11.625rem_8.5rem_7.3125rem_minmax(5rem,1fr)_13.25rem]'

/** Lays a row out: mark, date, amount, state, comparison, for Direct Debits notice and last moment from `lg` on, acts. */
export const columnsOf = (method: Method): string => (method === 'card' ? CARD : BACS)
