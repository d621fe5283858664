import { handler } from '@/lib/server/handler'
import { answerCard } from '@/lib/server/reading/payers'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  answerCard(params.id, { signal: request.signal }),
)
