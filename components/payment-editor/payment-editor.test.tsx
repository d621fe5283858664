import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { PaymentCalendar } from '@/components/payment-calendar/payment-calendar'
import { type Reviewer, reviewerOf } from '@/components/review/reviewer'
import { EMPTY_WHY } from '@/components/review/why-form'
import { toPence } from '@/lib/money'
import { createQueryClient } from '@/lib/queries/client'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { draftOf } from '@/lib/schedules/draft'
import { aPlan, aSchedule, on, payments, pounds } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { packWork } from '@/lib/schedules/pack-work'
import { readScheduleAddress } from '@/lib/schedules/schedule-address'
import { prepareAll } from './on-demand'
import { PaymentEditor } from './payment-editor'

const dates = ['2026-12-01', '2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19']
const JAN = 'Tuesday 19 January 2027'
const FEB = 'Friday 19 February 2027'
const MAR = 'Friday 19 March 2027'
const ongoing = aSchedule({ upcoming: payments(dates) })
const answerOf = (schedule: Schedule, basis = 'basis-of-the-first-reading', asOf = '2026-11-30T10:00:00Z') => ({
  schedule,
  basis,
  asOf,
})

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

type Call = { method: string; path: string; key: string | null; body: Record<string, unknown> | null }
type Reply = { status: number; body: unknown } | Promise<{ status: number; body: unknown }> | Error
let calls: Call[] = []
let replies: ((call: Call) => Reply | undefined)[] = []

