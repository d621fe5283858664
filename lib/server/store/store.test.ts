import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubSettings } from '../visitors'
import { onBothStores } from './both'
import { lockFolder } from './folder-lock'
import { addLocalPeople, findPerson, foldEmail, LastAdminError, personFromClaim, setPerson } from './people'
import { people } from './people-tables'
import { ABSOLUTE_MS, endSession, findSession, IDLE_MS, startSession } from './sessions'
import { openStore } from './store'
import { addFailure, countFailures, forgiveFailures, MEMORY_MS } from './throttle'

const START = new Date('2026-01-19T09:00:00Z')
const later = (ms: number) => new Date(START.getTime() + ms)
const MINUTE = 60_000

beforeAll(() => stubSettings())
afterAll(() => vi.unstubAllEnvs())

onBothStores('the store', (store, url) => {
  describe('people', () => {
    beforeEach(async () => {
      await store().db.delete(people)
      await addLocalPeople([{ email: 'ann@example.test', role: 'agent', passwordHash: 'kept' }])
    })

    it('knows one account in every spelling', async () => {
      expect(foldEmail('  ＡNN@Example.TEST ')).toBe('ann@example.test')
      expect(await findPerson(' Ann@EXAMPLE.test')).toMatchObject({
        email: 'ann@example.test',
        role: 'agent',
        name: 'Agent',
      })
    })

    it('counts a new version up whenever role or access changes, and only then', async () => {
      expect(await setPerson('Ann@example.test', 'agent')).toMatchObject({ version: 1 })
      expect(await setPerson('ann@example.test', 'lead')).toMatchObject({ role: 'lead', version: 2 })
      expect(await setPerson('ann@example.test', 'off')).toMatchObject({ enabled: false, version: 3 })
      expect(await setPerson('ann@example.test', 'lead')).toMatchObject({ enabled: true, version: 4 })
    })

    it('makes a person who is given a role, and none who is given nothing', async () => {
      expect(await setPerson('new@example.test', 'finance')).toMatchObject({
        role: 'finance',
        enabled: true,
        version: 1,
      })
      expect(await setPerson('nobody@example.test', 'off')).toBeNull()
    })

    it('keeps at least one admin', async () => {
      await setPerson('root@example.test', 'admin')
      for (const role of ['agent', 'off'] as const)
        await expect(setPerson('root@example.test', role)).rejects.toThrow(LastAdminError)
      await setPerson('ann@example.test', 'admin')
      expect(await setPerson('root@example.test', 'off')).toMatchObject({ enabled: false })
      await expect(setPerson('ann@example.test', 'lead')).rejects.toThrow(LastAdminError)
    })

    it('keeps role and access of local people who are added again', async () => {
      await setPerson('ann@example.test', 'finance')
      await addLocalPeople([{ email: 'ann@example.test', role: 'agent', passwordHash: 'other' }])
      expect(await findPerson('ann@example.test')).toMatchObject({ role: 'finance', passwordHash: 'kept' })
    })

    it('writes the role that single sign-on tells, and lets nobody in whom it gives none or who is off here', async () => {
      expect(await personFromClaim('Bo@example.test', 'Bo', 'lead')).toMatchObject({
        email: 'bo@example.test',
        name: 'Bo',
        version: 1,
      })
      expect(await personFromClaim('bo@example.test', 'Bo', 'lead')).toMatchObject({ version: 1 })
      expect(await personFromClaim('bo@example.test', 'Bo', 'agent')).toMatchObject({ role: 'agent', version: 2 })
      expect(await personFromClaim('bo@example.test', 'Bo', null)).toBeNull()
      await setPerson('bo@example.test', 'off')
      expect(await personFromClaim('bo@example.test', 'Bo', 'agent')).toBeNull()
    })

    it('refuses a role that is none', async () => {
      await expect(store().db.execute(sql`update people set role = 'owner'`)).rejects.toThrow()
    })
  })

  describe('sessions', () => {
    beforeEach(async () => {
      await store().db.delete(people)
      await addLocalPeople([{ email: 'ann@example.test', role: 'agent', passwordHash: 'kept' }])
    })
    const begin = () => startSession('ann@example.test', 1, 'local', START)

    it('ends after half an hour without a request, and lasts while there are some', async () => {
      const id = await begin()
      expect(await findSession(id, later(29 * MINUTE), true)).toMatchObject({
        email: 'ann@example.test',
        ends: later(59 * MINUTE),
      })
      expect(await findSession(id, later(58 * MINUTE), true)).not.toBeNull()
      expect(await findSession(id, later(58 * MINUTE + IDLE_MS), true)).toBeNull()
    })

    it('does not last longer for being looked at', async () => {
      const id = await begin()
      expect(await findSession(id, later(20 * MINUTE), false)).toMatchObject({ ends: later(IDLE_MS) })
      expect(await findSession(id, later(IDLE_MS), false)).toBeNull()
    })

    it('ends ten hours after sign-in however busy', async () => {
      const id = await begin()
      for (let at = 20 * MINUTE; at < ABSOLUTE_MS; at += 20 * MINUTE)
        expect(await findSession(id, later(at), true)).not.toBeNull()
      expect(await findSession(id, later(ABSOLUTE_MS - 1), true)).toMatchObject({ ends: later(ABSOLUTE_MS) })
      expect(await findSession(id, later(ABSOLUTE_MS), true)).toBeNull()
    })

    it('tells the role of the moment, and ends with any change of role or access', async () => {
      const id = await begin()
      await store().db.execute(sql`update people set role = 'finance'`)
      expect(await findSession(id, START, true)).toMatchObject({ role: 'finance' })
      await setPerson('ann@example.test', 'lead')
      expect(await findSession(id, START, true)).toBeNull()
    })

    it('ends when the person is switched off without a new version, and at sign-out', async () => {
      const [first, second] = [await begin(), await begin()]
      expect(first).not.toBe(second)
      await endSession(first)
      expect(await findSession(first, START, true)).toBeNull()
      expect(await findSession(second, START, true)).not.toBeNull()
      await store().db.execute(sql`update people set enabled = false`)
      expect(await findSession(second, START, true)).toBeNull()
    })

    it('keeps no id that would open a session to whoever reads the table', async () => {
      const id = await begin()
      const { rows } = (await store().db.execute(sql`select * from sessions`)) as unknown as { rows: unknown[] }
      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toContain(id)
    })
  })

  describe('throttle', () => {
    it('counts each key, tells the highest, and forgets a quarter of an hour after the last', async () => {
      await addFailure(['account:a', 'address:1'], START)
      await addFailure(['account:b', 'address:1'], later(MINUTE))
      expect(await countFailures(['account:a', 'address:1'], later(2 * MINUTE))).toBe(2)
      expect(await countFailures(['account:a'], later(2 * MINUTE))).toBe(1)
      expect(await countFailures(['account:b', 'address:1'], later(MINUTE + MEMORY_MS))).toBe(0)
      await addFailure(['address:1'], later(MINUTE + MEMORY_MS + 1))
      expect(await countFailures(['address:1'], later(MINUTE + MEMORY_MS + 2))).toBe(1)
    })

    it('takes back from the address what the account that got in had failed there', async () => {
      for (const account of ['account:c', 'account:c', 'account:d']) await addFailure([account, 'address:2'], START)
      await forgiveFailures('account:c', 'address:2')
      expect(await countFailures(['account:c'], START)).toBe(0)
      expect(await countFailures(['address:2'], START)).toBe(1)
    })
  })

  describe('migrations', () => {
    it('are applied once, however often a store is opened', async () => {
      const counted = sql`select count(*)::int as n from drizzle.__drizzle_migrations`
      const { rows } = (await store().db.execute(counted)) as unknown as { rows: { n: number }[] }
      const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8'))
      expect(journal.entries.length).toBeGreaterThan(0)
      expect(rows).toEqual([{ n: journal.entries.length }])
    })

    it('let several servers start on one new PostgreSQL at the same time', async ({ skip }) => {
      const address = url()
      if (!address) return skip('one process, one folder')
      for (const statement of ['drop schema drizzle cascade', 'drop schema public cascade', 'create schema public'])
        await store().db.execute(sql.raw(statement))
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ url: address })))
      expect(await stores[0]?.db.select().from(people)).toEqual([])
      await Promise.all(stores.map((one) => one.close()))
    })
  })
})

