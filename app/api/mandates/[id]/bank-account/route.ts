import { handler } from '@/lib/server/handler'
import { answerBankAccount } from '@/lib/server/reading/payers'

export const GET = handler<{ id: string }>('schedules:read', ({ request, params }) =>
  answerBankAccount(params.id, { signal: request.signal }),
)
