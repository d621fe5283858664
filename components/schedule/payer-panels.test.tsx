import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/lib/queries/client'
import { aSchedule } from '@/lib/schedules/examples'
import { PayerPanels } from './payer-panels'

const asOf = '2026-11-30T10:00:00.000Z'
const bankAccount = {
  id: 'BA01',
  accountName: 'N WOLSTENHOLME',
  bankName: 'Bank of Testing',
  sortCode: '**-**-56',
  accountNumber: '****1234',
  enabled: true,
}

/** Answers by the end of the path; everything else is refused for want of access. */
function answering(answers: Record<string, unknown>) {
  vi.stubGlobal('fetch', async (path: string) => {
    const found = Object.entries(answers).find(([end]) => path.endsWith(end))
    return found
      ? new Response(JSON.stringify(found[1]), { status: 200 })
      : new Response(JSON.stringify({ kind: 'misconfigured' }), { status: 502 })
  })
}

const panel = (name: string) => within(screen.getByRole('region', { name }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('shows what was found although other look-ups failed, and tries one again alone', async () => {
  answering({ '/bank-account': { bankAccount, asOf } })
  render(
    <QueryClientProvider client={createQueryClient()}>
      <PayerPanels schedule={aSchedule()} />
    </QueryClientProvider>,
  )
  expect(await panel('Bank account').findByText('N WOLSTENHOLME')).toBeTruthy()
  expect(panel('Bank account').getByText('ends in 1234')).toBeTruthy()
  for (const name of ['Customer', 'Mandate', 'Payments taken'])
    expect(await panel(name).findByText(/Not available/)).toBeTruthy()

  answering({ '/payments': { rows: [], more: false, asOf } })
  await userEvent.click(panel('Payments taken').getByRole('button', { name: 'Try again' }))
  expect(await panel('Payments taken').findByText('None yet.')).toBeTruthy()
  expect(panel('Customer').getByText(/Not available/)).toBeTruthy()
})
