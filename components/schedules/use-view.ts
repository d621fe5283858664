'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { viewsQuery } from '@/lib/queries/views'
import { differsFromView, type SavedView } from '@/lib/schedules/views'
import { type ListAddress, type listHref, PAGE_QUERY, readListAddress } from './list-address'
import { readView, viewHref } from './view-address'

const NONE: readonly SavedView[] = []

/** The list's address with the view in it: what is asked for, and how the next address is written. `indexed`: the index answers. */
export function useView(params: URLSearchParams, indexed: boolean) {
  const today = useCircumstances().now.date
  const saved = useQuery(viewsQuery).data?.views ?? NONE
  const opensElsewhere = saved.some(({ opens }) => opens)
  const { address, view } = useMemo(() => {
    const found = readView(params, saved, today)
    const read = readListAddress(found.params, { indexed })
    const ignored = found.missing
      ? ['The view does not exist, or is not shared with you.', ...read.ignored]
      : read.ignored
    const whole: ListAddress = { ...read, ignored }
    return { address: whole, view: found.view }
  }, [params, saved, today, indexed])
  const changed =
    differsFromView(view, address.query, PAGE_QUERY, today) ||
    (view.columns !== null && address.columns !== null && address.columns.join() !== view.columns.join())
  return {
    address,
    view,
    saved,
    changed,
    /** As listHref, within the view, or within another. */
    hrefOf: (query: ListAddress['query'], columns: ListAddress['columns'], within = view) =>
      viewHref([query, columns] satisfies Parameters<typeof listHref>, { view: within, today, opensElsewhere }),
  }
}
