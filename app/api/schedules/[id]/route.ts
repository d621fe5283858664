import { lookAtSchedule } from '@/lib/server/copy'
import { handler } from '@/lib/server/handler'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  lookAtSchedule(params.id, { signal: request.signal }),
)
