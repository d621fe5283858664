import { expect } from 'vitest'
import { ROLES, type Role } from '@/lib/roles'
import { addPeople, ask, cookieOf } from '@/lib/server/visitors'
import { readCsv } from '@/lib/spreadsheet-strict'

// For tests alone: asking for files as people of each role, and opening them by a strict reader of CSV.

export const cookies = {} as Record<Role, string>

/** Makes people of each role and signs them in. */
export async function signInEachRole(): Promise<void> {
  await addPeople()
  for (const role of ROLES) cookies[role] = await cookieOf(role)
}

/** Asks for a file: a CSV of `what` by `filter`, unless the body says otherwise. */
export const asking = (what: string, filter: object) => async (role: Role, body: object) => {
  const { POST } = await import('./route')
  const whole = { what, format: 'csv', filter, ...body }
  return POST(ask('/api/exports', { method: 'POST', body: whole, cookie: cookies[role] }))
}

/** The lines of a CSV that came as it should, each as its fields. */
export async function linesOf(response: Response): Promise<string[][]> {
  expect(response.status).toBe(200)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  expect(text[0]).toBe('\uFEFF')
  return readCsv(text.slice(1))
}

/** The last that is on record of an export. */
export async function lastRecord() {
  const { GET } = await import('../activity/entries/route')
  const response = await GET(ask('/api/activity/entries?size=1&action=export', { cookie: cookies.admin }))
  return (await response.json()).rows[0].phases.at(-1)
}
