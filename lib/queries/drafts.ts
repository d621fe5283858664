import { queryOptions } from '@tanstack/react-query'
import { keepable } from '@/lib/plain-text'
import type { KeepDraft } from '@/lib/schedules/draft-contract'
import type { SavedTerms, SavedWork } from '@/lib/schedules/saved-draft'
import { bff, shapesOf } from './bff'
import { whoIsSignedIn } from './sign-in'
import { isLater, letWait, stopWaiting, waitingNames, waitingWork } from './waiting-work'

// A person's own typed work on a schedule, kept on the server, and in this tab for as long as the server cannot be given it.
// `person` is the e-mail of who types; where it is null, nothing waits in the tab.

const shape = shapesOf(() => import('@/lib/schedules/draft-contract'))
const path = (id: string) => `/api/schedules/${encodeURIComponent(id)}/draft`

/** Whether the BFF says that something is kept: all that whoever keeps typed work wants to know. */
const isKept = (answer: unknown): boolean => {
  const { draft } = (answer ?? {}) as { draft?: { savedAt?: unknown } | null }
  return typeof draft?.savedAt === 'string'
}
/** When what the server has was kept, as far as this tab knows, by the server's clock. */
const seen = new Map<string, string>()

async function put(id: string, body: KeepDraft) {
  const answer = await bff(shape('draftAnswer'), path(id), { method: 'PUT', body, mostly: isKept })
  if (answer.draft) seen.set(id, answer.draft.savedAt)
  return answer
}

/** What the BFF answers where nothing is kept: most editors open with it, and none should wait for a schema then. */
const NOTHING_KEPT = JSON.stringify({ draft: null })

const lines = new Map<string, Promise<unknown>>()
/** One request after the other for each name, the newest wish last: a late answer must not put back what was forgotten. */
function inTurn<T>(id: string, act: () => Promise<T>): Promise<T> {
  const next = (lines.get(id) ?? Promise.resolve()).then(act)
  lines.set(
    id,
    next.catch(() => undefined),
  )
  return next
}

/** Gives the server what waits in this tab, if that person is the one who is signed in by now. Throws ProblemError. */
const putWaiting = (id: string, person: string) =>
  inTurn(id, async () => {
    const waiting = waitingWork(person, id)
    if (!waiting || (await whoIsSignedIn()) !== person) return
    const { work, key, basis } = waiting
    await put(id, { work, key, basis })
    if (waitingWork(person, id)?.savedAt === waiting.savedAt) stopWaiting(id)
  })

/** Gives the server all that waits of that person; what it cannot take goes on waiting. */
export async function putAllWaiting(person: string): Promise<void> {
  await Promise.all(waitingNames().map((id) => putWaiting(id, person).catch(() => undefined)))
}

async function find(id: string, person: string | null, signal: AbortSignal) {
  const ask = async () => {
    const answer = await bff(shape('draftAnswer'), path(id), { signal, mostly: NOTHING_KEPT })
    if (answer.draft) seen.set(id, answer.draft.savedAt)
    return answer
  }
  const waiting = person === null ? null : waitingWork(person, id)
  if (person === null || !waiting) return ask()
  try {
    const answer = await ask()
    if (answer.draft && !isLater(id, answer.draft.savedAt)) {
      stopWaiting(id)
      return answer
    }
    await putWaiting(id, person)
  } catch (error) {
    if (signal.aborted) throw error
  }
  return { draft: waiting }
}

const AGAIN_MS = 10_000

/** Asked once by each opening, and on until there is an answer: before it nobody knows whether earlier work would be overwritten. */
const ASKED_AT_OPENING = {
  staleTime: 0,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  refetchInterval: ({ state }: { state: { status: string } }) => (state.status === 'error' ? AGAIN_MS : false),
} as const

/** What was kept, asked anew by whoever opens an editor: on the server or in this tab, whichever is the later. */
export const draftQuery = (id: string, person: string | null) =>
  queryOptions({
    queryKey: ['drafts', person, id],
    queryFn: ({ signal }) => find(id, person, signal),
    ...ASKED_AT_OPENING,
  })

/** Payments as they were being changed, with the key of their confirmation, their basis and the UTC instant of their keeping. */
export type FoundWork = SavedWork & { key: string | null; basis: string; savedAt: string }

/** What was kept of the payments of a schedule; null where there is nothing that can be read. */
export const workDraftQuery = (id: string, person: string | null) =>
  queryOptions({
    queryKey: ['work-drafts', person, id],
    ...ASKED_AT_OPENING,
    queryFn: async ({ signal }): Promise<FoundWork | null> => {
      const { draft } = await find(id, person, signal)
      if (!draft?.basis) return null
      const { unpackWork } = await import('@/lib/schedules/saved-draft')
      const work = unpackWork(draft.work)
      return work && { ...work, basis: draft.basis, key: draft.key, savedAt: draft.savedAt }
    },
  })

/** The form of a schedule's rule as it was typed, with the basis it was typed on, the key of its confirmation and the UTC instant of its keeping. */
export type FoundTerms = SavedTerms & { basis: string; key: string | null; savedAt: string }

/** The form of the rule is kept beside the payments' draft of the same schedule, not in its place. */
export const termsName = (id: string): string => `terms-${id}`

/** Why a schedule is to be disabled is kept beside both. */
export const disableName = (id: string): string => `disable-${id}`

/** What was kept of the form of a rule; null where there is nothing that can be read. */
export const termsDraftQuery = (id: string, person: string | null) =>
  queryOptions({
    queryKey: ['terms-drafts', person, id],
    ...ASKED_AT_OPENING,
    queryFn: async ({ signal }): Promise<FoundTerms | null> => {
      const { draft } = await find(termsName(id), person, signal)
      if (!draft?.basis) return null
      const { unpackTerms } = await import('@/lib/schedules/saved-draft')
      const terms = unpackTerms(draft.work)
      return terms && { ...terms, basis: draft.basis, key: draft.key, savedAt: draft.savedAt }
    },
  })

/**
 * Keeps typed work, with the key of its confirmation and the basis it was typed on. Throws ProblemError where the server
 * did not keep it; it then waits in this tab.
 */
export function keepDraft(id: string, { work, key, basis }: KeepDraft, person: string | null) {
  // One word that may not be kept must not cost the rest; it stands on the screen, where it is refused by name.
  const body: KeepDraft = { work: keepable(work), key, basis }
  // Before the request, not after it: a page that goes meanwhile runs nothing any more.
  const savedAt = new Date().toISOString()
  if (person !== null)
    letWait(person, id, { work: body.work, key: body.key ?? null, basis: body.basis ?? null, savedAt }, seen.get(id))
  return inTurn(id, async () => {
    const kept = await put(id, body)
    if (person === null || waitingWork(person, id)?.savedAt === savedAt) stopWaiting(id)
    return kept
  })
}

/** Forgets it: saved, or discarded. What another tab of the same person has kept since stays. */
export function dropDraft(id: string) {
  stopWaiting(id)
  return inTurn(id, () => {
    const upTo = seen.get(id)
    return bff(shape('forgotten'), path(id), { method: 'DELETE', body: upTo ? { upTo } : {}, mostly: () => true })
  })
}
