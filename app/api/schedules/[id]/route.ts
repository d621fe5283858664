import { amendSchedule } from '@/lib/schedules/change-schemas'
import { readBody } from '@/lib/server/body'
import { makeChange } from '@/lib/server/changes/make-change'
import { lookAtSchedule } from '@/lib/server/copy'
import { handler } from '@/lib/server/handler'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  lookAtSchedule(params.id, { signal: request.signal }),
)

export const PATCH = handler<{ id: string }>('schedules:change', async ({ request, params, operator, key }) => {
  const { basis, terms, ...why } = await readBody(request, amendSchedule)
  return makeChange({ key, operator, schedule: params.id, basis, wanted: { action: 'amend', terms }, why })
})
