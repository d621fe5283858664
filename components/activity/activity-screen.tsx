'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { Button, TextButton } from '@/components/ui/button'
import { LeftOut } from '@/components/ui/left-out'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { type ActivityQuery, DEFAULT_ACTIVITY } from '@/lib/activity'
import type { ActivityGroups } from '@/lib/activity/entry'
import { activityQuery } from '@/lib/queries/activity'
import { may, type Role } from '@/lib/roles'
import { activityHref, type FilterName, readActivityAddress, withoutFilters } from './activity-address'
import { ActivityTable } from './activity-table'
import { ExportButton } from './export-button'
import { FilterBar } from './filter-bar'
import { filterText } from './filter-words'

export type ActivityScreenProps = {
  role: Role
  /** On the page of one schedule: its id. */
  schedule?: string
}

const ALL: readonly FilterName[] = ['person', 'source', 'action', 'schedule', 'dates', 'reason']

/** The log, newest first: what narrows and pages it stands in the address, so Back undoes it and a link shares it. */
export function ActivityScreen({ role, schedule }: ActivityScreenProps) {
  const params = useSearchParams()
  const path = usePathname()
  const address = useMemo(() => readActivityAddress(new URLSearchParams(params), schedule), [params, schedule])
  const { query, entry } = address
  const list = useQuery({ ...activityQuery(query, entry), placeholderData: keepPreviousData })
  const busy = list.isPlaceholderData
  const onlyOwn = schedule === undefined && !may(role, 'activity:read-all')
  const names = ALL.filter((name) => {
    if (name === 'schedule') return schedule === undefined
    return name !== 'person' || !onlyOwn
  })

  const go = (next: ActivityQuery, { step }: { step: boolean }) => {
    const shown = schedule === undefined ? next : { ...next }
    if (schedule !== undefined) delete shown.schedule
    const href = activityHref(path, shown, new URLSearchParams(location.search))
    if (step) window.history.pushState(null, '', href)
    else window.history.replaceState(null, '', href)
  }
  const step = (next: ActivityQuery) => go(next, { step: true })
  const clear = () => step(withoutFilters(query, schedule !== undefined))
  const narrowed = names.some((name) => filterText(query, name) !== null)
  const ignored = address.ignored.join(' ')
  const Heading = schedule === undefined ? 'h1' : 'h2'
  return (
    <div className={schedule === undefined ? 'px-4 pt-4 pb-6 sm:px-6 sm:pt-5' : ''}>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <Heading
          className={schedule === undefined ? 'text-page font-strong tracking-[-0.014em]' : 'text-lead font-strong'}
        >
          Activity
        </Heading>
        {onlyOwn && (
          <span className="text-small text-ink-3">Your own; a schedule’s whole activity is on its page.</span>
        )}
        <span className="flex-1" />
        {may(role, 'exports:make') && entry === null && <ExportButton query={query} />}
      </div>
      <div className="mt-3 mb-2">
        {entry === null ? (
          <FilterBar query={query} names={names} ofSchedule={schedule !== undefined} onChange={go} />
        ) : (
          <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-2">
            One entry, as a link led to it.
            <TextButton onClick={() => step({ ...DEFAULT_ACTIVITY })}>Show all activity</TextButton>
          </p>
        )}
      </div>
      {ignored && <LeftOut ignored={ignored} className="mb-3" />}
      <section aria-label="Activity log" aria-busy={busy || list.isPending}>
        <Loaded
          query={list}
          skeleton={<Waiting what="activity" />}
          standing={() => 'These entries are from a moment ago.'}
        >
          {(answer) =>
            answer.rows.length === 0 ? (
              <Empty
                page={query.page}
                narrowed={narrowed}
                onClear={clear}
                onFirstPage={() => step({ ...query, page: 1 })}
              />
            ) : (
              <ActivityTable
                key={entry ?? 'all'}
                groups={answer.rows}
                opened={entry}
                busy={busy}
                ofSchedule={schedule !== undefined}
                canRestore={may(role, 'schedules:change')}
              />
            )
          }
        </Loaded>
      </section>
      {entry === null && (
        <Pages query={query} answer={list.data} busy={busy} onPage={(page) => step({ ...query, page })} />
      )}
    </div>
  )
}

type EmptyProps = { page: number; narrowed: boolean; onClear: () => void; onFirstPage: () => void }

function Empty({ page, narrowed, onClear, onFirstPage }: EmptyProps) {
  const [words, act, label] =
    page > 1
      ? ['This page is past the end of the log.', onFirstPage, 'Go to the first page']
      : narrowed
        ? ['No activity matches these filters.', onClear, 'Clear all filters']
        : ['Nothing has been done here yet. What is done, tried or noticed will stand here.', null, '']
  return (
    <div className="py-10 text-center text-body text-ink-2">
      <p role="status">{words}</p>
      {act && (
        <Button className="mt-3" onClick={act}>
          {label}
        </Button>
      )}
    </div>
  )
}

type PagesProps = {
  query: ActivityQuery
  answer: ActivityGroups | undefined
  busy: boolean
  onPage: (page: number) => void
}

/** Pages without an invented end: what is here, and whether more follow. */
function Pages({ query: { page, size }, answer, busy, onPage }: PagesProps) {
  if (!answer || (page === 1 && !answer.more)) return null
  const first = (page - 1) * size + 1
  const last = first + answer.rows.length - 1
  return (
    <nav aria-label="Pagination" className="mt-3 flex flex-wrap items-center gap-3 text-small text-ink-2 print:hidden">
      <span className="tabular-nums">
        {answer.rows.length > 0 && !busy ? `${first}–${last}${answer.more ? ', more follow' : ', the last'}` : ' '}
      </span>
      <span className="flex-1" />
      <Button size="small" icon={ChevronLeft} blocked={busy || page === 1} onClick={() => onPage(page - 1)}>
        Previous page
      </Button>
      <Button size="small" blocked={busy || !answer.more} onClick={() => onPage(page + 1)}>
        Next page
        <ChevronRight size={15} strokeWidth={1.9} aria-hidden className="-mr-1" />
      </Button>
    </nav>
  )
}
