// Who may sign in to a demo, a development server or a test, and the secret that their sessions are sealed with.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const DEMO_PASSWORD = 'quarterday'

export const DEMO_PEOPLE = [
  { email: 'agent@quarterday.test', does: 'Agent: customer service' },
  { email: 'finance@quarterday.test', does: 'Finance: what will come in' },
  { email: 'lead@quarterday.test', does: 'Team lead: oversight' },
  { email: 'admin@quarterday.test', does: 'Admin: people and settings, moves no money' },
]

/** The secret kept in a data folder, made there the first time, readable by its owner alone. */
export function keptSecret(folder) {
  const path = join(folder, 'nextauth-secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}
