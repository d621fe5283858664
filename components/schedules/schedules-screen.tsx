'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { useOwnSearch } from '@/components/own-search'
import { Loaded } from '@/components/ui/loaded'
import { useRole } from '@/components/ui/reader-role'
import { useStable } from '@/components/use-stable'
import { formatInstant } from '@/lib/calendar-date'
import { schedulesQuery } from '@/lib/queries/schedules'
import { may } from '@/lib/roles'
import { type ListQuery, listQueryParams } from '@/lib/schedules/contract'
import { chooseView, type View } from '@/lib/schedules/views'
import { type ColumnId, columnsOf, STANDARD_COLUMNS } from './column-names'
import { ColumnsButton } from './columns-button'
import { countText } from './count-words'
import { DensityChoice } from './density-choice'
import { type Display, keepDisplay } from './display'
import { FilterBar } from './filter-bar'
import { PAGE_QUERY, withFilters, withoutFilters } from './list-address'
import { ListHead } from './list-head'
import { ListNotices } from './list-notices'
import { ListNowProvider } from './list-now'
import { ListSkeleton } from './list-skeleton'
import { takeTyped } from './operators'
import { Pager } from './pager'
import { useRowKeys } from './row-keys'
import { ScheduleTable } from './schedule-table'
import { useScrollMemory } from './scroll-memory'
import { SearchField } from './search-field'
import { SortChoice } from './sort-choice'
import { useAhead } from './use-ahead'
import { useDensity } from './use-density'
import { useFirstColumn } from './use-first-column'
import { useMinutesOld, useRefreshOfIndex } from './use-index-age'
import type { Disabling } from './use-row-actions'
import { useSelecting } from './use-selecting'
import { useView } from './use-view'
import { ViewMenu } from './view-menu'

const Empty = lazy(async () => ({ default: (await import('./empty')).Empty }))

export type SchedulesScreenProps = {
  display: Display
  mayCreate?: boolean
  /** The index answered when the page was made: what it alone can do may be asked for. */
  indexed?: boolean
  disabling?: Disabling
}

