import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { ProblemError } from '@/lib/problem'
import { DEFAULT_QUERY } from '@/lib/schedules/contract'
import { type BffRequest, bff } from './bff'
import { createQueryClient } from './client'
import { setPagePerson } from './page-person'
import { siblingsQuery } from './payers'
import { scheduleQuery, schedulesQuery } from './schedules'

const shape = async () => z.object({ ok: z.literal(true) })
const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('navigator', { onLine: true })
  fetched.mockReset()
})
afterEach(() => vi.unstubAllGlobals())

const answer = (body: unknown, status = 200) =>
  fetched.mockImplementation(() =>
    Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })),
  )
const problemOf = (request?: BffRequest) =>
  bff(shape, '/api/x', request).then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  )
const WRITE: BffRequest = { method: 'PUT', body: { a: 1 }, key: 'k' }

describe('the way to the BFF', () => {
  it('brings an answer of the right shape, and never from a cache', async () => {
    answer({ ok: true })
    expect(await bff(shape, '/api/x')).toEqual({ ok: true })
    expect(fetched).toHaveBeenCalledWith(
      '/api/x',
      expect.objectContaining({ method: 'GET', cache: 'no-store', redirect: 'error' }),
    )
  })

  it('fetches no schema for the answer that mostly comes, and checks any other', async () => {
    const load = vi.fn(shape)
    answer('{"ok":true}')
    expect(await bff(load, '/api/x', { mostly: '{"ok":true}' })).toEqual({ ok: true })
    expect(load).not.toHaveBeenCalled()
    answer('{"ok":1}')
    await expect(bff(load, '/api/x', { mostly: '{"ok":true}' })).rejects.toMatchObject({
      problem: { kind: 'unreadable' },
    })
    answer('{"ok":true}', 500)
    await expect(bff(load, '/api/x', { mostly: '{"ok":true}' })).rejects.toBeInstanceOf(ProblemError)
  })

  it('lets a write leave without its schema where the answer that mostly comes can be told without', async () => {
    const load = vi.fn(shape)
    const write: BffRequest = { ...WRITE, mostly: (told) => (told as { ok?: unknown })?.ok === true }
    answer({ ok: true })
    expect(await bff(load, '/api/x', write)).toEqual({ ok: true })
    expect(load).not.toHaveBeenCalled()
    answer({ ok: true }, 500)
    await expect(bff(load, '/api/x', write)).rejects.toMatchObject({ problem: { kind: 'outcome-unknown' } })
    answer('<html>')
    await expect(bff(load, '/api/x', write)).rejects.toMatchObject({ problem: { kind: 'outcome-unknown' } })
  })

  it('carries a write with its type and key', async () => {
    answer({ ok: true })
    await bff(shape, '/api/x', WRITE)
    const init = fetched.mock.calls[0]?.[1]
    expect(init?.body).toBe('{"a":1}')
    expect(init?.headers).toMatchObject({ 'Content-Type': 'application/json', 'Idempotency-Key': 'k' })
  })

  it('says for whom the page was drawn, once that is known', async () => {
    answer({ ok: true })
    await bff(shape, '/api/x', WRITE)
    expect(fetched.mock.calls[0]?.[1]?.headers).not.toHaveProperty('Quarterday-Person')
    setPagePerson('zoë@quarterday.test')
    answer({ ok: true })
    await bff(shape, '/api/x')
    expect(fetched.mock.calls[1]?.[1]?.headers).toMatchObject({ 'Quarterday-Person': 'zo%C3%AB%40quarterday.test' })
  })

  it('hands on the problem that the BFF told, and the change that it is about', async () => {
    const change = { id: 'c1', state: 'attempted' }
    answer({ type: '/problems/busy', title: 'x', status: 409, kind: 'busy', alike: 'S2', change }, 409)
    expect(await problemOf()).toEqual({ kind: 'busy', alike: 'S2' })
    await expect(bff(shape, '/api/x', WRITE)).rejects.toMatchObject({ problem: { kind: 'busy' }, change })
  })

  it.each<[string, unknown, number, object, object]>([
    ['another shape', { ok: 1 }, 200, { kind: 'unreadable' }, { kind: 'outcome-unknown' }],
    ['no JSON', '<html>', 200, { kind: 'unreadable' }, { kind: 'outcome-unknown' }],
    ['a gateway’s page', '<html>', 502, { kind: 'unreachable', offline: true }, { kind: 'outcome-unknown' }],
    ['a problem nobody knows', { kind: 'new' }, 418, { kind: 'unreadable' }, { kind: 'outcome-unknown' }],
  ])('takes %s for what it is', async (_, body, status, reading, writing) => {
    answer(body, status)
    expect(await problemOf()).toEqual(reading)
    expect(await problemOf(WRITE)).toEqual(writing)
  })

  it('offline, sends nothing and says so', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(await problemOf(WRITE)).toEqual({ kind: 'unreachable', offline: true })
    expect(fetched).not.toHaveBeenCalled()
  })

  it('broken off, leaves a read unreached and a write unknown', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await problemOf()).toEqual({ kind: 'unreachable', offline: true })
    expect(await problemOf(WRITE)).toEqual({ kind: 'outcome-unknown' })
  })

  it('sends no write before its answer can be read, and never without', async () => {
    answer({ ok: true })
    await bff(
      async () => {
        expect(fetched).not.toHaveBeenCalled()
        return shape()
      },
      '/api/x',
      WRITE,
    )
    expect(fetched).toHaveBeenCalledTimes(1)
    const lost = () => Promise.reject(new Error('Failed to load chunk'))
    await expect(bff(lost, '/api/x', WRITE)).rejects.toMatchObject({ problem: { kind: 'unreachable', offline: true } })
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('asks while the schema is on its way, and says so where it does not come', async () => {
    answer({ ok: true })
    const lost = async () => {
      await vi.waitFor(() => expect(fetched).toHaveBeenCalled())
      throw new Error('Failed to load chunk')
    }
    await expect(bff(lost, '/api/x')).rejects.toMatchObject({ problem: { kind: 'unreachable', offline: true } })
  })

  it('aborted, is no problem of anybody’s', async () => {
    fetched.mockImplementation((_, init) => Promise.reject(init.signal?.reason))
    expect(await problemOf({ signal: AbortSignal.abort() })).toMatchObject({ name: 'AbortError' })
  })
})

