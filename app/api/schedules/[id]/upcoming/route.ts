import { replaceUpcoming } from '@/lib/schedules/change-schemas'
import { readBody } from '@/lib/server/body'
import { makeChange } from '@/lib/server/changes/make-change'
import { handler } from '@/lib/server/handler'

export const PUT = handler<{ id: string }>('schedules:change', async ({ request, params, operator, key }) => {
  const { basis, payments, ...why } = await readBody(request, replaceUpcoming)
  return makeChange({
    key,
    operator,
    schedule: params.id,
    basis,
    wanted: { action: 'replace-upcoming', payments },
    why,
  })
})
