import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftQuery, dropDraft, keepDraft, putAllWaiting } from './drafts'
import { clearWaiting, letWait, waitingWork } from './waiting-work'

const AGENT = 'agent@quarterday.test'
const LEAD = 'lead@quarterday.test'
const basis = 'basis-of-the-first-reading'
const now = () => new Date().toISOString()

let calls: string[]
let kept: { work: unknown; key: null; basis: string; savedAt: string } | null
let reached: boolean
let signedIn: string
let forgotten: unknown[]

beforeEach(() => {
  sessionStorage.clear()
  calls = []
  kept = null
  reached = true
  signedIn = AGENT
  forgotten = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    if (!reached) throw new TypeError('no network')
    calls.push(`${method} ${path}`)
    if (path === '/api/me') return new Response(JSON.stringify({ email: signedIn }))
    if (method === 'PUT') kept = { key: null, basis, ...JSON.parse(String(body)), savedAt: now() }
    if (method === 'DELETE') {
      forgotten.push(JSON.parse(String(body)))
      kept = null
    }
    return new Response(JSON.stringify({ draft: kept }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const keep = (typed: string, person: string | null = AGENT) =>
  keepDraft('14001', { work: { typed }, basis }, person).catch(() => undefined)
const offered = async (person: string) => {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return (await cache.fetchQuery(draftQuery('14001', person))).draft
}

it('waits in the tab while the server cannot be reached, and no longer', async () => {
  reached = false
  await keep('one')
  expect(waitingWork(AGENT, '14001')?.work).toEqual({ typed: 'one' })
  reached = true
  await keep('two')
  expect(waitingWork(AGENT, '14001')).toBeNull()
  expect(kept?.work).toEqual({ typed: 'two' })
})

it('is kept without a card number, here or there, and its lines as one', async () => {
  reached = false
  const note = 'Call back\nafter five'
  const typed = { amount: '40.00', why: { note, reference: '4111 1111 1111 1111' } }
  await keepDraft('14001', { work: typed, basis }, AGENT).catch(() => undefined)
  const held = { amount: '40.00', why: { note: 'Call back after five', reference: '' } }
  expect(waitingWork(AGENT, '14001')?.work).toEqual(held)
  reached = true
  await keepDraft('14001', { work: typed, basis }, AGENT)
  expect(kept?.work).toEqual(held)
})

it('is put on the server with its basis once that works again', async () => {
  reached = false
  await keep('one')
  reached = true
  await putAllWaiting(AGENT)
  expect(kept).toMatchObject({ work: { typed: 'one' }, basis })
  expect(waitingWork(AGENT, '14001')).toBeNull()
})

it('is not put under the name of somebody else who is signed in by now', async () => {
  reached = false
  await keep('one')
  reached = true
  signedIn = LEAD
  await putAllWaiting(AGENT)
  expect(calls).toEqual(['GET /api/me'])
  expect(waitingWork(AGENT, '14001')).not.toBeNull()
})

it('is offered to the one who typed it, and to nobody else', async () => {
  reached = false
  await keep('one')
  reached = true
  expect(await offered(LEAD)).toBeNull()
  expect((await offered(AGENT))?.work).toEqual({ typed: 'one' })
  expect(kept?.work).toEqual({ typed: 'one' })
})

it('is offered from the tab where the server stays out of reach', async () => {
  reached = false
  await keep('one')
  expect((await offered(AGENT))?.work).toEqual({ typed: 'one' })
})

it('gives way to what the server was given later', async () => {
  letWait(AGENT, '14001', {
    work: { typed: 'old' },
    key: null,
    basis,
    savedAt: new Date(Date.now() - 60_000).toISOString(),
  })
  kept = { work: { typed: 'new' }, key: null, basis, savedAt: now() }
  expect((await offered(AGENT))?.work).toEqual({ typed: 'new' })
  expect(waitingWork(AGENT, '14001')).toBeNull()
})

it('does not give way to what it was typed after, however slow the clock of this browser is', async () => {
  await keep('one')
  kept = { work: { typed: 'one' }, key: null, basis, savedAt: new Date(Date.now() + 300_000).toISOString() }
  await offered(AGENT)
  reached = false
  await keep('two')
  reached = true
  expect((await offered(AGENT))?.work).toEqual({ typed: 'two' })
  expect(kept.work).toEqual({ typed: 'two' })
})

it('of more than eight hours ago is not offered', () => {
  letWait(AGENT, '14001', {
    work: {},
    key: null,
    basis,
    savedAt: new Date(Date.now() - 8 * 3_600_000 - 1).toISOString(),
  })
  expect(waitingWork(AGENT, '14001')).toBeNull()
})

it('is not put back by what waited when it was discarded', async () => {
  reached = false
  await keep('one')
  await dropDraft('14001').catch(() => undefined)
  reached = true
  await putAllWaiting(AGENT)
  expect(calls).toEqual([])
})

it('goes at sign-out, and where somebody else signs in', async () => {
  const draft = { work: {}, key: null, basis, savedAt: now() }
  letWait(AGENT, '14001', draft)
  letWait(LEAD, '14002', draft)
  clearWaiting(LEAD)
  expect([waitingWork(AGENT, '14001'), waitingWork(LEAD, '14002')]).toEqual([null, draft])
  clearWaiting()
  expect(sessionStorage.length).toBe(0)
})

it('of nobody who is known does not wait', async () => {
  reached = false
  await keep('one', null)
  expect(sessionStorage.length).toBe(0)
})

it('is forgotten up to what this tab knows to be kept, so that another tab’s stays', async () => {
  await dropDraft('14009')
  await keep('one')
  const { savedAt } = kept ?? {}
  await dropDraft('14001')
  kept = { work: { typed: 'two' }, key: null, basis, savedAt: '2026-11-30T14:20:00.000Z' }
  await offered(AGENT)
  await dropDraft('14001')
  expect(forgotten).toEqual([{}, { upTo: savedAt }, { upTo: '2026-11-30T14:20:00.000Z' }])
})
