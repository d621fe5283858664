import { hash } from '@node-rs/argon2'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { addDemoPeople, delayMs, SignInPaused, signInLocally } from './local-sign-in'
import { onEmbeddedStore } from './store/both'
import { addLocalPeople, findPerson, setPerson } from './store/people'
import { throttle } from './store/people-tables'
import { stubSettings } from './visitors'

beforeAll(() => stubSettings())

onEmbeddedStore('signing in with a password', (store) => {
  let clock = Date.parse('2026-01-19T09:00:00Z')
  let waited: number[] = []
  const pace = {
    now: () => new Date(clock),
    wait: async (ms: number) => {
      waited.push(ms)
    },
  }
  const signIn = (email: string, password: string, address = '203.0.113.1') =>
    signInLocally({ email, password, address }, pace)
  const fail = async (times: number, email = 'ann@example.test', address?: string) => {
    for (let n = 0; n < times; n++) expect(await signIn(email, 'wrong', address)).toBeNull()
  }

  beforeAll(async () => {
    const passwordHash = await hash('right')
    await addLocalPeople([
      { email: 'ann@example.test', role: 'agent', passwordHash },
      { email: 'bo@example.test', role: 'agent', passwordHash },
    ])
  })
  beforeEach(async () => {
    await store().db.delete(throttle)
    waited = []
    clock += 3_600_000
  })

  it('knows the right one, in any spelling of the address', async () => {
    expect(await signIn(' Ann@EXAMPLE.test ', 'right')).toMatchObject({ email: 'ann@example.test' })
    for (const wrong of ['Right', 'right ', '', 'right\u0000', `right${'x'.repeat(300)}`])
      expect(await signIn('ann@example.test', wrong)).toBeNull()
    expect(await signIn('nobody@example.test', 'right')).toBeNull()
  })

  it('lets nobody in who is off', async () => {
    await setPerson('bo@example.test', 'off')
    expect(await signIn('bo@example.test', 'right')).toBeNull()
    await setPerson('bo@example.test', 'agent')
    expect(await signIn('bo@example.test', 'right')).not.toBeNull()
  })

  it('takes longer from the fifth failure on, and stops for a quarter of an hour at the tenth, even for the right one', async () => {
    await fail(10)
    expect(waited).toEqual([0, 0, 0, 0, 0, 500, 1_000, 2_000, 4_000, 8_000])
    await expect(signIn('ann@example.test', 'right')).rejects.toThrow(SignInPaused)
    clock += 15 * 60_000 - 1
    await expect(signIn('ANN@example.test', 'right')).rejects.toThrow(SignInPaused)
    clock += 1
    expect(await signIn('ann@example.test', 'right')).not.toBeNull()
  })

  it('treats an account that does not exist in just the same way', async () => {
    await fail(10, 'nobody@example.test')
    expect(waited).toEqual([0, 0, 0, 0, 0, 500, 1_000, 2_000, 4_000, 8_000])
    await expect(signIn('nobody@example.test', 'x')).rejects.toThrow(SignInPaused)
  })

  it('does the same work for an account that does not exist', async () => {
    const timed = async (email: string) => {
      const times: number[] = []
      for (let n = 0; n < 5; n++) {
        await store().db.delete(throttle)
        const began = performance.now()
        await signIn(email, 'wrong')
        times.push(performance.now() - began)
      }
      return times.sort((a, b) => a - b)[2] ?? 0
    }
    await timed('nobody@example.test')
    const [known, unknown] = [await timed('ann@example.test'), await timed('nobody@example.test')]
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(2.5)
  })

  it('cannot be outrun by trying many at once', async () => {
    const tries = Array.from({ length: 40 }, () =>
      signIn('ann@example.test', 'wrong').catch((error: Error) => error.name),
    )
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(10)
    expect(outcomes.filter((outcome) => outcome === 'SignInPaused')).toHaveLength(30)
  })

  it('holds many who are right at once', async () => {
    const tries = Array.from({ length: 20 }, () => signIn('ann@example.test', 'right'))
    expect((await Promise.all(tries)).every((person) => person?.email === 'ann@example.test')).toBe(true)
  })

  it('brakes an address that tries one account after the other', async () => {
    for (let n = 0; n < 10; n++) await fail(1, `person${n}@example.test`, '203.0.113.7')
    await expect(signIn('bo@example.test', 'right', '203.0.113.7')).rejects.toThrow(SignInPaused)
    expect(await signIn('bo@example.test', 'right', '203.0.113.8')).not.toBeNull()
  })

  it('forgives an office the slips of those who then got in', async () => {
    for (let n = 0; n < 6; n++) {
      await fail(3, 'ann@example.test')
      expect(await signIn('ann@example.test', 'right')).not.toBeNull()
    }
    expect(Math.max(...waited)).toBe(0)
  })

  it('adds the demo’s people once, and leaves them as they are', async () => {
    await addDemoPeople()
    expect(await signIn('lead@quarterday.test', 'quarterday')).toMatchObject({ role: 'lead', name: 'Team lead' })
    await setPerson('lead@quarterday.test', 'finance')
    await addDemoPeople()
    expect(await findPerson('lead@quarterday.test')).toMatchObject({ role: 'finance' })
  })
})

it('grows the delay by doubling', () => {
  expect([0, 4, 5, 6, 9].map(delayMs)).toEqual([0, 0, 500, 1_000, 8_000])
})
