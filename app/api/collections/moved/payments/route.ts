import { readMovedPaymentsQuery } from '@/lib/collections/moved-query'
import { circumstances } from '@/lib/server/clock'
import { handler } from '@/lib/server/handler'
import { faultless } from '@/lib/server/query-faults'
import { readMoved } from '@/lib/server/snapshots/moved'

export const GET = handler('schedules:read', ({ url }) =>
  readMoved(faultless(readMovedPaymentsQuery(url.searchParams, circumstances().now.date))),
)
