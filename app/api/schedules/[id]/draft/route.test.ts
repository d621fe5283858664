import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { disableName, termsName } from '@/lib/queries/drafts'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { drafts } from '@/lib/server/store/changes-tables'
import { addPeople, ask, cookieOf, stubSettings } from '@/lib/server/visitors'
import { DELETE, GET, PUT } from './route'

const ROUTE = { GET, PUT, DELETE }
const LONGEST = 'x'.repeat(64)

beforeAll(() => stubSettings())
afterAll(() => vi.unstubAllEnvs())

onEmbeddedStore('typed work over its route', (store) => {
  let cookie: string
  beforeAll(async () => {
    await addPeople()
    cookie = await cookieOf('agent')
  })
  const send = async (method: keyof typeof ROUTE, id: string, body?: object) => {
    const request = ask(`/api/schedules/${encodeURIComponent(id)}/draft`, { method, body, cookie })
    const response = await ROUTE[method](request, { params: Promise.resolve({ id }) })
    return { status: response.status, body: response.status === 204 ? null : await response.json() }
  }

  it.each(['new', LONGEST, termsName(LONGEST), disableName(LONGEST)])(
    'is kept, found and forgotten as %s',
    async (id) => {
      expect(await send('PUT', id, { work: { typed: 'one' } })).toMatchObject({ status: 200 })
      expect(await send('GET', id)).toMatchObject({ status: 200, body: { draft: { work: { typed: 'one' } } } })
      expect(await send('DELETE', id, {})).toMatchObject({ status: 204 })
      expect(await send('GET', id)).toEqual({ status: 200, body: { draft: null } })
    },
  )

  it.each([
    `${LONGEST}y`,
    termsName(`${LONGEST}y`),
    disableName(`${LONGEST}y`),
    `other-${LONGEST}`,
    'a b',
    '..',
    'S1\n',
  ])('is not found under %j, and not kept', async (id) => {
    const asked = [await send('PUT', id, { work: {} }), await send('GET', id), await send('DELETE', id, {})]
    expect(asked.map(({ status, body }) => [status, body.kind])).toEqual(Array(3).fill([404, 'not-found']))
    expect(await store().db.select().from(drafts)).toEqual([])
  })
})
