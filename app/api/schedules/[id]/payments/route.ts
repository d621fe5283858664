import { handler } from '@/lib/server/handler'
import { answerPaymentsTaken } from '@/lib/server/reading/payers'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  answerPaymentsTaken(params.id, { signal: request.signal }),
)
