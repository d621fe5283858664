import { readWatchQuery } from '@/lib/collections/watch-list'
import { handler } from '@/lib/server/handler'
import { faultless } from '@/lib/server/query-faults'
import { readWatch } from '@/lib/server/watch'

export const GET = handler('watch:read', ({ url }) => readWatch(faultless(readWatchQuery(url.searchParams))))
