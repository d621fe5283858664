import { changeById } from '@/lib/server/changes/second-thoughts'
import { handler } from '@/lib/server/handler'

export const GET = handler<{ id: string }>('schedules:read', ({ params }) => changeById(params.id))
