import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EMPTY_WHY } from '@/components/review/why-form'
import { toPence } from '@/lib/money'
import { draftOf } from '@/lib/schedules/draft'
import { payments } from '@/lib/schedules/examples'
import { packWork } from '@/lib/schedules/pack-work'
import {
  button,
  calls,
  changeOf,
  dates,
  FEB,
  field,
  JAN,
  ongoing,
  type Reply,
  replies,
  show,
  type,
  withServer,
} from './list-scene'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

withServer()
afterEach(cleanup)

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
