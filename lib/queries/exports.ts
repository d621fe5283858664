import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { NewCollectionsExport } from '@/lib/collections/export-rows'
import { ProblemError } from '@/lib/problem'
import type { ExportProgress, NewScheduleExport } from '@/lib/schedules/export-contract'
import { bff, bffFile, shapesOf } from './bff'

// Files that the BFF makes. One that takes its time is asked after until it is there.

const shapes = () => import('@/lib/schedules/export-schemas')
const shape = shapesOf(shapes)
const ASK_EVERY_MS = 1_000

export type NewExport =
  | NewScheduleExport
  | NewCollectionsExport
  | { what: 'activity'; format: 'csv'; filter: Record<string, string>; columns?: string[] }
export type ExportedFile = { name: string; file: Blob }

const pause = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ASK_EVERY_MS)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

async function progressIn(later: unknown): Promise<ExportProgress> {
  const { exportProgress } = await shapes()
  const told = exportProgress.safeParse(later)
  if (!told.success) throw new ProblemError({ kind: 'unreadable' })
  return told.data
}

/**
 * Has a file made and fetches it; `onRead` hears how many records were read for it so far. Throws ProblemError, and what
 * `signal` was ended with.
 */
export async function exportFile(
  asked: NewExport,
  { onRead = () => undefined, signal }: { onRead?: (read: number) => void; signal?: AbortSignal } = {},
): Promise<ExportedFile> {
  const first = await bffFile('/api/exports', asked)
  if ('file' in first) return first
  let progress = await progressIn(first.later)
  const path = `/api/exports/${progress.id}`
  while (progress.state === 'making') {
    onRead(progress.read)
    await pause(signal)
    progress = await bff(shape('exportProgress'), path, signal ? { signal } : {})
  }
  if (progress.problem) throw new ProblemError(progress.problem)
  const file = await bffFile(`${path}/file`)
  if ('file' in file) return file
  throw new ProblemError({ kind: 'unreadable' })
}

/** A file for a dialog: `read` counts what was read for it so far, and nothing is waited for once the dialog has gone. */
export function useFileExport(onMade: (file: ExportedFile) => void) {
  const [read, setRead] = useState(0)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const { mutate, isPending, error } = useMutation<ExportedFile, ProblemError, NewExport>({
    mutationFn: (asked) => {
      stop.current = new AbortController()
      setRead(0)
      return exportFile(asked, { onRead: setRead, signal: stop.current.signal })
    },
    onSuccess: onMade,
  })
  return { make: mutate, read, busy: isPending, problem: error?.problem ?? null }
}
