import { cleanup, screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aSchedule, payments, pounds } from '@/lib/schedules/examples'
import {
  button,
  type Call,
  calls,
  changeOf,
  dates,
  FEB,
  field,
  ongoing,
  replies,
  show,
  type,
  withServer,
} from './list-scene'
import { answerOf, lead } from './scene'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

withServer()
afterEach(cleanup)

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
const review = async (user: UserEvent) => {
  await user.click(button('Review and save'))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Reason for change' }), 'customer-asked')
}

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
