import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/lib/queries/client'
import type { Change } from '@/lib/schedules/changes'
import { unconfirmedText } from './attention-panel'
import { OtherChange } from './other-change'

const ID = '9d3b1c52-6a0f-4a53-9a53-0a6a6d7c5d11'
const standing = (action: Change['action']): Change => ({
  id: ID,
  state: 'unknown',
  action,
  schedule: action === 'create' ? null : 'FTBRS00112373',
  person: 'lead@quarterday.test',
  sent: true,
  at: '2025-06-05T13:31:59.000Z',
  sentAt: '2025-06-05T13:32:00.000Z',
  endedAt: null,
  reason: null,
})

function show(answer: () => Promise<Response>) {
  const asked = vi.fn(async (_url: string) => answer())
  vi.stubGlobal('fetch', asked)
  render(
    <QueryClientProvider client={createQueryClient()}>
      <OtherChange id={ID} />
    </QueryClientProvider>,
  )
  return asked
}
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the other change that is under way', () => {
  it.each([
    ['replace-upcoming', 'a change of the payments'],
    ['amend', 'a change of the rule'],
    ['disable', 'the disabling'],
    ['create', 'the creation'],
  ] as const)('is told as what it is, with who sent it and when: %s', async (action, words) => {
    const asked = show(async () => Response.json({ change: standing(action) }))
    await screen.findByText(`The other one is ${words}, sent by lead@quarterday.test on Thu 5 Jun 2025, 14:32.`)
    expect(screen.getByText(`The other change is ${ID}.`)).toBeTruthy()
    expect(asked.mock.calls.map(([url]) => url)).toEqual([`/api/changes/${ID}`])
  })

  it('is told by its id while nothing else is known of it, and where nothing ever will be', async () => {
    const asked = show(async () => Response.json({ problem: { kind: 'not-found', what: 'change' } }, { status: 404 }))
    expect(screen.getByText(`The other change is ${ID}.`)).toBeTruthy()
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
    await asked.mock.results[0]?.value
    expect(screen.queryByText(/The other one is/)).toBeNull()
  })
})

it.each([
  ['disable', 'The disabling'],
  ['create', 'The creation'],
] as const)('what was never confirmed begins with what it was: %s', (action, words) => {
  expect(unconfirmedText(standing(action))).toBe(
    `${words}, sent by lead@quarterday.test on Thu 5 Jun 2025, 14:32, was never confirmed.`,
  )
})
