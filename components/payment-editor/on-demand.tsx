'use client'

import { ViewSkeleton } from '@/components/payment-calendar/view-skeleton'
import { onDemand } from '@/components/ui/on-demand'
import type { View } from '@/lib/schedules/schedule-address'

// What the first change of one payment does without. It is fetched when the pointer or the focus comes near, and all of it
// some seconds after the editor stands, so that little is left to be fetched when a connection is lost.

const list = onDemand(async () => (await import('./editor-list')).EditorList, <ViewSkeleton />)
const year = onDemand(async () => (await import('@/components/payment-calendar/year-view')).YearView, <ViewSkeleton />)
const meter = onDemand(async () => (await import('./plan-meter')).PlanMeter, <div className="min-h-[5.25rem]" />)
const several = onDemand(async () => (await import('./selected-payments')).SelectedPayments, null)
const panel = onDemand(async () => (await import('./payment-panel')).PaymentPanel, null)
const split = onDemand(async () => (await import('./split-form')).SplitForm)
const addition = onDemand(async () => (await import('./add-on-day')).AddOnDay)
const days = onDemand(async () => (await import('./date-grid')).DateGrid, null)
const earlier = onDemand(async () => (await import('./earlier-draft')).EarlierDraft, null)
const changed = onDemand(async () => (await import('@/components/review/changed-since')).ChangedSince, null)
const question = onDemand(async () => (await import('./leave-question')).LeaveQuestion, null)

export const EditorList = list.Shown
export const YearView = year.Shown
export const PlanMeter = meter.Shown
export const SelectedPayments = several.Shown
export const PaymentPanel = panel.Shown
export const SplitForm = split.Shown
export const AddOnDay = addition.Shown
export const DateGrid = days.Shown
export const EarlierDraft = earlier.Shown
export const ChangedSince = changed.Shown
export const LeaveQuestion = question.Shown

/** The tab of a view is near. */
export function prepareView(view: View): void {
  if (view === 'list') void list.prepare()
  if (view === 'year') void year.prepare()
}
/** A payment is near. */
export const preparePanel = (): void => void panel.prepare()
/** Several payments are about to be marked. */
export const prepareSeveral = (): void => void several.prepare()

/** What a drag draws with, once it is there. */
let drag: typeof import('./drag-parts') | null = null
export const dragParts = () => drag
/** A payment is about to be dragged. */
export async function prepareDrag(): Promise<void> {
  drag ??= await import('./drag-parts').catch(() => null)
}

/** All of it. */
export async function prepareAll(): Promise<void> {
  const all = [list, year, meter, several, panel, split, addition, days, earlier, changed, question]
  await Promise.all([prepareDrag(), ...all.map(({ prepare }) => prepare())])
}
