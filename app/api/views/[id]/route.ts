import { newView } from '@/lib/schedules/view-schemas'
import { readBody } from '@/lib/server/body'
import { handler } from '@/lib/server/handler'
import { changeView, deleteView } from '@/lib/server/views'

type Names = { id: string }

export const PUT = handler<Names>('views:keep', async ({ request, params, operator }) => ({
  view: await changeView(params.id, await readBody(request, newView), operator),
}))

export const DELETE = handler<Names>('views:keep', ({ params, operator }) => deleteView(params.id, operator))
