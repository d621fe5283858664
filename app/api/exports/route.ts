import { newExport } from '@/lib/activity/schemas'
import { readBody } from '@/lib/server/body'
import { exportActivity } from '@/lib/server/exports'
import { handler } from '@/lib/server/handler'

export const POST = handler('exports:make', async ({ request, operator }) => {
  const { name, text } = await exportActivity(await readBody(request, newExport), operator)
  return new Response(text, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` },
  })
})
