import { readActivityQuery } from '@/lib/activity'
import { badInput, ProblemError } from '@/lib/problem'
import { findEntry, listEntries } from '@/lib/server/activity'
import { handler } from '@/lib/server/handler'

/** The log as people read it: the phases of one change stand together. `entry`: the one that holds that record. */
export const GET = handler('activity:read', ({ url, operator }) => {
  const { query, faults } = readActivityQuery(url.searchParams, ['entry'])
  if (faults.length > 0) throw new ProblemError({ kind: 'bad-input', fields: faults })
  const asked = url.searchParams.getAll('entry')
  if (asked.length === 0) return listEntries(query, operator)
  if (asked.length > 1 || !/^[1-9]\d{0,14}$/.test(asked[0] ?? ''))
    throw badInput('entry', 'This is not a number of an entry.')
  return findEntry(Number(asked[0]), operator)
})
