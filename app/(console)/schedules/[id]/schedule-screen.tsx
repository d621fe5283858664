'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { searchNow } from '@/components/address-bar'
import { useOwnSearch } from '@/components/own-search'
import { NextPayments } from '@/components/payment-calendar/next-payments'
import { ViewSkeleton } from '@/components/payment-calendar/view-skeleton'
import type { Errand } from '@/components/payment-editor/use-errand'
import { rememberSchedule } from '@/components/recent-schedules'
import type { Reviewer } from '@/components/review/reviewer'
import { Alerts } from '@/components/schedule/alerts'
import { Breadcrumb } from '@/components/schedule/breadcrumb'
import { KeyFacts } from '@/components/schedule/key-facts'
import { LineageNotes } from '@/components/schedule/lineage-notes'
import { ListSteps } from '@/components/schedule/list-steps'
import { OtherSchedules } from '@/components/schedule/other-schedules'
import { PayerPanels } from '@/components/schedule/payer-panels'
import { ScheduleHeader } from '@/components/schedule/schedule-header'
import { ScheduleSkeleton, ScheduleTitle } from '@/components/schedule/schedule-skeleton'
import { Loaded } from '@/components/ui/loaded'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { useWorkOwner } from '@/components/work-owner'
import { formatInstant } from '@/lib/calendar-date'
import { scheduleQuery } from '@/lib/queries/schedules'
import { useHasTypedWork } from '@/lib/queries/typed-work'
import { may } from '@/lib/roles'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { isEditable } from '@/lib/schedules/draft'
import type { Schedule } from '@/lib/schedules/model'
import {
  readScheduleAddress,
  type ScheduleAddress,
  scheduleAddressParams,
  type Tab,
} from '@/lib/schedules/schedule-address'

const toRead = () => import('@/components/payment-calendar/payments-to-read')
const PaymentsToRead = lazy(async () => ({ default: (await toRead()).PaymentsToRead }))
const toEdit = () => import('@/components/payment-editor/payments-to-edit')
const PaymentsToEdit = lazy(async () => ({ default: (await toEdit()).PaymentsToEdit }))
const details = () => import('@/components/schedule/details')
const activity = () => import('@/components/activity/activity-screen')
const ActivityScreen = lazy(async () => ({ default: (await activity()).ActivityScreen }))
const Details = lazy(async () => ({ default: (await details()).Details }))

const SECTIONS = 'Schedule sections'
const TABS: { id: Tab; label: string }[] = [
  { id: 'overview', label: 'Overview' },
  { id: 'payments', label: 'Payments' },
  { id: 'activity', label: 'Activity' },
  { id: 'details', label: 'Details' },
]
const onIntent = (tab: Tab, canEdit: boolean) => {
  if (tab === 'payments') void (canEdit ? toEdit() : toRead())
  if (tab === 'activity') void activity()
  if (tab === 'details') void details()
}

/** The page of one schedule: who it is, then its sections. */
export function ScheduleScreen({ id, by }: { id: string; by: Reviewer }) {
  const query = useQuery(scheduleQuery(id))
  const person = useWorkOwner()
  const found = query.data !== undefined
  useEffect(() => {
    if (found && person !== null) rememberSchedule(person, id)
  }, [found, person, id])
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <Breadcrumb id={id} />
        <ListSteps id={id} />
      </div>
      {query.data === undefined && query.error && (
        <div className="mb-2">
          <ScheduleTitle id={id} />
        </div>
      )}
      <Loaded
        query={query}
        skeleton={<ScheduleSkeleton id={id} />}
        standing={({ asOf }) => `What stands here is from ${formatInstant(new Date(asOf))}.`}
      >
        {(answer) => <Standing answer={answer} by={by} />}
      </Loaded>
    </div>
  )
}

