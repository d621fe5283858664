import { handler } from '@/lib/server/handler'
import { answerSchedule } from '@/lib/server/reading/schedules'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  answerSchedule(params.id, { signal: request.signal }),
)