describe('the query client', () => {
  const failing = (kind: 'unreachable' | 'unreadable') => {
    const ask = vi.fn(() => Promise.reject(new ProblemError({ kind })))
    return { ask, run: () => createQueryClient().fetchQuery({ queryKey: ['x'], queryFn: ask }) }
  }
  const options = () => createQueryClient().getDefaultOptions()

  it('asks again for a read that was not reached, twice, and never for another problem', () => {
    const { retry } = options().queries ?? {}
    if (typeof retry !== 'function') throw new Error('no rule')
    const unreachable = new ProblemError({ kind: 'unreachable' })
    expect([0, 1, 2].map((failures) => retry(failures, unreachable))).toEqual([true, true, false])
    for (const kind of ['unreadable', 'misconfigured', 'not-signed-in', 'outcome-unknown'] as const)
      expect(retry(0, new ProblemError({ kind }))).toBe(false)
    vi.stubGlobal('navigator', { onLine: false })
    expect(retry(0, new ProblemError({ kind: 'unreachable', offline: true }))).toBe(false)
  })

  it('waits as long as it was told, and never over ten seconds', () => {
    const { retryDelay } = options().queries ?? {}
    if (typeof retryDelay !== 'function') throw new Error('no rule')
    const delay = (retryAfterSeconds?: number) =>
      retryDelay(
        0,
        new ProblemError({ kind: 'unreachable', ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }),
      )
    expect([delay(), delay(5), delay(60)]).toEqual([1_000, 5_000, 10_000])
  })

  it('never repeats or holds back a write', () => {
    expect(options().mutations).toEqual({ retry: 0, networkMode: 'always' })
  })

  it('tells a failed read once it gives up', async () => {
    const { ask, run } = failing('unreadable')
    await expect(run()).rejects.toMatchObject({ problem: { kind: 'unreadable' } })
    expect(ask).toHaveBeenCalledTimes(1)
  })
})

describe('queries', () => {
  it('have one key for one question, and the address of the route', async () => {
    const query = { ...DEFAULT_QUERY, q: 'a b', status: ['active' as const] }
    expect(
      schedulesQuery({ status: ['active'], q: 'a b', size: 50, page: 1, sort: DEFAULT_QUERY.sort }).queryKey,
    ).toEqual(schedulesQuery(query).queryKey)
    expect(schedulesQuery(query).queryKey).not.toEqual(schedulesQuery({ ...query, page: 2 }).queryKey)
    answer({}, 200)
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    await client.fetchQuery(schedulesQuery(query)).catch(() => null)
    await client.fetchQuery(siblingsQuery('M1')).catch(() => null)
    await client.fetchQuery(scheduleQuery('../x')).catch(() => null)
    expect(fetched.mock.calls.map(([path]) => path)).toEqual([
      '/api/schedules?q=a+b&status=active',
      '/api/mandates/M1/schedules',
      '/api/schedules/..%2Fx',
    ])
  })
})
