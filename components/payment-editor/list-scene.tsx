import { screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeAll, beforeEach, vi } from 'vitest'
import { aSchedule, on, payments } from '@/lib/schedules/examples'
import { prepareAll } from './on-demand'
import { agent, answerOf, openEditor } from './scene'

// For tests alone: a monthly schedule in the list on Monday 30 November 2026, ten o'clock, and a server that answers as a test says.

export const dates = ['2026-12-01', '2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19']
export const DEC = 'Monday 21 December 2026'
export const JAN = 'Tuesday 19 January 2027'
export const FEB = 'Friday 19 February 2027'
export const MAR = 'Friday 19 March 2027'
export const ongoing = aSchedule({ upcoming: payments(dates) })

export const show = (answer = answerOf(ongoing), by = agent) =>
  openEditor(answer, { now: on('2026-11-30', '10:00'), address: 'show=list', by })

export const field = (what: 'Payment date' | 'Amount in pounds', day: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `${what}, ${day}` })
export const button = (name: string | RegExp) => screen.getByRole('button', { name })
export const type = async (user: UserEvent, input: HTMLInputElement, text: string) => {
  await user.clear(input)
  await user.type(input, `${text}{Enter}`)
}

export type Call = { method: string; path: string; key: string | null; body: Record<string, unknown> | null }
export type Reply = { status: number; body: unknown } | Promise<{ status: number; body: unknown }> | Error

/** What was asked of the server, in order. */
export const calls: Call[] = []
/** How it answers: the first reply that has something to say to a call. No draft is kept, and all else is not found. */
export const replies: ((call: Call) => Reply | undefined)[] = []

/** Puts that server in place for the tests of a file. The stub stays: what an editor keeps on its way out must reach no network. */
export function withServer(): void {
  beforeAll(prepareAll)
  beforeEach(() => {
    calls.length = 0
    replies.length = 0
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers)
      const call: Call = {
        method: init.method ?? 'GET',
        path,
        key: headers.get('Idempotency-Key'),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
      }
      calls.push(call)
      const own = replies.map((reply) => reply(call)).find((reply) => reply !== undefined)
      const reply = await (own ?? (path.endsWith('/draft') ? { status: 200, body: { draft: null } } : undefined))
      if (reply instanceof Error) throw reply
      const { status, body } = reply ?? { status: 404, body: { kind: 'not-found', what: 'schedule' } }
      return new Response(JSON.stringify(body), { status })
    })
  })
}

/** A change of payments as the server tells of it. */
export const changeOf = (call: Pick<Call, 'key'>, state: string) => ({
  id: call.key ?? '',
  state,
  action: 'replace-upcoming',
  schedule: ongoing.id,
  person: 'agent@quarterday.test',
  sent: true,
  at: '2026-11-30T10:00:00Z',
  sentAt: '2026-11-30T10:00:00Z',
  endedAt: null,
  reason: null,
})
