import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewView, SavedView } from '@/lib/schedules/views'
import { bff, shapesOf } from './bff'
import { VIEWS_KEY } from './views'

// Saving and deleting views: fetched with the dialogs that do it.

const shape = shapesOf(() => import('@/lib/schedules/view-schemas'))

type Listed = { views: SavedView[] }

/** Saves a view, or puts one in the place of what it was. */
export function useSaveView() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, wanted }: { id?: string; wanted: NewView }) => {
      const path = id === undefined ? '/api/views' : `/api/views/${id}`
      const method = id === undefined ? 'POST' : 'PUT'
      const { view } = await bff(shape('viewAnswer'), path, { method, body: wanted })
      return view
    },
    onSuccess: (view) => {
      // At once, so that what leads to it can be shown.
      cache.setQueryData<Listed>(VIEWS_KEY, (last) => ({
        views: [...(last?.views ?? []).filter(({ id }) => id !== view.id), view],
      }))
    },
    onSettled: () => cache.invalidateQueries({ queryKey: VIEWS_KEY }),
  })
}

export function useDeleteView() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => bff(shape('viewGone'), `/api/views/${id}`, { method: 'DELETE', body: {} }),
    onSuccess: (_, gone) => {
      cache.setQueryData<Listed>(VIEWS_KEY, (last) => ({ views: (last?.views ?? []).filter(({ id }) => id !== gone) }))
    },
    onSettled: () => cache.invalidateQueries({ queryKey: VIEWS_KEY }),
  })
}
