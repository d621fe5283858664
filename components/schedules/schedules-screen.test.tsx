import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { OwnSearch } from '@/components/own-search'
import { createQueryClient } from '@/lib/queries/client'
import type { ScheduleList } from '@/lib/schedules/contract'
import { aSchedule, on } from '@/lib/schedules/examples'
import { isUnreadable, type ScheduleRow } from '@/lib/schedules/model'
import { SchedulesScreen } from './schedules-screen'

// The address bar, as Next gives it to a page: history's own calls are heard.
const tellers = new Set<() => void>()
vi.mock('next/navigation', () => ({
  useSearchParams: () =>
    new URLSearchParams(
      useSyncExternalStore(
        (tell) => {
          tellers.add(tell)
          return () => tellers.delete(tell)
        },
        () => location.search,
      ),
    ),
  useRouter: () => ({ push: () => undefined }),
}))
vi.mock('next/link', () => ({
  default: ({ prefetch: _, ...link }: { prefetch?: boolean; href: string }) => <a {...link} />,
}))

const list = (rows: readonly ScheduleRow[], over: Partial<ScheduleList> = {}): ScheduleList => ({
  rows: rows.map((row) => (isUnreadable(row) ? row : { ...row, flags: [] })),
  page: 1,
  size: 50,
  total: null,
  more: false,
  source: 'smarterpay',
  asOf: '2022-06-01T09:00:00.000Z',
  ...over,
})
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

let asked: string[]
let answer: (url: string) => Response | Promise<Response>
const steps = { push: 0, replace: 0 }

beforeEach(() => {
  asked = []
  steps.push = 0
  steps.replace = 0
  vi.stubGlobal('fetch', (url: string) => {
    if (url === '/api/views') return Promise.resolve(json({ views: [] }))
    asked.push(url)
    return Promise.resolve(answer(url))
  })
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = window.history[name].bind(window.history)
    vi.spyOn(window.history, name).mockImplementation((...args) => {
      steps[name === 'pushState' ? 'push' : 'replace'] += 1
      original(...args)
      act(() => {
        for (const tell of tellers) tell()
      })
    })
  }
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/schedules')
})

function show(address = '/schedules') {
  window.history.replaceState(null, '', address)
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CircumstancesProvider first={on('2022-06-01')} serverMs={null}>
        <OwnSearch>
          <SchedulesScreen display={{ density: 'comfortable', columns: null }} />
        </OwnSearch>
      </CircumstancesProvider>
    </QueryClientProvider>,
  )
}

const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) })

