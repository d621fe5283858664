import { readRangeQuery } from '@/lib/collections/moved-query'
import { circumstances } from '@/lib/server/clock'
import { handler } from '@/lib/server/handler'
import { faultless } from '@/lib/server/query-faults'
import { listSnapshots } from '@/lib/server/snapshots/moved'
import { takeSnapshot } from '@/lib/server/snapshots/take'

export const GET = handler('schedules:read', ({ url }) =>
  listSnapshots(faultless(readRangeQuery(url.searchParams, circumstances().now.date))),
)

/** Keeps what is listed now; answers with the number of the snapshot. */
export const POST = handler('snapshots:take', async ({ operator }) => ({
  id: await takeSnapshot({ person: operator.email }),
}))
