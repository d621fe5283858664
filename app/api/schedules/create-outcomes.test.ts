import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { ask } from '@/lib/server/visitors'
import { cookies, directDebit, ended, fault, madeFor, onCreating, post, stateOf } from './create-scene'

// A schedule whose making got no clear answer: made once, or known not to be made.

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

onCreating(() => {
  it.each([
    ['500', true],
    ['applied-reset', true],
    ['applied-silence', true],
    ['html-200', true],
    ['204', true],
    ['cut-json', true],
  ])('finds what it made in the list after %s, and makes it once', async (name) => {
    const wanted = await directDebit()
    await fault(name, { applied: true })
    const { status, body } = await post(wanted)
    expect([status, body.change.state, body.schedule?.auddis]).toEqual([201, 'applied', wanted.auddis])
    expect(madeFor(wanted.auddis)).toBe(1)
  })

  it.each(['500', 'reset', 'silence', 'gateway-html'])(
    'says not applied after %s that made nothing, and a second try makes one',
    async (name) => {
      const wanted = await directDebit()
      await fault(name, { applied: false })
      const { key, status, body } = await post(wanted)
      expect([status, body.kind]).toEqual([504, 'outcome-unknown'])
      await ended(key)
      expect(await stateOf(key)).toBe('not-applied')
      const { tryAgain } = await import('@/lib/server/changes/second-thoughts')
      const { operatorOf } = await import('@/lib/server/operator')
      const operator = await operatorOf(cookies.agent ?? '', { touch: false })
      if (!operator) throw new Error('nobody is signed in')
      expect((await tryAgain(key, randomUUID(), operator)).status).toBe(201)
      expect(madeFor(wanted.auddis)).toBe(1)
    },
  )

  it('does not make it again on a second try where the first came to light meanwhile', async () => {
    const wanted = await directDebit()
    await fault('500', { applied: false })
    const { key } = await post(wanted)
    await ended(key)
    await post({ ...wanted, evenIfAlike: true })
    const { tryAgain } = await import('@/lib/server/changes/second-thoughts')
    const { operatorOf } = await import('@/lib/server/operator')
    const operator = await operatorOf(cookies.agent ?? '', { touch: false })
    if (!operator) throw new Error('nobody is signed in')
    await expect(tryAgain(key, randomUUID(), operator)).rejects.toMatchObject({ problem: { kind: 'busy' } })
    const { POST: again } = await import('../changes/[id]/again/route')
    const headers = { 'idempotency-key': randomUUID() }
    const more = ask(`/api/changes/${key}/again`, {
      method: 'POST',
      body: { amount: 1 },
      headers,
      cookie: cookies.agent,
    })
    const answer = await again(more, { params: Promise.resolve({ id: key }) })
    expect(await answer.json(), 'a second try says nothing of its own').toMatchObject({
      kind: 'bad-input',
      fields: [{ path: 'amount' }],
    })
    expect(madeFor(wanted.auddis)).toBe(1)
  })
})
