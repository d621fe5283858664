import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RoleProvider } from '@/components/ui/reader-role'
import { Updates } from '@/components/ui/updates'
import { day } from '@/lib/calendar-date'
import type { Bridge } from '@/lib/collections/moved'
import type { CollectionsQuery } from '@/lib/collections/query'
import type { Snapshot } from '@/lib/collections/snapshots'
import { createQueryClient } from '@/lib/queries/client'
import type { Role } from '@/lib/roles'
import { Moved } from './moved'

const QUERY: CollectionsQuery = { from: day('2025-06-01'), to: day('2025-06-30'), group: 'day' }
const nightly: Snapshot = {
  id: 3,
  at: '2025-05-29T01:00:00.000Z',
  night: day('2025-05-29'),
  by: null,
  total: 17_532,
  projected: 900,
}
const byFinance: Snapshot = {
  ...nightly,
  id: 4,
  at: '2025-06-04T09:12:00.000Z',
  night: null,
  by: 'Finance',
  total: 7_500,
}
const bridge: Bridge = {
  snapshot: nightly,
  until: null,
  opening: 17_532,
  closing: 7_500,
  steps: [
    { step: 'new', count: 1, amount: 500 },
    { step: 'disabled', count: 2, amount: -10_532 },
  ],
  projected: 800,
  excludedThen: 1,
  excluded: 0,
  asOf: '2025-06-05T13:32:00.000Z',
}

let kept: Snapshot[]
let calls: string[]
let refuses: boolean

function answer(method: string, path: string): [status: number, body: unknown] {
  if (method === 'POST' && refuses) return [422, { kind: 'bad-input', fields: [{ path: '', message: 'Not yet.' }] }]
  if (method === 'POST') {
    kept = [byFinance]
    return [200, { id: 4 }]
  }
  if (path.startsWith('/api/collections/snapshots')) return [200, { snapshots: kept, usual: kept.at(-1)?.id ?? null }]
  const asked = (name: string) => Number(new URL(path, 'http://x').searchParams.get(name))
  const known = (name: string) => kept.find(({ id }) => id === asked(name)) ?? null
  if (asked('since') === 3) return [200, { ...bridge, until: known('until') }]
  return [200, { ...bridge, snapshot: known('since'), opening: 7_500, steps: [] }]
}

