import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { PaymentCalendar } from '@/components/payment-calendar/payment-calendar'
import { type Reviewer, reviewerOf } from '@/components/review/reviewer'
import { createQueryClient } from '@/lib/queries/client'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { Schedule } from '@/lib/schedules/model'
import { readScheduleAddress } from '@/lib/schedules/schedule-address'
import { prepareAll } from './on-demand'
import { PaymentEditor } from './payment-editor'
import type { Errand } from './use-errand'

// For tests alone: the editor on its page, and readings that it is given.

export const agent = reviewerOf({ name: 'Agent', role: 'agent' }, 'sandbox')
export const lead = reviewerOf({ name: 'Team lead', role: 'lead' }, 'sandbox')

export const answerOf = (
  schedule: Schedule,
  basis = 'basis-of-the-first-reading',
  asOf = '2026-11-30T10:00:00Z',
): ScheduleAnswer => ({ schedule, basis, asOf })

/** All that is fetched on demand is there, and no draft is kept. The stub stays: what an editor keeps on its way out must reach no network. */
export function withoutDrafts(): void {
  beforeAll(prepareAll)
  beforeEach(() => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ draft: null })))
  })
}

type Scene = { now: Circumstances; address: string; by?: Reviewer }
type Page = { shown?: boolean; errand?: Errand | null }

/** The editor as `first` was read: it may be given another reading or an errand, and its tab be left and come back to. */
export function openEditor(first: ScheduleAnswer, { now, address, by = agent }: Scene) {
  const client = createQueryClient()
  const page = (answer: ScheduleAnswer, { shown = true, errand = null }: Page = {}) => (
    <QueryClientProvider client={client}>
      <CircumstancesProvider first={now} serverMs={null}>
        {shown && (
          <PaymentCalendar
            schedule={answer.schedule}
            address={readScheduleAddress(new URLSearchParams(address))}
            onAddress={() => undefined}
            onIntent={() => undefined}
          >
            {(frame) => <PaymentEditor answer={answer} by={by} frame={frame} errand={errand} />}
          </PaymentCalendar>
        )}
      </CircumstancesProvider>
    </QueryClientProvider>
  )
  const { rerender } = render(page(first))
  return {
    user: userEvent.setup(),
    update: (next: ScheduleAnswer) => rerender(page(next)),
    ask: (errand: Errand) => rerender(page(first, { errand })),
    leave: () => rerender(page(first, { shown: false })),
    comeBack: () => rerender(page(first)),
  }
}
