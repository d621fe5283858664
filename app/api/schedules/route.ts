import { handler } from '@/lib/server/handler'
import { listSchedules, strictListQuery } from '@/lib/server/reading/schedules'

export const GET = handler('schedules:read', ({ request, url }) =>
  listSchedules(strictListQuery(url.searchParams), { signal: request.signal }),
)
