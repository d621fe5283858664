import { lineageOf } from '@/lib/server/changes/lineage'
import { handler } from '@/lib/server/handler'

export const GET = handler<{ id: string }>('schedules:read', ({ params }) => lineageOf(params.id))
