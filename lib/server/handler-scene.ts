import 'server-only'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { ROLES, type Role } from '@/lib/roles'
import { onEmbeddedStore } from './store/both'
import { addPeople, cookieOf, stubSettings } from './visitors'

// For tests alone: routes behind the handler, with people of each role who are signed in.

export const cookies = {} as Record<Role, string>

/** The problem that an answer tells, once it is seen to be told as one. */
export const told = async (response: Response) => {
  const body = await response.json()
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({ type: `/problems/${body.kind}`, status: response.status, title: expect.any(String) })
  expect(body.instance).toMatch(/^[0-9a-f-]{36}$/)
  return body
}

/** Runs `tests` with a store and those people in it. */
export function onHandler(tests: () => void): void {
  beforeAll(() => stubSettings())
  afterAll(() => vi.unstubAllEnvs())

  onEmbeddedStore('a route behind the handler', () => {
    beforeAll(async () => {
      await addPeople()
      for (const role of ROLES) cookies[role] = await cookieOf(role)
    })
    tests()
  })
}
