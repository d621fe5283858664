import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { ProblemError } from '@/lib/problem'
import type { Terms, Why } from '@/lib/schedules/changes'
import { pounds } from '@/lib/schedules/examples'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import { basisOf } from '../basis'
import type { Operator } from '../operator'
import { readSchedule } from '../reading/schedules'
import { closeStore, openStore, putStore } from '../store/store'
import { endInstance } from './instances'
import { makeChange } from './make-change'

// A change of the rule through the write door, against the sandbox: what leaves, and what never does.

const folder = mkdtempSync(join(tmpdir(), 'amend-'))
let sandbox: Sandbox

const lead: Operator = { email: 'lead@test', name: 'Team lead', role: 'lead', since: new Date(), ends: new Date() }
const agent: Operator = { ...lead, email: 'agent@test', name: 'Agent', role: 'agent' }

beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: 'empty' })
  for (const [name, value] of Object.entries({
    SMARTERPAY_TARGET: 'sandbox',
    SANDBOX_URL: sandbox.url,
    NEXTAUTH_URL: 'http://127.0.0.1:3000',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    TODAY: '2026-11-20T10:00',
    AGENT_LIMIT_PENCE: '10000',
  }))
    vi.stubEnv(name, value)
  putStore(await openStore({ folder }))
})

afterAll(async () => {
  await endInstance()
  await closeStore()
  await sandbox.close()
  rmSync(folder, { recursive: true })
})

const rowsText = (dates: string[], amount: number) =>
  JSON.stringify(dates.map((date) => ({ collection_date: date, amount: String(amount) })))

let count = 0
/** An ongoing Direct Debit of £25.00 on the 15th, or a plan of £150.00 in four with one taken. */
async function planted(over: Record<string, unknown> = {}): Promise<string> {
  count += 1
  const id = `AMEND${String(count).padStart(6, '0')}`
  const schedule = {
    amount: '2500',
    auddis: 'REFP01006',
    card_id: '',
    collection_day: '15',
    collection_period: 'monthly',
    collection_stretch: '1',
    created_at: '2026-10-01T09:00:00Z',
    custom_reference: '',
    description: '',
    end_date: '',
    firstCollectionInSameMonthAsNextCollection: false,
    first_collection_amount: '2500',
    first_collection_date: '2026-10-15',
    id,
    installments: '',
    mandate: 'M01741EJ519Y51P3XGL',
    next_collection_date: '2026-12-15',
    payment_type: 'directdebit',
    start_date: '2026-10-15',
    status: 'active',
    metadata: '',
    type: 'DDOngoingPayment',
    upcoming_payments: rowsText(['2026-12-15', '2027-01-15', '2027-02-15'], 2500),
    ...over,
  }
  await fetch(`${sandbox.url}/control/plant`, { method: 'POST', body: JSON.stringify({ schedules: [schedule] }) })
  return id
}
const plan = {
  amount: '15000',
  type: 'DDPaymentPlan',
  installments: '4',
  first_collection_amount: '',
  upcoming_payments: rowsText(['2026-12-15', '2027-01-15', '2027-02-15'], 3750),
}
/** Its next collection is inside the notice period. */
const soon = {
  collection_day: '26',
  next_collection_date: '2026-11-26',
  upcoming_payments: rowsText(['2026-11-26', '2026-12-29', '2027-01-26'], 2500),
}

type Told = { status: number; kind?: string; state?: string; fields?: { path: string; message: string }[] }

async function amend(
  id: string,
  terms: Terms,
  why: Why = { reason: 'customer-asked' },
  operator = lead,
): Promise<Told> {
  const basis = basisOf(await readSchedule(id))
  const wanted = { action: 'amend', terms } as const
  try {
    const answer = await makeChange({ key: randomUUID(), operator, schedule: id, basis, wanted, why })
    const body = await answer.json()
    return { status: answer.status, state: body.change?.state, kind: body.kind }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { problem } = error
    return { status: 0, kind: problem.kind, ...(problem.kind === 'bad-input' && { fields: problem.fields }) }
  }
}

async function bodiesTo(id: string): Promise<unknown[]> {
  const { entries } = await (await fetch(`${sandbox.url}/control/log`)).json()
  const writes = (entries as { method: string; path: string; body: string }[]).filter(
    ({ method, path }) => method !== 'GET' && path.includes(id),
  )
  return writes.map(({ method, body }) => [method, JSON.parse(body).recurrence_schedule])
}

