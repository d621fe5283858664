import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { OwnSearch } from '@/components/own-search'
import { RoleProvider } from '@/components/ui/reader-role'
import { createQueryClient } from '@/lib/queries/client'
import { aSchedule, on } from '@/lib/schedules/examples'
import { SchedulesScreen } from './schedules-screen'

vi.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ push: () => undefined }),
}))
vi.mock('next/link', () => ({
  default: ({ prefetch: _, ...link }: { prefetch?: boolean; href: string }) => <a {...link} />,
}))

const LIST = {
  rows: ['A', 'B', 'C'].map((id) => ({ ...aSchedule({ id, customReference: `MEM-${id}` }), flags: [] })),
  page: 1,
  size: 50,
  total: null,
  more: false,
  source: 'smarterpay',
  asOf: '2022-06-01T09:00:00.000Z',
}
beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) => Response.json(url === '/api/views' ? { views: [] } : LIST))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (role: 'lead' | 'admin') =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CircumstancesProvider first={on('2022-06-01')} serverMs={null}>
        <RoleProvider role={role} bookRead={false}>
          <OwnSearch>
            <SchedulesScreen display={{ density: 'comfortable', columns: null }} />
          </OwnSearch>
        </RoleProvider>
      </CircumstancesProvider>
    </QueryClientProvider>,
  )
const link = (name: string) => screen.findByRole('link', { name })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

it('x selects the row that has the focus, which stays there, and the others follow', async () => {
  show('lead')
  const first = await link('MEM-A')
  first.focus()
  press('x')
  const bar = await screen.findByRole('toolbar', { name: 'Bulk actions' })
  expect(bar.textContent).toContain('1 schedule selected')
  expect(document.activeElement).toBe(await link('MEM-A'))
  press('j')
  press('x')
  expect(document.activeElement).toBe(await link('MEM-B'))
  await vi.waitFor(() => expect(bar.textContent).toContain('2 schedules selected'))
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Select schedule/ })
  expect(boxes.map(({ checked }) => checked)).toEqual([true, true, false])
  const rowsOf = (value: string) => document.querySelectorAll(`tr[data-selecting="${value}"]`).length
  expect([rowsOf('on'), rowsOf('off')]).toEqual([2, 1])

  const clear = screen.getByRole('button', { name: 'Clear selection' })
  clear.focus()
  fireEvent.click(clear)
  await vi.waitFor(() => expect(screen.queryByRole('toolbar', { name: 'Bulk actions' })).toBeNull())
  await vi.waitFor(async () => expect(document.activeElement).toBe(await link('MEM-B')))
  expect(document.querySelectorAll('tr[data-selecting]')).toHaveLength(0)
})

it('is not offered to those who can do nothing with it', async () => {
  show('admin')
  ;(await link('MEM-A')).focus()
  press('x')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByRole('toolbar', { name: 'Bulk actions' })).toBeNull()
})
