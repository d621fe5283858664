import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openStore, putStore, type Store } from '@/lib/server/store/store'
import { ask, stubSettings } from '@/lib/server/visitors'
import { GET } from './route'

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

let store: Store
beforeAll(async () => {
  stubSettings()
  store = await openStore('memory')
})
afterAll(async () => {
  putStore(undefined)
  vi.unstubAllEnvs()
  await store.close()
})

it('is well while the store answers, to anybody', async () => {
  putStore(store)
  const response = await GET(ask('/api/health'))
  expect([response.status, await response.json()]).toEqual([200, { ok: true }])
})

it.each<[string, () => Promise<unknown>]>([
  ['fails', () => Promise.reject(new Error('secret words of the database'))],
  ['does not answer', () => new Promise(() => undefined)],
])('is 503 when the store %s, and says no more', async (_, execute) => {
  putStore({ ...store, db: Object.assign(Object.create(store.db), { execute }) })
  const response = await GET(ask('/api/health'))
  expect(response.status).toBe(503)
  const body = await response.text()
  expect(JSON.parse(body)).toMatchObject({ ok: false, status: 503 })
  expect(body).not.toContain('secret')
})