describe('a change of the rule', () => {
  it.each<[string, Record<string, unknown>, Terms, object]>([
    ['an amount in whole pence, as digits', {}, { amount: pounds('22.50') }, { amount: '2250' }],
    ['a day alone', {}, { collectionDay: 1 }, { collection_day: '1' }],
    ['the last day in SmarterPay’s words', {}, { collectionDay: 'last' }, { collection_day: 'last day' }],
    ['every second month', {}, { collectionStretch: 2 }, { collection_stretch: '2' }],
    ['an end date', {}, { endDate: day('2027-03-15') }, { end_date: '2027-03-15' }],
    ['nothing for no end date', { end_date: '2027-03-15' }, { endDate: null }, { end_date: '' }],
    ['the next date', {}, { nextCollectionDate: day('2026-12-30') }, { next_collection_date: '2026-12-30' }],
    [
      'a plan’s total and number',
      plan,
      { amount: pounds('180.00'), instalments: 6 },
      { amount: '18000', installments: '6' },
    ],
    [
      'the flag under its own name, beside a day',
      {},
      { collectionDay: 28, firstTwoInSameMonth: true },
      { collection_day: '28', firstCollectionInSameMonthAsNextCollection: true },
    ],
  ])('sends %s, and nothing that does not change', async (_, over, terms, body) => {
    const id = await planted(over)
    expect(await amend(id, terms)).toMatchObject({ status: 200, state: 'applied' })
    expect(await bodiesTo(id)).toEqual([['PUT', body]])
  })

  it.each<[string, Record<string, unknown>, Terms, string]>([
    ['the end of a plan', plan, { endDate: day('2027-03-15') }, 'terms.endDate'],
    ['instalments of an ongoing one', {}, { instalments: 3 }, 'terms.instalments'],
    ['an end in the past', {}, { endDate: day('2026-11-20') }, 'terms.endDate'],
    ['a total below what is taken', plan, { amount: pounds('30.00') }, 'terms.amount'],
    ['a Saturday', {}, { nextCollectionDate: day('2026-12-19') }, 'terms.nextCollectionDate'],
    ['a Locked day', {}, { nextCollectionDate: day('2026-11-23') }, 'terms.nextCollectionDate'],
    ['the amount it has', {}, { amount: pounds('25.00') }, 'terms.amount'],
    ['a first amount that is taken', {}, { firstCollectionAmount: pounds('5.00') }, 'terms.firstCollectionAmount'],
  ])('never sends %s, and says so at its field', async (_, over, terms, path) => {
    const id = await planted(over)
    expect(await amend(id, terms)).toMatchObject({ kind: 'bad-input', fields: [{ path }] })
    expect(await bodiesTo(id)).toEqual([])
  })

  it('asks an agent for the payer’s agreement where the forecast changes a payment inside its notice', async () => {
    const id = await planted(soon)
    const why: Why = { reason: 'customer-asked' }
    expect(await amend(id, { amount: pounds('22.50') }, why, agent)).toMatchObject({
      kind: 'bad-input',
      fields: [{ path: 'agreed' }],
    })
    expect(await bodiesTo(id)).toEqual([])
    expect(await amend(id, { amount: pounds('22.50') }, { ...why, agreed: true }, agent)).toMatchObject({ status: 200 })
  })

  it('asks nothing where the payment inside its notice stays as it is', async () => {
    const id = await planted(soon)
    expect(await amend(id, { collectionDay: 28 }, { reason: 'customer-asked' }, agent)).toMatchObject({ status: 200 })
  })

  it('keeps an agent to the limit of one payment, a plan’s share too, and a team lead not', async () => {
    const [ongoing, shared] = [await planted(), await planted(plan)]
    const refused = { kind: 'not-allowed' }
    expect(await amend(ongoing, { amount: pounds('100.01') }, { reason: 'customer-asked' }, agent)).toMatchObject(
      refused,
    )
    expect(await amend(shared, { amount: pounds('400.00') }, { reason: 'customer-asked' }, agent)).toMatchObject(
      refused,
    )
    expect(await bodiesTo(ongoing)).toEqual([])
    expect(await amend(ongoing, { amount: pounds('100.01') })).toMatchObject({ status: 200 })
  })
})
