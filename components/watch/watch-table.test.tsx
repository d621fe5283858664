import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { RoleProvider } from '@/components/ui/reader-role'
import type { WatchRow } from '@/lib/collections/watch-list'
import { createQueryClient } from '@/lib/queries/client'
import type { Role } from '@/lib/roles'
import type { Action } from '@/lib/schedules/changes'
import { on } from '@/lib/schedules/examples'
import { WatchTable } from './watch-table'

afterEach(cleanup)

/** A change that needs attention, in a table of its own. */
function show(action: Action, amount: number | null, role: Role = 'lead') {
  const schedule = action === 'create' ? null : 'FTBRS00112373'
  const detail = { change: 'C1', action, by: 'Grace', sentAt: '2025-06-05T13:32:00.000Z' }
  const row: WatchRow = { kind: 'needs-attention', schedule, reference: null, date: null, amount, detail }
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CircumstancesProvider first={on('2025-06-06')} serverMs={null}>
        <RoleProvider role={role} bookRead>
          <WatchTable label="Needs attention" rows={[row]} />
        </RoleProvider>
      </CircumstancesProvider>
    </QueryClientProvider>,
  )
  const [why, stake] = screen.getAllByRole('cell').map(({ textContent }) => textContent)
  return { why, stake }
}
const opened = async () => {
  fireEvent.click(screen.getByRole('button', { name: /^Resolve/ }))
  return screen.findByRole('dialog')
}

it('tells the money at stake of a change that needs attention, in the list and where it is resolved', async () => {
  expect(show('disable', 151_92)).toEqual({
    why: 'Nobody knows whether the disabling, sent by Grace on Thu 5 Jun 2025, 14:32, took effect. Somebody has to look and say.',
    stake: '£151.92at stake',
  })
  const dialog = await opened()
  expect(dialog.textContent).toContain('£151.92 at stake: the payments that it touches, from today on.')
})

it('says of a creation which of its money is meant', async () => {
  expect(show('create', 7_00)).toEqual({
    why: 'Nobody knows whether the creation, sent by Grace on Thu 5 Jun 2025, 14:32, took effect. Somebody has to look and say.',
    stake: '£7.00at stake',
  })
  const dialog = await opened()
  expect(dialog.textContent).toContain('£7.00 at stake: its first payment, or the whole of a plan.')
})

it('claims no money where nobody can tell, which is not nought', async () => {
  expect(show('amend', null).stake).toBe('–')
  expect(within(await opened()).queryByText(/at stake/)).toBeNull()
  cleanup()
  expect(show('amend', 0).stake).toBe('£0.00at stake')
})
