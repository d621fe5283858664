import { handler } from '@/lib/server/handler'
import { schedulesOnMandate } from '@/lib/server/reading/list'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  schedulesOnMandate(params.id, { signal: request.signal }),
)
