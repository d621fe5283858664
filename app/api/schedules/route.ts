import { newSchedule } from '@/lib/schedules/change-schemas'
import { readBody } from '@/lib/server/body'
import { createIntent } from '@/lib/server/changes/create-intent'
import { makeChange } from '@/lib/server/changes/make-change'
import { handler } from '@/lib/server/handler'
import { listForScreen } from '@/lib/server/reading/list'
import { strictListQuery } from '@/lib/server/reading/schedules'

export const GET = handler('schedules:read', ({ request, url }) =>
  listForScreen(strictListQuery(url.searchParams), { signal: request.signal }),
)

export const POST = handler('schedules:create', async ({ request, operator, key }) =>
  makeChange({ key, operator, ...createIntent(await readBody(request, newSchedule)) }),
)
