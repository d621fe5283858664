import { newView } from '@/lib/schedules/view-schemas'
import { readBody } from '@/lib/server/body'
import { handler } from '@/lib/server/handler'
import { listViews, saveView } from '@/lib/server/views'

export const GET = handler('views:keep', async ({ operator }) => ({ views: await listViews(operator) }))

export const POST = handler('views:keep', async ({ request, operator }) => ({
  view: await saveView(await readBody(request, newView), operator),
}))
