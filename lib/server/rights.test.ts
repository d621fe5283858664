import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { may, type Right, ROLES, type Role } from '@/lib/roles'
import { forgetRates } from './rates'
import { methodsOf, ROUTES } from './rights'
import { onEmbeddedStore } from './store/both'
import { addPeople, ask, cookieOf, stubSettings } from './visitors'

vi.mock(import('./log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
type Exported = ((request: Request, context: { params: Promise<object> }) => Promise<Response>) & { right?: string }
type Route = { method: string; path: string; act: Exported }

/** Every method that a file under app/api exports. The last resort for addresses that do not exist is no route. */
async function findRoutes(): Promise<Route[]> {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('route.ts') && !file.startsWith('[[...rest]]'))
  const found = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, Exported> = await import(
        /* @vite-ignore */ pathToFileURL(resolve('app/api', file)).href
      )
      const path = `/api/${file.replace(/\/route\.ts$/, '')}`
        .replace(/\[\.\.\.\w+\]/, '*')
        .replaceAll(/\[(\w+)\]/g, '{$1}')
      return Object.entries(module).map(([method, act]) => ({ method, path, act }))
    }),
  )
  return found.flat().filter(({ method }) => METHODS.includes(method))
}

let routes: Route[]
beforeAll(async () => {
  stubSettings({ SANDBOX_URL: 'http://127.0.0.1:1' })
  routes = await findRoutes()
}, 60_000)
afterAll(() => vi.unstubAllEnvs())

describe('the table of routes', () => {
  it('has one line for each method of each route, and none without a route', () => {
    expect(routes.length).toBeGreaterThan(3)
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(ROUTES).sort())
  })

  it('names the right that each handler really asks for', () => {
    const asked = routes.map(({ method, path, act }) => [`${method} ${path}`, act.right])
    expect(Object.fromEntries(asked)).toEqual(ROUTES)
  })

  it('tells which methods an address knows', () => {
    expect(methodsOf('/api/me')).toEqual(['GET', 'HEAD'])
    expect(methodsOf('/api/auth/callback/credentials')).toEqual(['GET', 'POST', 'HEAD'])
    expect(methodsOf('/api/schedules/FTBRS1')).toContain('GET')
    expect(methodsOf('/api/nothing')).toEqual([])
    expect(methodsOf('/api/schedules/FTBRS1/nothing')).toEqual([])
  })
})

onEmbeddedStore('every route', () => {
  const cookies = {} as Record<Role, string>
  beforeAll(async () => {
    await addPeople()
    for (const role of ROLES) cookies[role] = await cookieOf(role)
  })
  beforeEach(() => forgetRates())

  const statusOf = async ({ method, path, act }: Route, cookie?: string) => {
    const writes = method !== 'GET'
    const key = { 'idempotency-key': '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }
    const request = ask(path.replace('{id}', 'FTBRS1'), { method, cookie, ...(writes && { body: {}, headers: key }) })
    const { status } = await act(request, { params: Promise.resolve(paramsOf(path)) })
    return status
  }
  const paramsOf = (path: string) => {
    const named = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'FTBRS1']))
    return path.endsWith('*') ? { path: ['csrf'] } : named
  }
  const closed = () => routes.filter(({ act }) => act.right !== 'public')

  it('is closed to strangers unless it is public', async () => {
    expect(closed().length).toBeGreaterThan(1)
    for (const route of closed()) expect([route.path, await statusOf(route)]).toEqual([route.path, 401])
  })

  it('answers 403 to exactly the roles that lack its right', async () => {
    for (const route of closed()) {
      const right = route.act.right as Right | 'signed-in'
      for (const role of ROLES) {
        const status = await statusOf(route, cookies[role])
        const allowed = right === 'signed-in' || may(role, right)
        expect([route.method, route.path, role, status === 403]).toEqual([route.method, route.path, role, !allowed])
        expect([route.path, status]).not.toEqual([route.path, 401])
      }
    }
  }, 120_000)
})
