import { readMovedQuery } from '@/lib/collections/moved-query'
import { circumstances } from '@/lib/server/clock'
import { handler } from '@/lib/server/handler'
import { faultless } from '@/lib/server/query-faults'
import { readBridge } from '@/lib/server/snapshots/moved'

export const GET = handler('schedules:read', ({ url }) =>
  readBridge(faultless(readMovedQuery(url.searchParams, circumstances().now.date))),
)
