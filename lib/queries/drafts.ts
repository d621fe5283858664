import { queryOptions } from '@tanstack/react-query'
import type { KeepDraft } from '@/lib/schedules/draft-contract'
import { bff, shapesOf } from './bff'

// A person's own typed work on a schedule, kept on the server.

const shape = shapesOf(() => import('@/lib/schedules/draft-contract'))
const path = (id: string) => `/api/schedules/${encodeURIComponent(id)}/draft`

/** What was kept, asked anew by whoever opens an editor. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) => bff(shape('draftAnswer'), path(id), { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Keeps typed work, with the key of its confirmation and the basis it was typed on. */
export const keepDraft = (id: string, body: KeepDraft) => bff(shape('draftAnswer'), path(id), { method: 'PUT', body })

/** Forgets it: saved, or discarded. */
export const dropDraft = (id: string) => bff(shape('forgotten'), path(id), { method: 'DELETE', body: {} })