const changeOf = (call: Pick<Call, 'key'>, state: string) => ({
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
const saved = (call: Call, schedule = ongoing) => ({
  status: 200,
  body: {
    change: changeOf(call, 'applied'),
    schedule: { ...schedule, upcoming: call.body?.payments },
    basis: 'basis-of-what-was-saved',
    differences: [],
  },
})
const amountsOf = (call: Call | undefined) =>
  (call?.body?.payments as { amount: number }[] | undefined)?.map(({ amount }) => amount)
const puts = () => calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/upcoming'))

beforeEach(() => {
  calls = []
  replies = []
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
// The stub stays: what an editor keeps on its way out must not reach for a network.
beforeAll(prepareAll)
afterEach(cleanup)

const agent = reviewerOf({ name: 'Agent', role: 'agent' }, 'sandbox')
const lead = reviewerOf({ name: 'Team lead', role: 'lead' }, 'sandbox')

function show(answer: ScheduleAnswer = answerOf(ongoing), by: Reviewer = agent, view = 'list') {
  const client = createQueryClient()
  const page = (current: ScheduleAnswer, shown = true) => (
    <QueryClientProvider client={client}>
      <CircumstancesProvider first={on('2026-11-30', '10:00')} serverMs={null}>
        {shown && (
          <PaymentCalendar
            schedule={current.schedule}
            address={readScheduleAddress(new URLSearchParams(`show=${view}`))}
            onAddress={() => undefined}
            onIntent={() => undefined}
          >
            {(frame) => <PaymentEditor answer={current} by={by} frame={frame} />}
          </PaymentCalendar>
        )}
      </CircumstancesProvider>
    </QueryClientProvider>
  )
  const rendered = render(page(answer))
  return {
    user: userEvent.setup(),
    update: (next: ScheduleAnswer) => rendered.rerender(page(next)),
    leave: () => rendered.rerender(page(answer, false)),
    comeBack: () => rendered.rerender(page(answer)),
  }
}

const field = (what: 'Payment date' | 'Amount in pounds', day: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `${what}, ${day}` })
const type = async (user: ReturnType<typeof userEvent.setup>, input: HTMLInputElement, text: string) => {
  await user.clear(input)
  await user.type(input, `${text}{Enter}`)
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const review = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(button('Review and save'))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Reason for change' }), 'customer-asked')
}

describe('the list', () => {
  it('takes a day as people type it and shows what it became', async () => {
    const { user } = show()
    await type(user, field('Payment date', JAN), '+3wd')
    expect(field('Payment date', JAN).value).toBe('22/01/2027')
    expect(screen.getByText('Was Tue 19 Jan 2027')).toBeDefined()
    expect(screen.getByRole('status', { name: 'Calendar messages' }).textContent).toBe(
      'Payment moved from Tuesday 19 January 2027 to Friday 22 January 2027. 1 unsaved change.',
    )
  })

  it('puts back what stood there on Escape, and walks the column with Up and Down', async () => {
    const { user } = show()
    await user.click(field('Amount in pounds', JAN))
    await user.keyboard('99{Escape}')
    expect(field('Amount in pounds', JAN).value).toBe('25.32')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(field('Amount in pounds', FEB))
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(document.activeElement).toBe(field('Amount in pounds', 'Monday 21 December 2026'))
  })

  it('keeps what cannot be read, says why, and blocks saving', async () => {
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '12,5')
    expect(field('Amount in pounds', FEB).value).toBe('12,5')
    expect(field('Amount in pounds', FEB).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Type an amount in pounds, such as 25.32.')).toBeDefined()
    expect(button('Review and save').getAttribute('aria-disabled')).toBe('true')
  })

  it('offers the next banking day, and the amount that was meant, with one press', async () => {
    const { user } = show()
    await type(user, field('Payment date', JAN), '23/01/2027')
    await user.click(button('Use Mon 25 Jan 2027'))
    expect(field('Payment date', JAN).value).toBe('25/01/2027')
    await type(user, field('Amount in pounds', FEB), '2532')
    expect(screen.getByText('£2,532.00 is 100 times the usual £25.32.')).toBeDefined()
    await user.click(button('Use £25.32'))
    expect(field('Amount in pounds', FEB).value).toBe('25.32')
  })

  it('locks a row that is too late to change', () => {
    show()
    expect(field('Payment date', 'Tuesday 1 December 2026').readOnly).toBe(true)
    expect(screen.getAllByText('Too late to change')).toBeDefined()
  })

  it('fills rows from a pasted block of two columns', () => {
    show()
    fireEvent.paste(field('Payment date', JAN), {
      clipboardData: { getData: () => '20/01/2027\t10.00\n22/02/2027\t20.00' },
    })
    expect(field('Payment date', JAN).value).toBe('20/01/2027')
    expect(field('Amount in pounds', FEB).value).toBe('20.00')
    expect(screen.getByText('2 changes')).toBeDefined()
  })

  it('undoes, does again and discards', async () => {
    const { user } = show()
    await user.click(button(`Skip payment on ${JAN}`))
    expect(field('Amount in pounds', JAN).value).toBe('0.00')
    await user.click(button('Undo'))
    expect(field('Amount in pounds', JAN).value).toBe('25.32')
    expect(screen.getByRole('status', { name: 'Calendar messages' }).textContent).toContain(
      'Undone: skip payment on 19 January.',
    )
    await user.click(button('Redo'))
    expect(screen.getByText('1 change')).toBeDefined()
    await user.click(button('Discard changes'))
    expect(screen.getByText('No changes')).toBeDefined()
    expect(screen.getByRole('status', { name: 'Calendar messages' }).textContent).toBe(
      'Changes discarded. Undo brings them back. No unsaved changes.',
    )
    await user.click(button('Undo'))
    expect(screen.getByText('1 change')).toBeDefined()
    expect(field('Amount in pounds', JAN).value).toBe('0.00')
  })

  it('keeps what was typed while its tab is not on screen, and through a newer reading', async () => {
    const { user, leave, comeBack, update } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    leave()
    comeBack()
    expect(field('Amount in pounds', FEB).value).toBe('40.00')
    update(
      answerOf(aSchedule({ upcoming: payments(dates, '30.00') }), 'another-basis-altogether', '2026-11-30T11:00:00Z'),
    )
    expect(field('Amount in pounds', FEB).value).toBe('40.00')
    expect(button('Compare with your changes')).toBeDefined()
  })

  it('takes a newer reading over while nothing was changed', async () => {
    const { update } = show()
    update(
      answerOf(aSchedule({ upcoming: payments(dates, '30.00') }), 'another-basis-altogether', '2026-11-30T11:00:00Z'),
    )
    await waitFor(() => expect(field('Amount in pounds', FEB).value).toBe('30.00'))
  })
})

describe('a draft of an earlier visit', () => {
  const KEY = 'c0ffee00-0000-4000-8000-000000000001'
  const earlier = (amount: number, key: string | null = null, listed = ongoing.upcoming ?? []) => {
    const draft = draftOf(
      listed,
      listed.map((row) => (row.date === '2027-02-19' ? { ...row, amount: toPence(amount) } : row)),
    )
    const work = packWork({ draft, asOf: '2026-11-30T09:00:00Z', why: EMPTY_WHY })
    const kept = { work, key, basis: 'basis-of-the-first-reading', savedAt: '2026-11-30T14:20:00Z' }
    replies.push(({ path, method }) =>
      path.endsWith('/draft') ? { status: 200, body: { draft: method === 'GET' ? kept : null } } : undefined,
    )
  }
  const stored = () => calls.filter(({ method, path }) => method !== 'GET' && path.endsWith('/draft'))
  const question = () => screen.findByRole('dialog', { name: 'Which changes go on?' })

  it('goes on as it was left, and the focus goes to the payments', async () => {
    earlier(4000)
    const { user } = show()
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    expect(field('Amount in pounds', FEB).value).toBe('40.00')
    expect(document.activeElement?.tagName).toBe('INPUT')
  })

  it('does not take the place of what was changed before a choice: both go on, one step each', async () => {
    earlier(4000)
    const { user } = show()
    await screen.findByRole('button', { name: 'Continue' })
    await type(user, field('Amount in pounds', JAN), '30')
    await user.click(within(await question()).getByRole('button', { name: 'Keep both' }))
    expect(field('Amount in pounds', FEB).value).toBe('40.00')
    expect(field('Amount in pounds', JAN).value).toBe('30.00')
    await user.click(button('Undo'))
    expect(field('Amount in pounds', JAN).value).toBe('25.32')
    expect(screen.getByText('1 change')).toBeDefined()
  })

  it('waits while the answer is put off: nothing is written over it, it is asked again, and nothing is saved', async () => {
    earlier(4000)
    const { user, leave, comeBack } = show()
    await screen.findByRole('button', { name: 'Continue' })
    await type(user, field('Amount in pounds', JAN), '30')
    await user.click(within(await question()).getByRole('button', { name: 'Close' }))
    await user.click(button('Review and save'))
    await user.click(within(await question()).getByRole('button', { name: 'Close' }))
    await user.click(button('Continue'))
    await question()
    leave()
    comeBack()
    expect(field('Amount in pounds', JAN).value).toBe('30.00')
    await user.click(within(await question()).getByRole('button', { name: 'Keep these alone' }))
    expect(field('Amount in pounds', JAN).value).toBe('30.00')
    expect(field('Amount in pounds', FEB).value).toBe('25.32')
    expect(stored()[0]?.method).toBe('DELETE')
  })

  it('of another list is not mixed with what was changed on this one', async () => {
    earlier(4000, null, payments(dates.slice(1)))
    const { user } = show()
    await screen.findByRole('button', { name: 'Continue' })
    await type(user, field('Amount in pounds', JAN), '30')
    expect(within(await question()).queryByRole('button', { name: 'Keep both' })).toBeNull()
  })

  it('says that nothing was sent only where its key was asked after', async () => {
    earlier(4000, KEY)
    const told: Reply[] = [{ status: 500, body: { kind: 'unexpected', id: 'x' } }]
    replies.push(({ path }) => (path.startsWith('/api/changes/') ? told[0] : undefined))
    const { leave } = show()
    await screen.findByText(/^Whether it was sent could not be asked just now/)
    expect(screen.queryByText('Nothing of it was saved.')).toBeNull()
    leave()
    told[0] = { status: 404, body: { kind: 'not-found', what: 'change' } }
    show()
    await screen.findByText('Nothing of it was saved.')
  })

  it('is not offered while it is being got ready to be sent, and followed as soon as it was', async () => {
    earlier(4000, KEY)
    const told: Reply[] = [{ status: 409, body: { kind: 'busy' } }]
    replies.push(({ path }) => (path.startsWith('/api/changes/') ? told[0] : undefined))
    show()
    await vi.waitFor(
      () => expect(calls.filter(({ path }) => path.startsWith('/api/changes/')).length).toBeGreaterThan(1),
      5_000,
    )
    expect(screen.queryByText(/unsaved draft/)).toBeNull()
    told[0] = { status: 200, body: { change: changeOf({ key: KEY }, 'unknown') } }
    await screen.findByText(/^SmarterPay has not confirmed/, undefined, { timeout: 5_000 })
  })
})

describe('a plan', () => {
  const plan = aPlan({ total: '100.00', instalments: 4, upcoming: payments(dates.slice(1), '25.00') })

  it('blocks saving until all is placed, and places it to the penny', async () => {
    const { user } = show(answerOf(plan))
    await user.click(button(`Skip payment on ${JAN}`))
    expect(screen.getByText('Place £25.00 before saving: the plan must add up.')).toBeDefined()
    const group = screen.getByRole('radiogroup', { name: 'Where should £25.00 go?' })
    await user.click(within(group).getByRole('radio', { name: 'Spread over the rest' }))
    await user.click(button('Place £25.00'))
    expect(['Monday 21 December 2026', FEB, MAR].map((day) => field('Amount in pounds', day).value)).toEqual([
      '33.34',
      '33.33',
      '33.33',
    ])
    expect(button('Review and save').getAttribute('aria-disabled')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add payment' })).toBeNull()
  })
})

describe('saving', () => {
  it('sends the whole list once, under a key made when the review opened, however often it is pressed', async () => {
    let answer: (reply: { status: number; body: unknown }) => void = () => undefined
    replies.push((call) => (call.path.endsWith('/upcoming') ? new Promise((resolve) => (answer = resolve)) : undefined))
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    await review(user)
    await user.dblClick(button('Save 1 change'))
    await waitFor(() => expect(puts()).toHaveLength(1))
    const [put] = puts()
    expect(put?.key).toMatch(/^[0-9a-f-]{36}$/)
    expect(put?.body).toEqual({
      basis: 'basis-of-the-first-reading',
      payments: payments(dates).map((row) => (row.date === '2027-02-19' ? { ...row, amount: 4000 } : row)),
      reason: 'customer-asked',
      agreed: false,
    })
    if (put) answer(saved(put))
    const result = await screen.findByRole('heading', { name: 'Saved. SmarterPay confirmed all 5 payments.' })
    await waitFor(() => expect(result.matches(':focus')).toBe(true))
    await screen.findByText('No changes')
    expect(puts()).toHaveLength(1)
  })

  it('asks for a reason, and a note with Other', async () => {
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    await user.click(button('Review and save'))
    await user.click(button('Save 1 change'))
    expect(screen.getByRole('alert').textContent).toContain('Choose a reason.')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Reason for change' }), 'other')
    await user.click(button('Save 1 change'))
    expect(screen.getByRole('alert').textContent).toContain('Say what the reason is.')
    expect(puts()).toHaveLength(0)
  })

  const short = answerOf(aSchedule({ upcoming: payments(['2026-12-04', ...dates.slice(2)]) }))
  it('inside the notice period needs the payer’s agreement from an agent, and other words need it again', async () => {
    const { user } = show(short)
    await type(user, field('Amount in pounds', 'Friday 4 December 2026'), '10')
    await review(user)
    await user.click(button('Save 1 change'))
    expect(screen.getByRole('alert').textContent).toContain('the customer must agree first')
    await user.click(screen.getByRole('checkbox', { name: /^I read this/ }))
    await user.click(button('Back to editing'))
    await type(user, field('Amount in pounds', 'Friday 4 December 2026'), '11')
    await user.click(button('Review and save'))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^I read this/ }).checked).toBe(false)
    expect(puts()).toHaveLength(0)
  })

  it('asks a team lead for the reason alone', async () => {
    replies.push((call) => (call.path.endsWith('/upcoming') ? saved(call) : undefined))
    const { user } = show(short, lead)
    await type(user, field('Amount in pounds', 'Friday 4 December 2026'), '10')
    await review(user)
    await user.click(button('Save 1 change'))
    await screen.findByRole('heading', { name: /^Saved/ })
  })

  const problem =
    (kind: string, more = {}, state?: string) =>
    (call: Call) =>
      call.path.endsWith('/upcoming')
        ? { status: 503, body: { kind, ...more, ...(state && { change: changeOf(call, state) }) } }
        : undefined

  it('keeps the draft and the key when nothing was sent, and takes another key for another body', async () => {
    replies.push(problem('not-recorded'))
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    await review(user)
    await user.click(button('Save 1 change'))
    await screen.findByText('Changes are paused.')
    expect(screen.getByText(/Nothing was sent; your draft is kept\.$/)).toBeDefined()
    const offline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await user.click(button('Save 1 change'))
    expect(await screen.findByText('Nothing was sent; your draft is kept.')).toBeDefined()
    offline.mockRestore()
    await user.click(button('Save 1 change'))
    await waitFor(() => expect(puts()).toHaveLength(2))
    await user.click(button('Back to editing'))
    await type(user, field('Amount in pounds', FEB), '41')
    await user.click(button('Review and save'))
    await user.click(button('Save 1 change'))
    await waitFor(() => expect(puts()).toHaveLength(3))
    const [one, two, three] = puts().map(({ key }) => key)
    expect(two).toBe(one)
    expect(three).not.toBe(one)
  })

  it('shows SmarterPay’s refusal as text, and the next try takes a new key', async () => {
    replies.push(problem('refused', { reason: 'The date <b>x</b> is not allowed' }, 'refused'))
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    await review(user)
    await user.click(button('Save 1 change'))
    await screen.findByText('The date <b>x</b> is not allowed')
    await user.click(button('Back to editing'))
    expect(field('Amount in pounds', FEB).value).toBe('40.00')
    await user.click(button('Review and save'))
    await user.click(button('Save 1 change'))
    await waitFor(() => expect(puts()).toHaveLength(2))
    expect(puts()[1]?.key).not.toBe(puts()[0]?.key)
  })

  it('follows an unclear outcome until it is known, with no way to send again', async () => {
    let state = 'unknown'
    replies.push(problem('outcome-unknown', {}, 'unknown'), (call) =>
      call.path.startsWith('/api/changes/')
        ? { status: 200, body: { change: { ...changeOf({ key: call.path.slice(13) }, state) }, answer: null } }
        : undefined,
    )
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    await review(user)
    await user.click(button('Save 1 change'))
    await screen.findByRole('heading', { name: 'SmarterPay has not confirmed your 1 change yet' })
    expect(screen.queryByRole('button', { name: /Save|Try again|Review/ })).toBeNull()
    state = 'not-applied'
    await user.click(button('Check now'))
    await screen.findByRole('heading', { name: /^Not saved/ })
    replies.unshift((call) =>
      call.path.endsWith('/again') ? saved({ ...call, body: puts()[0]?.body ?? null }) : undefined,
    )
    await user.click(button('Try again'))
    await screen.findByRole('heading', { name: /^Saved/ })
    const again = calls.find(({ path }) => path.endsWith('/again'))
    expect(again?.path).toBe(`/api/changes/${puts()[0]?.key}/again`)
    expect(again?.key).not.toBe(puts()[0]?.key)
  })

  it('begins anew on what SmarterPay holds once a person said that an unclear change was saved', async () => {
    const now = aSchedule({
      upcoming: payments(dates).map((row, n) => (n === 3 ? { ...row, amount: pounds('77.00') } : row)),
    })
    let readable = false
    replies.push(problem('outcome-unknown', {}, 'unknown'), (call) => {
      const change = changeOf({ key: call.path.split('/')[3] ?? '' }, 'needs-attention')
      if (call.path.startsWith('/api/changes/')) return { status: 200, body: { change, answer: null } }
      if (call.method !== 'GET' || call.path !== `/api/schedules/${ongoing.id}`) return undefined
      return readable
        ? { status: 200, body: answerOf(now, 'basis-of-the-second-reading', '2026-11-30T11:00:00Z') }
        : { status: 502, body: { kind: 'unreadable' } }
    })
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    await review(user)
    await user.click(button('Save 1 change'))
    await user.click(await screen.findByRole('radio', { name: /^It was saved/ }))
    await user.type(screen.getByRole('textbox', { name: 'How do you know?' }), 'Asked the payer')
    await user.click(button('Record what came of it'))
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/resolve'))).toBe(true))
    expect(screen.queryByRole('region', { name: 'Draft' })).toBeNull()
    readable = true
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByText('No changes')
    expect(field('Amount in pounds', FEB).value).toBe('77.00')
    expect(puts()).toHaveLength(1)
  })

  it('compares after a conflict and saves the merge only after a new review on the new basis', async () => {
    const theirs = aSchedule({
      upcoming: payments(dates).map((row, n) => (n === 1 ? { ...row, amount: 3000 as never } : row)),
    })
    let stale = true
    replies.push((call) =>
      call.path.endsWith('/upcoming')
        ? stale
          ? { status: 409, body: { kind: 'stale' } }
          : saved(call)
        : call.method === 'GET' && call.path === `/api/schedules/${ongoing.id}`
          ? { status: 200, body: answerOf(theirs, 'basis-of-the-second-reading', '2026-11-30T11:00:00Z') }
          : undefined,
    )
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    await review(user)
    await user.click(button('Save 1 change'))
    await screen.findByRole('heading', { name: 'This schedule changed after you opened it.' })
    expect((await screen.findByRole('table', { name: 'Conflict' })).textContent).toContain('£30.00theirs, kept')
    stale = false
    await user.click(button('Review merged changes'))
    await user.click(button('Save 1 change'))
    await screen.findByRole('heading', { name: /^Saved/ })
    expect(puts()[1]?.body).toMatchObject({ basis: 'basis-of-the-second-reading' })
    expect(amountsOf(puts()[1])).toEqual([2532, 3000, 2532, 4000, 2532])
  })
})

describe('one draft over three views', () => {
  const cell = (name: RegExp) => screen.getByRole('gridcell', { name })
  const tab = (name: string) => screen.getByRole('tab', { name })

  it('draws in calendar and year what was changed in the list, and nothing is lost on the way', async () => {
    const { user } = show()
    await type(user, field('Payment date', JAN), '27/01/2027')
    await user.click(button(`Skip payment on ${FEB}`))
    await user.click(tab('Year'))
    expect(
      within(screen.getByRole('table', { name: 'Payments by month' })).getByRole('row', { name: /^February 2027/ })
        .textContent,
    ).toContain('0£0.00£25.321')
    expect(screen.getByText('2 changes')).toBeDefined()
    await user.click(screen.getByRole('button', { name: /^January 2027/ }))
    expect(cell(/^Wednesday 27 January 2027, 1 payment, £25\.32, moved$/)).toBeDefined()
    expect(cell(/^Tuesday 19 January 2027, no payments, £25\.32 moved to 27 January$/)).toBeDefined()
    await user.click(button('Undo'))
    await user.click(button('Undo'))
    expect(cell(/^Tuesday 19 January 2027, 1 payment, £25\.32, scheduled$/)).toBeDefined()
    await user.click(button('Redo'))
    await user.click(tab('List'))
    expect(field('Payment date', JAN).value).toBe('27/01/2027')
  })

  it('goes to the next payment of the draft, not to one that was moved away', async () => {
    const { user } = show(answerOf(aSchedule({ upcoming: payments(dates.slice(1)) })))
    await type(user, field('Payment date', 'Monday 21 December 2026'), '29/12/2026')
    await user.click(tab('Calendar'))
    await user.click(button('Next payment'))
    expect(document.activeElement).toBe(cell(/^Tuesday 29 December 2026, 1 payment/))
  })
})
