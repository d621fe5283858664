// Reading filters out of a typed text, fetched with the first letter that somebody types.
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Taken } from '@/lib/schedules/search-operators'

const load = () => import('@/lib/schedules/search-operators')
let loaded: Awaited<ReturnType<typeof load>> | undefined

/** As takeOperators, as soon as that is there; null until then. */
export function takeTyped(text: string, c: Circumstances, whole: boolean): Taken | null {
  if (loaded) return loaded.takeOperators(text, c, whole)
  load().then(
    (module) => {
      loaded = module
    },
    () => undefined,
  )
  return null
}