/** The list of schedules: everything that narrows, orders or pages it stands in the address, so Back undoes it and a link shares it. */
export function SchedulesScreen({
  display: first,
  mayCreate = false,
  indexed: was = false,
  disabling,
}: SchedulesScreenProps) {
  const [params, goTo] = useOwnSearch()
  const [indexed, setIndexed] = useState(was)
  const { address, view, saved, changed, hrefOf } = useView(params, indexed)
  const { query } = address
  const circumstances = useCircumstances()
  const today = circumstances.now.date
  const [display, setDisplay] = useState(first)
  const scroller = useRef<HTMLDivElement>(null)
  const ahead = useAhead(indexed)
  const role = useRole()
  const mayExport = role !== null && may(role, 'exports:make')

  const list = useQuery({
    ...schedulesQuery(query),
    placeholderData: keepPreviousData,
    // Rows change when somebody asks for it, not under the hand that is about to press one.
    refetchOnWindowFocus: false,
  })
  const busy = list.isPlaceholderData
  const answered = useRef(query)
  if (!busy) answered.current = query
  if (list.data?.source === 'index' && !indexed) setIndexed(true)
  const { refresh, refreshing } = useRefreshOfIndex(list.data?.asOf ?? '')
  const minutesOld = useMinutesOld(list.data?.asOf ?? '')
  const refetch = () => {
    if (list.data?.source === 'index') refresh()
    void list.refetch()
  }
  const ofView = columnsOf(view)
  const columns = address.columns ?? ofView ?? display.columns ?? STANDARD_COLUMNS
  const { selecting, toggle, begin, end } = useSelecting()
  const reference = useFirstColumn({ q: answered.current.q, columns, today, selecting })
  const here = hrefOf(query, address.columns)
  useScrollMemory(here, scroller, list.data !== undefined)

  const go = (next: ListQuery, { step }: { step: boolean }) => {
    const href = hrefOf(next, address.columns)
    if (href === here) return
    // Before anything is drawn anew: the answer is on its way meanwhile.
    ahead.ask(next)
    goTo(href, { step })
    scroller.current?.scrollTo({ top: 0 })
  }
  const step = (next: ListQuery) => go(next, { step: true })
  const show = (next: Display) => {
    setDisplay(next)
    keepDisplay(next)
  }
  const rows = useDensity(view, display.density, (density) => show({ ...display, density }))
  const choose = (next: View) => {
    rows.reset()
    goTo(hrefOf(chooseView(next, query, PAGE_QUERY, today), null, next), { step: true })
    scroller.current?.scrollTo({ top: 0 })
  }
  const act = useStable({
    refetch,
    go,
    toPage: (page: number) => step({ ...query, page }),
    toSize: (size: number) => step({ ...query, page: 1, size }),
    pageNear: (page: number) => ahead.ask({ ...query, page }),
    clear: () => step(withoutFilters(query)),
    sort: (sort: ListQuery['sort']) => step({ ...query, page: 1, sort }),
    sortBy: (field: ListQuery['sort']['field']) => {
      const turned = query.sort.field === field ? !query.sort.descending : field === 'created'
      step({ ...query, page: 1, sort: { field, descending: turned } })
    },
    take: (text: string, whole: boolean) => takeTyped(text, circumstances, whole),
    search: (q: string, filters?: Partial<ListQuery>) =>
      go(withFilters({ ...query, ...filters }, { q: q === '' ? undefined : q }), { step: filters !== undefined }),
    prepare: ahead.prepare,
    chooseDensity: rows.choose,
    chooseColumns: (next: ColumnId[] | null) => {
      // A view's own columns are changed in the address, until the view is updated.
      if (ofView) return goTo(hrefOf(query, next ?? [...STANDARD_COLUMNS]), { step: false })
      show({ ...display, columns: next })
      // The address gave way to the person's own choice.
      if (address.columns) goTo(hrefOf(query, null), { step: false })
    },
    begin,
    end,
  })
  const now = useMemo(() => ({ query, answer: list.data, columns }), [query, list.data, columns])

  useRowKeys(scroller)

  return (
    <div className="flex min-w-0 flex-1 flex-col tall:h-[calc(100dvh-var(--bar-target)-var(--bar-top)-1px)] tall:flex-none">
      <ListNowProvider value={now}>
        <div className="flex-none px-4 pt-4 sm:px-6 sm:pt-5">
          <ListHead
            count={list.data && !busy ? countText(query, list.data) : ''}
            answer={list.data}
            fetching={list.isFetching || refreshing}
            onRefresh={act.refetch}
            mayExport={mayExport}
            mayCreate={mayCreate}
            selecting={selecting}
            begin={act.begin}
            end={act.end}
          />
          <div className="mt-3 flex flex-wrap items-center gap-2">
            <SearchField
              text={query.q ?? ''}
              {...(indexed && { atOnce: true, hint: 'Reference, id, mandate, amount, text' })}
              take={act.take}
              onSearch={act.search}
            />
            <ViewMenu
              view={view}
              saved={saved}
              changed={changed || rows.changed}
              query={query}
              columns={address.columns ?? ofView}
              density={rows.density}
              indexed={indexed}
              onChoose={choose}
            />
            <span className="flex-1 max-md:hidden" />
            <span className="inline-flex gap-2 max-sm:hidden">
              <DensityChoice density={rows.density} onChange={act.chooseDensity} />
              <ColumnsButton columns={columns} onChange={act.chooseColumns} />
            </span>
            <div className="flex gap-2 max-sm:w-full sm:max-md:flex-1 md:w-full md:pt-0.5">
              <FilterBar query={query} indexed={indexed} onChange={act.go} onIntent={act.prepare} />
              <SortChoice
                sortedBy={query.sort.field}
                descending={query.sort.descending}
                indexed={indexed}
                onSort={act.sort}
              />
            </div>
          </div>
          <ListNotices
            answer={list.data}
            minutesOld={minutesOld}
            refreshing={refreshing}
            onRefresh={refetch}
            ignored={address.ignored}
          />
        </div>
      </ListNowProvider>
      <section
        aria-label="List of schedules"
        aria-busy={busy || list.isPending}
        ref={scroller}
        className="relative mt-1.5 min-w-0 flex-1 sm:mx-4 sm:overflow-x-auto tall:overflow-y-auto"
      >
        <Loaded
          query={list}
          inset="px-4 pt-2 sm:px-2"
          skeleton={<ListSkeleton density={rows.density} />}
          standing={({ asOf }) => `These rows are as of ${formatInstant(new Date(asOf))}.`}
        >
          {(answer) =>
            answer.rows.length === 0 ? (
              <Suspense fallback={null}>
                <Empty query={query} indexed={indexed} more={answer.more} onClear={act.clear} onPage={act.toPage} />
              </Suspense>
            ) : (
              <ScheduleTable
                rows={answer.rows}
                columns={columns}
                indexed={indexed}
                density={rows.density}
                sort={query.sort}
                busy={busy}
                answers={listQueryParams(answered.current).toString()}
                here={here}
                scroller={scroller}
                onSort={act.sortBy}
                reference={reference}
                {...(mayExport && { onSelect: toggle })}
                {...(disabling && { disabling })}
              />
            )
          }
        </Loaded>
      </section>
      {selecting && <selecting.SelectionBar now={now} onEnd={end} />}
      <Pager
        query={query}
        answer={list.data}
        busy={busy}
        onPage={act.toPage}
        onSize={act.toSize}
        onIntent={act.pageNear}
      />
    </div>
  )
}
