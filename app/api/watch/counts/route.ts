import { handler } from '@/lib/server/handler'
import { readWatchCounts } from '@/lib/server/watch'

export const GET = handler('watch:read', readWatchCounts)
