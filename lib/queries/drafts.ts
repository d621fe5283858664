import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { draftAnswer, type KeepDraft } from '@/lib/schedules/draft-contract'
import { bff } from './bff'

// A person's own typed work on a schedule, kept on the server.

const path = (id: string) => `/api/schedules/${encodeURIComponent(id)}/draft`

/** What was kept, asked anew by whoever opens an editor. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) => bff(draftAnswer, path(id), { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Keeps typed work, with the key of its confirmation and the basis it was typed on. */
export const keepDraft = (id: string, body: KeepDraft) => bff(draftAnswer, path(id), { method: 'PUT', body })

/** Forgets it: saved, or discarded. */
export const dropDraft = (id: string) => bff(z.unknown(), path(id), { method: 'DELETE', body: {} })
