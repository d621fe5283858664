import { handler } from '@/lib/server/handler'
import { answerCustomerOfMandate } from '@/lib/server/reading/payers'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  answerCustomerOfMandate(params.id, { signal: request.signal }),
)
