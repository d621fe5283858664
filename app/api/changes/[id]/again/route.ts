import { tryAgain as nothing } from '@/lib/schedules/change-schemas'
import { readBody } from '@/lib/server/body'
import { tryAgain } from '@/lib/server/changes/second-thoughts'
import { handler } from '@/lib/server/handler'

export const POST = handler<{ id: string }>('schedules:change', async ({ request, params, operator, key }) => {
  await readBody(request, nothing)
  return tryAgain(params.id, key, operator)
})