beforeEach(() => {
  kept = [byFinance, nightly]
  calls = []
  refuses = false
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    calls.push(`${method} ${path}`)
    const [status, body] = answer(method, path)
    const type = status === 200 ? 'application/json' : 'application/problem+json'
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(over: Partial<Parameters<typeof Moved>[0]> = {}, role: Role = 'finance') {
  const chosen: { since: number; until: number | null }[] = []
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RoleProvider role={role} bookRead>
        <Moved
          query={QUERY}
          since={null}
          until={null}
          onEnds={(ends) => chosen.push(ends)}
          picture="chart"
          onPicture={() => undefined}
          unread={false}
          {...over}
        />
        <Updates />
      </RoleProvider>
    </QueryClientProvider>,
  )
  return chosen
}

describe('what moved', () => {
  it('is told against the usual snapshot, in a sentence, as a picture and as a table that adds up', async () => {
    show()
    expect(await screen.findByText('£100.32 less')).toBeTruthy()
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'From £175.32 on Thu 29 May 2025 to £75.00 now. New schedules +£5.00, 1 payment; Disabled −£105.32, 2 payments.',
    )
    const rows = within(screen.getByRole('table', { name: 'What moved' })).getAllByRole('row')
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')).slice(1)).toEqual([
      'Listed on Thu 29 May 2025 |  | £175.32 | £175.32',
      'New schedulesschedules that were not there | 1 | +£5.00 | £180.32',
      'Disabledschedules that are now inactive | 2 | −£105.32 | £75.00',
      'Listed now |  | £75.00−£100.32 | £75.00',
    ])
    expect(screen.getByRole('link', { name: 'Disabled' }).getAttribute('href')).toBe(
      '/collections/moved?from=2025-06-01&to=2025-06-30&since=3&step=disabled',
    )
    expect(
      screen.getByText(/Projected, beside it: £9\.00 then, £8\.00 now\..*1 schedule then, 0 schedules now\./),
    ).toBeTruthy()
  })

  it('leaves the picture out where the table alone is wanted', async () => {
    show({ picture: 'table' })
    expect(await screen.findByRole('table', { name: 'What moved' })).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('is compared with another snapshot when one is chosen', async () => {
    const chosen = show()
    const chooser = await screen.findByRole('combobox', { name: 'Compare with' })
    expect(
      within(chooser)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Wed 4 Jun 2025, 10:12, by Finance', 'Thu 29 May 2025, 02:00, nightly'])
    await userEvent.selectOptions(chooser, '4')
    expect(chosen).toEqual([{ since: 4, until: null }])
  })

  it('is compared up to a later snapshot when one is chosen, and says so in sentence, picture, table and links', async () => {
    const chosen = show({ since: 3, until: 4 })
    expect(await screen.findByText(/SmarterPay’s lists held/)).toBeTruthy()
    expect(screen.getByText(/on Wed 4 Jun 2025 than on Thu 29 May 2025\./)).toBeTruthy()
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('to £75.00 on Wed 4 Jun 2025.')
    expect(screen.getByRole('rowheader', { name: 'Listed on Wed 4 Jun 2025' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Disabled' }).getAttribute('href')).toBe(
      '/collections/moved?from=2025-06-01&to=2025-06-30&since=3&until=4&step=disabled',
    )
    const upTo = screen.getByRole('combobox', { name: 'Up to' })
    expect(
      within(upTo)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Now', 'Wed 4 Jun 2025, 10:12, by Finance'])
    await userEvent.selectOptions(upTo, '')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Compare with' }), '4')
    expect(chosen, 'nothing is later than the newest').toEqual([
      { since: 3, until: null },
      { since: 4, until: null },
    ])
  })

  it('says that nothing has moved', async () => {
    show({ since: 4 })
    expect(await screen.findByText('Nothing has moved in this period since then.')).toBeTruthy()
    expect(screen.getByText('as much').closest('p')?.textContent).toMatch(/as much for .* as on /)
  })

  it('says that the snapshot asked for is gone, and compares with the usual one', async () => {
    show({ since: 99 })
    expect(await screen.findByText('The snapshot that was asked for is no longer kept.')).toBeTruthy()
    expect(await screen.findByText('£100.32 less')).toBeTruthy()
  })
})

describe('without a snapshot', () => {
  it('one is taken at a press, which is said, and focus goes to the choice that comes', async () => {
    kept = []
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Take a snapshot now' }))
    const chooser = await screen.findByRole('combobox', { name: 'Compare with' })
    await waitFor(() => expect(document.activeElement).toBe(chooser))
    expect(screen.getByRole('status', { name: 'Updates' }).textContent).toContain('Snapshot taken.')
  })

  it('none can be taken before the whole book has been read, with the reason beside the button', async () => {
    kept = []
    show({ unread: true })
    await userEvent.click(await screen.findByRole('button', { name: 'Take a snapshot now' }))
    expect(screen.getByText('The whole book has to be read first.')).toBeTruthy()
    expect(calls.some((call) => call.startsWith('POST'))).toBe(false)
  })

  it('what went wrong is said beside the button, which stays', async () => {
    kept = []
    refuses = true
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Take a snapshot now' }))
    expect(await screen.findByText(/Not yet\./)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Take a snapshot now' })).toBeTruthy()
  })

  it('there is no button for whose role does not include it', async () => {
    kept = []
    show({}, 'agent')
    expect(await screen.findByText('There is no snapshot yet to compare with.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Take a snapshot now' })).toBeNull()
  })
})
