import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { hash, verify } from '@node-rs/argon2'
import { ROLES } from '@/lib/roles'
import { addLocalPeople, findPerson, foldEmail, type Person } from './store/people'
import { addFailure, countFailures, forgiveFailures } from './store/throttle'

// Signing in with a password kept here: the demo's four people. Known and unknown accounts meet the same words, the same
// work and the same brakes.

const DELAYS_FROM = 5
const LOCKS_FROM = 10
const LONGEST_EMAIL = 254
const LONGEST_PASSWORD = 200
/** Tries on one account that wait for each other; more are turned away. */
const MOST_WAITING = 100

/** Too many failures: nothing is looked at until the last one is a quarter of an hour old. */
export class SignInPaused extends Error {
  override name = 'SignInPaused'
}

/** How long the next try waits after so many failures: half a second, doubling. */
export function delayMs(failures: number): number {
  return failures < DELAYS_FROM ? 0 : 500 * 2 ** (failures - DELAYS_FROM)
}

export type Pace = { now: () => Date; wait: (ms: number) => Promise<unknown> }
const REAL_PACE: Pace = { now: () => new Date(), wait: sleep }

/**
 * The person whose password this is, or null. Throws SignInPaused from the tenth failure within a quarter of an hour, of
 * the account or of the address. Tries on one account go one after the other, so that a burst cannot outrun the count.
 */
export function signInLocally(
  { email, password, address }: { email: string; password: string; address: string },
  pace: Pace = REAL_PACE,
): Promise<Person | null> {
  const account = foldEmail(email).slice(0, LONGEST_EMAIL)
  return oneByOne(account, async () => {
    const keys = { account: `account:${account}`, address: `address:${address}` }
    const failures = await countFailures(Object.values(keys), pace.now())
    if (failures >= LOCKS_FROM) throw new SignInPaused()
    await pace.wait(delayMs(failures))
    const person = await findPerson(account)
    const right = await matches(password, person?.passwordHash ?? null)
    if (!right || !person?.enabled) {
      await addFailure(Object.values(keys), pace.now())
      return null
    }
    await forgiveFailures(keys.account, keys.address)
    return person
  })
}

let nobody: Promise<string> | undefined
/** The same work whether there is a hash or not. */
async function matches(password: string, kept: string | null): Promise<boolean> {
  nobody ??= hash(randomUUID())
  const right = await verify(kept ?? (await nobody), password.slice(0, LONGEST_PASSWORD))
  return right && kept !== null && password.length <= LONGEST_PASSWORD
}

const lines = new Map<string, { waiting: number; last: Promise<unknown> }>()
async function oneByOne<T>(key: string, act: () => Promise<T>): Promise<T> {
  const line = lines.get(key) ?? { waiting: 0, last: Promise.resolve() }
  if (line.waiting >= MOST_WAITING) throw new SignInPaused()
  lines.set(key, line)
  line.waiting += 1
  const turn = line.last.then(act, act)
  line.last = turn
  try {
    return await turn
  } finally {
    line.waiting -= 1
    if (line.waiting === 0) lines.delete(key)
  }
}

/** The demo's people, one of each role, unless they are there. */
export async function addDemoPeople(): Promise<void> {
  const wanted = ROLES.map((role) => ({ role, email: `${role}@quarterday.test` }))
  const found = await Promise.all(wanted.map(({ email }) => findPerson(email)))
  const missing = wanted.filter((_, index) => !found[index])
  const rows = await Promise.all(missing.map(async (one) => ({ ...one, passwordHash: await hash('quarterday') })))
  if (rows.length > 0) await addLocalPeople(rows)
}
