import { handler } from '@/lib/server/handler'
import { answerMandate } from '@/lib/server/reading/payers'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  answerMandate(params.id, { signal: request.signal }),
)
