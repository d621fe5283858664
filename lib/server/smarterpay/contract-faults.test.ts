import { describe, expect, it } from 'vitest'
import { answerSchedule } from '@/lib/server/reading/schedules'
import { ask, calls, DOCUMENTED, fault, from, sandbox, withSandbox } from './contract-scene'
import { createTransport } from './transport'

// Every fault of reading that the sandbox knows, and what the client makes of it.

withSandbox()

describe('when something goes wrong over there', () => {
  it.each<[string, Record<string, unknown>, number, Record<string, unknown>]>([
    ['reset', {}, 3, { kind: 'unreachable' }],
    ['silence', {}, 1, { kind: 'unreachable' }],
    ['slow', { params: { ms: 40 } }, 1, { kind: 'unreachable' }],
    ['delay', { params: { ms: 5_000 } }, 1, { kind: 'unreachable' }],
    ['500', {}, 3, { kind: 'unreachable' }],
    ['gateway-html', {}, 3, { kind: 'unreachable' }],
    ['redirect', {}, 3, { kind: 'unreachable' }],
    ['html-200', {}, 1, { kind: 'unreadable' }],
    ['html-200', { params: { type: 'application/json' } }, 1, { kind: 'unreadable' }],
    ['cut-json', {}, 1, { kind: 'unreadable' }],
    ['cut-json', { params: { clean: false } }, 1, { kind: 'unreadable' }],
    ['204', {}, 1, { kind: 'unreadable' }],
    ['other-record', {}, 1, { kind: 'unreadable' }],
    ['huge', {}, 1, { kind: 'unreadable' }],
    ['429', { params: { retryAfter: 30 } }, 1, { kind: 'unreachable', retryAfterSeconds: 30 }],
    ['503', { params: { retryAfter: 30 } }, 1, { kind: 'unreachable', retryAfterSeconds: 30 }],
    ['498', {}, 2, { kind: 'misconfigured' }],
    ['status', { params: { status: 405, message: 'Not so' } }, 1, { kind: 'refused', reason: 'Not so' }],
  ])('%s %j ends a read after %i calls, and is told as it is', async (name, more, times, expected) => {
    await fault(name, more)
    const { problem, asked } = await calls(() => answerSchedule(DOCUMENTED, { from }))
    expect(problem).toEqual(expected)
    expect(asked).toHaveLength(times)
  })

  it.each(['reset', '500', 'gateway-html', '498', '429', '503'])('%s once harms nobody', async (name) => {
    await fault(name, { times: 1, params: { retryAfter: 0 } })
    expect(await answerSchedule(DOCUMENTED, { from })).toMatchObject({ schedule: { id: DOCUMENTED } })
  })

  it.each<[string, Record<string, unknown>]>([
    ['silence', { kind: 'unreachable' }],
    ['html-200', { kind: 'unreadable' }],
    ['cut-json', { kind: 'unreadable' }],
    ['other-record', { kind: 'unreadable' }],
    ['huge', { kind: 'unreadable' }],
    ['498', { kind: 'misconfigured' }],
  ])('%s is no empty list', async (name, problem) => {
    await fault(name)
    await expect(ask()).rejects.toMatchObject({ problem })
  })

  it('a list without limits still ends: a search stops at its bound', async () => {
    await fault('endless')
    expect(await ask({ q: 'MEM', size: 200, page: 2 })).toMatchObject({ more: true })
    await expect(ask({ q: 'MEM', size: 500, page: 11 })).rejects.toMatchObject({ problem: { kind: 'bad-input' } })
  })

  it('a wrong token is ours to mend', async () => {
    const wrong = createTransport({
      origin: sandbox.url,
      token: 'wrong',
      readTimeoutMs: 2_000,
      writeTimeoutMs: 1,
      log: () => undefined,
    })
    await expect(answerSchedule(DOCUMENTED, { from: wrong })).rejects.toMatchObject({
      problem: { kind: 'misconfigured' },
    })
  })
})
