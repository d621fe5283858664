import { wantPass } from '@/lib/server/book/sync'
import { handler } from '@/lib/server/handler'
import { indexStatus } from '@/lib/server/index-status'

export const GET = handler('schedules:read', () => indexStatus())

/** Asks for a pass over the book now; answers at once, with the state before it. */
export const POST = handler('schedules:read', async () => {
  await wantPass()
  return indexStatus()
})