describe('the folder of the embedded store', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quarterday-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const file = () => join(folder, 'quarterday.lock')
  const owner = (changes: object) =>
    writeFileSync(
      file(),
      JSON.stringify({ pid: process.pid, started: '', host: hostname(), token: 'else', ...changes }),
    )

  it('is refused to a second opener with a sentence that names the owner, and free again after closing', async () => {
    const store = await openStore({ folder })
    await expect(openStore({ folder })).rejects.toThrow(new RegExp(`in use by process ${process.pid}.*DATA_DIR`))
    await store.close()
    const again = await openStore({ folder })
    await again.close()
  })

  it('is refused while another process lives, and taken over when that process was killed', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await new Promise((resolve) => other.once('spawn', resolve))
    owner({ pid: other.pid })
    expect(() => lockFolder(folder)).toThrow(`in use by process ${other.pid}`)
    const ended = new Promise((resolve) => other.once('exit', resolve))
    other.kill('SIGKILL')
    await ended
    const release = lockFolder(folder)
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid })
    release()
  })

  it.runIf(process.platform === 'linux')('is taken over from a pid that was given to another process since', () => {
    owner({ pid: process.ppid, started: 'an earlier boot 123' })
    lockFolder(folder)()
  })

  it('is taken over from our own pid of an earlier life, and from half a file', () => {
    owner({})
    lockFolder(folder)()
    writeFileSync(file(), '{"pid":')
    lockFolder(folder)()
  })

  it('is not taken from another machine, which nobody here can see', () => {
    owner({ host: 'elsewhere' })
    expect(() => lockFolder(folder)).toThrow(/elsewhere.*delete quarterday.lock/)
  })
})
