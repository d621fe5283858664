import { madeFile } from '@/lib/server/exports/long'
import { handler } from '@/lib/server/handler'

export const GET = handler<{ id: string }>('exports:make', ({ params, operator }) => madeFile(params.id, operator))
