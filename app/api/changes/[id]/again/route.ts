import { tryAgain } from '@/lib/server/changes/second-thoughts'
import { handler } from '@/lib/server/handler'

export const POST = handler<{ id: string }>('schedules:change', ({ params, operator, key }) =>
  tryAgain(params.id, key, operator),
)