/** The head of the page and its sections; what is pressed in the head is done in the section of payments. */
function Standing({ answer, by }: { answer: ScheduleAnswer; by: Reviewer }) {
  const { schedule } = answer
  const { address, change } = useScheduleAddress()
  const { fix } = address
  const hasTyped = useHasTypedWork(schedule.id)
  const [errand, setErrand] = useState<Errand | null>(fix && { kind: 'fix', fix })
  const errandDone = useCallback(() => {
    setErrand(null)
    if (fix) change({ fix: null })
  }, [fix, change])
  const mayChange = may(by.role, 'schedules:change')
  const canEdit = mayChange && isEditable(schedule)
  // What was typed stays in sight where the schedule can no longer be changed: its editor says so, and what becomes of it.
  const edits = canEdit || (mayChange && hasTyped)
  const send = (kind: 'skip-next' | 'go-to-next') => {
    setErrand({ kind })
    change({ tab: 'payments' }, address.tab === 'payments' ? 'replace' : 'push')
  }
  const prepare = () => onIntent('payments', canEdit)
  return (
    <>
      {canEdit && (
        <button
          type="button"
          onClick={() => send('go-to-next')}
          onFocus={prepare}
          className="sr-only focus-visible:not-sr-only focus-visible:mb-2 focus-visible:inline-block focus-visible:rounded-control focus-visible:bg-accent focus-visible:px-3 focus-visible:py-1.5 focus-visible:text-on-accent"
        >
          Go to next payment
        </button>
      )}
      <ScheduleHeader
        answer={answer}
        role={by.role}
        onSkipNext={canEdit ? () => send('skip-next') : null}
        onIntent={prepare}
      />
      <LineageNotes schedule={schedule} role={by.role} ownFollowed={edits && address.tab === 'payments'} />
      <Sections
        answer={answer}
        by={by}
        address={address}
        change={change}
        canEdit={edits}
        errand={errand}
        onErrandDone={errandDone}
      />
    </>
  )
}

type SectionsProps = ReturnType<typeof useScheduleAddress> & {
  answer: ScheduleAnswer
  by: Reviewer
  canEdit: boolean
  errand: Errand | null
  onErrandDone: () => void
}

function Sections({ answer, by, address, change, canEdit, errand, onErrandDone }: SectionsProps) {
  const { schedule } = answer
  const { tab } = address
  const choose = (next: Tab) => change({ tab: next }, 'push')
  return (
    <>
      <Tabs
        label={SECTIONS}
        tabs={TABS}
        selected={tab}
        onSelect={choose}
        onIntent={(near) => onIntent(near, canEdit)}
      />
      <TabPanel label={SECTIONS} id={tab} className={tab === 'payments' ? 'pt-px' : 'pt-5'}>
        {tab === 'overview' && <Overview schedule={schedule} onShowPayments={() => choose('payments')} />}
        {tab === 'payments' && (
          <Suspense fallback={<ViewSkeleton />}>
            {canEdit ? (
              <PaymentsToEdit
                answer={answer}
                by={by}
                address={address}
                onAddress={change}
                errand={errand}
                onErrandDone={onErrandDone}
              />
            ) : (
              <PaymentsToRead schedule={schedule} address={address} onAddress={change} />
            )}
          </Suspense>
        )}
        {tab === 'activity' && (
          <Suspense fallback={<ViewSkeleton />}>
            <ActivityScreen role={by.role} schedule={schedule.id} />
          </Suspense>
        )}
        {tab === 'details' && (
          <Suspense fallback={<ViewSkeleton />}>
            <Details schedule={schedule} />
          </Suspense>
        )}
      </TabPanel>
    </>
  )
}

function Overview({ schedule, onShowPayments }: { schedule: Schedule; onShowPayments: () => void }) {
  return (
    <>
      <Alerts schedule={schedule} onShowPayments={onShowPayments} />
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_348px]">
        <div className="min-w-0">
          <NextPayments schedule={schedule} />
          <OtherSchedules schedule={schedule} />
        </div>
        <div className="min-w-0 md:max-lg:grid md:max-lg:grid-cols-2 md:max-lg:gap-x-12">
          <div className="min-w-0">
            <KeyFacts schedule={schedule} />
          </div>
          <div className="min-w-0 md:max-lg:-mt-6">
            <PayerPanels schedule={schedule} />
          </div>
        </div>
      </div>
    </>
  )
}

/** The page's own address, read and changed without asking the server: a section is a step of Back, what moves inside it is not. */
function useScheduleAddress() {
  const [search, goTo] = useOwnSearch()
  const path = usePathname()
  const change = useCallback(
    (part: Partial<ScheduleAddress>, how: 'push' | 'replace' = 'replace') => {
      const next = scheduleAddressParams(searchNow(), part).toString()
      goTo(next ? `${path}?${next}` : path, { step: how === 'push' })
    },
    [path, goTo],
  )
  return { address: useMemo(() => readScheduleAddress(search), [search]), change }
}
