import { handler } from '@/lib/server/handler'
import { answerCustomerOfCard } from '@/lib/server/reading/payers'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  answerCustomerOfCard(params.id, { signal: request.signal }),
)
