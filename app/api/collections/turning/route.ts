import { readCollectionsQuery } from '@/lib/collections/query'
import { circumstances } from '@/lib/server/clock'
import { readTurnings } from '@/lib/server/collections'
import { handler } from '@/lib/server/handler'
import { faultless } from '@/lib/server/query-faults'

export const GET = handler('schedules:read', ({ url }) =>
  readTurnings(faultless(readCollectionsQuery(url.searchParams, circumstances().now.date))),
)
