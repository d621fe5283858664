import { resolveChange as resolution } from '@/lib/schedules/change-schemas'
import { readBody } from '@/lib/server/body'
import { resolveChange } from '@/lib/server/changes/second-thoughts'
import { handler } from '@/lib/server/handler'

export const POST = handler<{ id: string }>('changes:resolve', async ({ request, params, operator }) =>
  resolveChange(params.id, await readBody(request, resolution), operator),
)
