import { handler } from '@/lib/server/handler'
import { healthDetails } from '@/lib/server/index-status'

export const GET = handler('health:details', () => healthDetails())
