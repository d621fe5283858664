import * as z from 'zod'
import { newExport as newActivityExport } from '@/lib/activity/schemas'
import { newCollectionsExport } from '@/lib/collections/export-schemas'
import { newScheduleExport } from '@/lib/schedules/export-schemas'
import { readBody } from '@/lib/server/body'
import { makeActivityFile } from '@/lib/server/exports/activity-file'
import { makeCollectionsFile } from '@/lib/server/exports/collections-file'
import { fileOrProgress } from '@/lib/server/exports/long'
import { makeScheduleFile } from '@/lib/server/exports/schedules-file'
import { handler } from '@/lib/server/handler'

const newExport = z.discriminatedUnion('what', [newActivityExport, newScheduleExport, newCollectionsExport])

/** The file, or 202 with its progress where it takes longer than some seconds. */
export const POST = handler('exports:make', async ({ request, operator }) => {
  const asked = await readBody(request, newExport)
  const answer = await fileOrProgress(operator, (onRead) => {
    if (asked.what === 'activity') return makeActivityFile(asked, operator)
    if (asked.what === 'collections') return makeCollectionsFile(asked, operator, onRead)
    return makeScheduleFile(asked, operator, onRead)
  })
  return answer instanceof Response ? answer : Response.json(answer, { status: 202 })
})