describe('the list of schedules', () => {
  it('asks the newest first and shows what came, one marked row for what cannot be read', async () => {
    answer = () => json(list([aSchedule(), { id: 'FTBRS00000666', unreadable: true }]))
    show()
    expect((await row('MEM-204417')).textContent).toContain('Mon 20 Jun 2022')
    expect(screen.getByText(/FTBRS00000666: this record could not be read/)).toBeTruthy()
    expect(asked).toEqual(['/api/schedules?sort=-created'])
  })

  it('shows no due date on an inactive schedule', async () => {
    answer = () => json(list([aSchedule({ status: 'inactive', upcoming: [] })]))
    show()
    expect((await row('MEM-204417')).textContent).not.toContain('20 Jun')
  })

  it('does not claim that nothing matches while SmarterPay has more to look through', async () => {
    answer = () => json(list([], { more: true }))
    show()
    await screen.findByRole('heading', { name: 'None on this page' })
    expect(screen.queryByText(/No schedules match/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Look on the next page' }))
    await waitFor(() => expect(location.search).toBe('?page=2'))
  })

  it('keeps the old rows out of reach until the answer to a new question is there', async () => {
    let let2go = (_: Response) => {}
    answer = (url) => {
      if (!url.includes('page=2')) return json(list([aSchedule()], { more: true }))
      return new Promise<Response>((resolve) => {
        let2go = resolve
      })
    }
    show()
    await row('MEM-204417')
    fireEvent.click(screen.getByRole('button', { name: 'Next page' }))
    await waitFor(() => expect(location.search).toBe('?page=2'))
    expect(steps.push).toBe(1)
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'List of schedules' }).getAttribute('aria-busy')).toBe('true'),
    )
    await waitFor(() => expect(document.querySelector('tbody')?.hasAttribute('inert')).toBe(true))
    await act(async () => let2go(json(list([aSchedule({ customReference: 'MEM-2' })], { page: 2 }))))
    await row('MEM-2')
    expect(document.querySelector('tbody')?.hasAttribute('inert')).toBe(false)
  })

  it('sorts by asking again, and turns round at the second press', async () => {
    answer = () => json(list([aSchedule()]))
    show()
    await row('MEM-204417')
    fireEvent.click(screen.getByRole('button', { name: 'Sort by next payment' }))
    await waitFor(() => expect(location.search).toBe('?sort=next'))
    const head = screen.getByRole('button', { name: 'Sort by next payment' }).closest('th')
    expect(head?.getAttribute('aria-sort')).toBe('ascending')
    fireEvent.click(screen.getByRole('button', { name: 'Sort by next payment' }))
    await waitFor(() => expect(location.search).toBe('?sort=-next'))
    expect(screen.queryByRole('button', { name: 'Sort by amount' })).toBeNull()
  })

  it('replaces the address while somebody types, and steps when a filter goes', async () => {
    answer = () => json(list([aSchedule()]))
    show('/schedules?status=active')
    await row('MEM-204417')
    steps.replace = 0
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search schedules' }), { target: { value: 'MEM' } })
    await waitFor(() => expect(location.search).toBe('?q=MEM&status=active'))
    expect(steps).toEqual({ push: 0, replace: 1 })
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter Status: Active' }))
    await waitFor(() => expect(location.search).toBe('?q=MEM'))
    expect(steps.push).toBe(1)
  })

  it('says what it left out of an address, and asks without it', async () => {
    answer = () => json(list([aSchedule()]))
    show('/schedules?colour=red&status=active&sort=amount')
    await row('MEM-204417')
    expect(screen.getByText(/“colour” is not known here/)).toBeTruthy()
    expect(asked).toEqual(['/api/schedules?status=active&sort=-created'])
  })

  it.each([
    ['/schedules', 'No schedules yet'],
    ['/schedules?status=inactive', 'No schedules match these filters'],
    ['/schedules?page=7', 'Nothing on this page'],
  ])('tells an empty answer at %s: %s', async (address, words) => {
    answer = () => json(list([]))
    show(address)
    expect(await screen.findByRole('heading', { name: words })).toBeTruthy()
  })

  it('says when the connection needs an administrator, and asks again when told to', async () => {
    let broken = true
    answer = () => (broken ? json({ kind: 'misconfigured' }, 502) : json(list([aSchedule()])))
    show()
    expect(await screen.findByText('The connection to SmarterPay needs an administrator.')).toBeTruthy()
    broken = false
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await row('MEM-204417')
  })

  it('says how far the index has come while it is made, and asks the index when it is there', async () => {
    let status = {
      kept: true,
      asOf: null as string | null,
      schedules: null,
      reading: { since: '2022-06-01T09:00:00Z', read: 12_500 },
    }
    let answered = list([aSchedule()], { indexing: { read: 0 } })
    answer = (url) => json(url === '/api/sync' ? { ...status, lastEnd: null, lastEnded: null } : answered)
    show()
    expect(await screen.findByText(/12,500 read so far/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Amount' })).toBeNull()
    status = { ...status, asOf: new Date().toISOString() }
    answered = list([aSchedule()], { source: 'index', total: 1_283, asOf: new Date().toISOString() })
    expect(await screen.findByText('1,283 schedules', undefined, { timeout: 10_000 })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Amount' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Sort by amount' })).toBeTruthy()
    expect(screen.queryByText(/read so far/)).toBeNull()
  })

  it('says when the index is old, asks for a new one, and shows what is in it', async () => {
    const old = new Date(Date.now() - 12 * 60_000 - 5_000).toISOString()
    const status = { kept: true, asOf: old, schedules: 1, reading: null, lastEnd: 'complete', lastEnded: old }
    let answered = list([aSchedule()], { source: 'index', total: 1, asOf: old })
    answer = (url) => json(url === '/api/sync' ? status : answered)
    show()
    expect(await screen.findByText('Search may miss changes from the last 12 minutes.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }))
    await screen.findByText('Reading the book again.')
    await waitFor(() => expect(asked.filter((url) => url === '/api/sync').length).toBeGreaterThan(0))
    const now = new Date().toISOString()
    status.asOf = now
    answered = list([aSchedule({ customReference: 'NEW-1' })], { source: 'index', total: 1, asOf: now })
    await screen.findByRole('row', { name: /NEW-1/ }, { timeout: 10_000 })
    expect(screen.queryByText(/Search may miss/)).toBeNull()
  })

  it('filters by what the index alone can where the index answers', async () => {
    answer = () => json(list([aSchedule()], { source: 'index', total: 1, asOf: new Date().toISOString() }))
    show('/schedules?amount=2500..2600&frequency=monthly&ends=never&sort=-amount')
    await screen.findByRole('button', { name: 'Remove filter Amount: £25.00 to £26.00' })
    expect(screen.getByRole('button', { name: 'Remove filter Frequency: Monthly' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Remove filter Ends: no end' })).toBeTruthy()
    expect(asked.at(-1)).toBe('/api/schedules?frequency=monthly&amount=2500..2600&ends=never&sort=-amount')
  })
})
