import { handler } from '@/lib/server/handler'
import { log } from '@/lib/server/log'
import { problemResponse } from '@/lib/server/problem-response'
import { reachStore } from '@/lib/server/store/store'

const LIMIT_MS = 2_000

/** `{ ok: true }`, or 503 when the store does not answer within two seconds. For machines that watch; needs no sign-in. */
export const GET = handler('public', async () => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The store did not answer in time.')), LIMIT_MS)
  })
  try {
    await Promise.race([reachStore(), limit])
    return { ok: true }
  } catch (error) {
    log('error', 'store cannot be reached', {}, error)
    return problemResponse({ kind: 'not-recorded' }, { extra: { ok: false } })
  } finally {
    clearTimeout(timer)
  }
})
