import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { reviewerOf } from '@/components/review/reviewer'
import { createQueryClient } from '@/lib/queries/client'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { aSchedule, on, payments, pounds } from '@/lib/schedules/examples'
import { EditSchedule } from './edit-schedule'

vi.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ push: () => undefined }),
}))

const schedule = aSchedule({ upcoming: payments(['2026-12-21', '2027-01-19', '2027-02-19']) })
const opened = { schedule, basis: 'basis-of-the-first-reading', asOf: '2026-11-30T10:00:00Z' }
const later = {
  schedule: { ...schedule, amount: pounds('99.00') },
  basis: 'basis-of-a-later-reading',
  asOf: '2026-11-30T10:30:00Z',
}
type Stored = { work: unknown; key: string | null; basis: string; savedAt: string }
let store: Map<string, Stored>
/** What the server knows of changes by their key. */
let changes: Map<string, object>
/** What SmarterPay holds by now. */
let now: ScheduleAnswer
let draftsFail: boolean

beforeEach(() => {
  store = new Map()
  changes = new Map()
  now = opened
  draftsFail = false
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    if (path === `/api/schedules/${schedule.id}`) return new Response(JSON.stringify(now))
    if (path.endsWith('/resolve')) {
      const { outcome } = JSON.parse(String(body))
      changes.set(KEY, sent(outcome))
      return new Response(JSON.stringify(sent(outcome)))
    }
    if (draftsFail) return new Response(JSON.stringify({ kind: 'unexpected', id: 'x' }), { status: 500 })
    if (path.startsWith('/api/changes/')) {
      const standing = changes.get(path.replace('/api/changes/', ''))
      const nothing = JSON.stringify({ kind: 'not-found', what: 'change' })
      return standing ? new Response(JSON.stringify(standing)) : new Response(nothing, { status: 404 })
    }
    if (method === 'PUT') store.set(path, { key: null, ...JSON.parse(String(body)), savedAt: '2026-11-30T14:20:00Z' })
    if (method === 'DELETE') store.delete(path)
    return new Response(JSON.stringify({ draft: store.get(path) ?? null }))
  })
})
afterEach(cleanup)

function show(answer = opened) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CircumstancesProvider first={on('2026-11-30', '10:00')} serverMs={null}>
        <EditSchedule answer={answer} by={reviewerOf({ name: 'Agent', role: 'agent' }, 'sandbox')} />
      </CircumstancesProvider>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}
const amount = () => screen.queryAllByRole<HTMLInputElement>('textbox').find(({ id }) => id === 'terms-amount')
const DRAFT = `/api/schedules/terms-${schedule.id}/draft`

async function typeAndLeave(text: string) {
  const user = show()
  const field = amount()
  if (!field) throw new Error('no field for the amount')
  await waitFor(() => expect(screen.queryByText(/unsaved draft/)).toBeNull())
  await user.clear(field)
  await user.type(field, text)
  await waitFor(() => expect(store.get(DRAFT)?.work).toMatchObject({ text: { amount: text } }), { timeout: 3_000 })
  cleanup()
  return [...store.keys()]
}

it('keeps the typed terms on the server beside the payments’ draft, and gives them back', async () => {
  expect(await typeAndLeave('30.1x')).toEqual([DRAFT])
  const user = show()
  await screen.findByText('You have an unsaved draft from 14:20.')
  expect(amount()?.value).not.toBe('30.1x')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  expect(amount()?.value).toBe('30.1x')
})

it('forgets them when they are discarded', async () => {
  await typeAndLeave('30.10')
  const user = show()
  await user.click(await screen.findByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(store.size).toBe(0))
  expect(screen.queryByText(/unsaved draft/)).toBeNull()
})

it('compares them with what SmarterPay holds now before they can be saved', async () => {
  await typeAndLeave('30.10')
  const user = show(later)
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  expect(await screen.findByText('This schedule changed after you opened it.')).toBeDefined()
  expect(amount()?.value).toBe('30.10')
})

const KEY = 'c0ffee00-0000-4000-8000-000000000001'
const sent = (state: string) => ({
  change: {
    id: KEY,
    state,
    action: 'amend',
    schedule: schedule.id,
    person: 'agent@quarterday.test',
    sent: true,
    at: '2026-11-30T14:20:00Z',
    sentAt: '2026-11-30T14:20:00Z',
    endedAt: null,
    reason: null,
  },
  before: schedule,
})

it('offers them where nothing was sent under their key, and follows them where something was', async () => {
  await typeAndLeave('30.10')
  const kept = store.get(DRAFT)
  if (!kept) throw new Error('nothing was kept')
  kept.key = KEY
  show()
  await screen.findByText('You have an unsaved draft from 14:20.')
  cleanup()
  changes.set(KEY, sent('unknown'))
  show(later)
  expect(await screen.findByText('SmarterPay has not confirmed your changes yet')).toBeDefined()
  expect(screen.queryByText(/unsaved draft|Nothing of it was saved/)).toBeNull()
})

it('asks which goes on where something was typed before the draft was found, and keeps what is not given up', async () => {
  await typeAndLeave('30.10')
  const standing = store.get(DRAFT)
  const user = show()
  const field = amount()
  if (!field) throw new Error('no field for the amount')
  await user.clear(field)
  await user.type(field, '27.50')
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  expect(screen.getByRole('dialog', { name: 'Which changes go on?' })).toBeDefined()
  expect(amount()?.value).toBe('27.50')
  expect(store.get(DRAFT)).toBe(standing)
  await user.click(screen.getByRole('button', { name: 'Keep the draft alone' }))
  expect(amount()?.value).toBe('30.10')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('does not overwrite a draft that it could not ask for', async () => {
  await typeAndLeave('30.10')
  draftsFail = true
  vi.useFakeTimers({ shouldAdvanceTime: true })
  show()
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const field = amount()
  if (!field) throw new Error('no field for the amount')
  await vi.advanceTimersByTimeAsync(5_000)
  await user.clear(field)
  await user.type(field, '27.50')
  draftsFail = false
  await vi.advanceTimersByTimeAsync(2_000)
  expect(store.get(DRAFT)?.work).toMatchObject({ text: { amount: '30.10' } })
  await vi.advanceTimersByTimeAsync(30_000)
  vi.useRealTimers()
  expect(await screen.findByText('You have an unsaved draft from 14:20.')).toBeDefined()
  expect(store.get(DRAFT)?.work).toMatchObject({ text: { amount: '30.10' } })
  expect(amount()?.value).toBe('27.50')
})

it('shows what is true after a person said that an unconfirmed change took effect, not the old form', async () => {
  await typeAndLeave('30.10')
  const kept = store.get(DRAFT)
  if (!kept) throw new Error('nothing was kept')
  kept.key = KEY
  kept.work = { ...(kept.work as object), why: { reason: 'error-correction', note: 'Wrong amount', agreedTo: null } }
  changes.set(KEY, sent('needs-attention'))
  const stands = { ...schedule, amount: pounds('30.10'), description: 'Changed elsewhere' }
  now = { schedule: stands, basis: 'basis-of-what-stands', asOf: '2026-11-30T14:25:00Z' }
  const user = show()
  await user.click(await screen.findByRole('radio', { name: /It was saved/ }))
  await user.type(screen.getByRole('textbox', { name: 'How do you know?' }), 'Seen in SmarterPay')
  await user.click(screen.getByRole('button', { name: 'Record what came of it' }))
  expect(await screen.findByRole('heading', { name: /^Saved/ })).toBeDefined()
  expect(amount()).toBeUndefined()
  await waitFor(() => expect(store.size).toBe(0))
})
