import { disableSchedule } from '@/lib/schedules/change-schemas'
import { readBody } from '@/lib/server/body'
import { makeChange } from '@/lib/server/changes/make-change'
import { handler } from '@/lib/server/handler'

export const POST = handler<{ id: string }>('schedules:disable', async ({ request, params, operator, key }) => {
  const { basis, ...why } = await readBody(request, disableSchedule)
  return makeChange({ key, operator, schedule: params.id, basis, wanted: { action: 'disable' }, why })
})
