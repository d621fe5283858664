import { readActivityQuery } from '@/lib/activity'
import { ProblemError } from '@/lib/problem'
import { listActivity } from '@/lib/server/activity'
import { handler } from '@/lib/server/handler'

export const GET = handler('activity:read', ({ url, operator }) => {
  const { query, faults } = readActivityQuery(url.searchParams)
  if (faults.length > 0) throw new ProblemError({ kind: 'bad-input', fields: faults })
  return listActivity(query, operator)
})
