// Each kind of change against whatever SmarterPay may answer: what the person is told, what reached SmarterPay's side to the
// letter, and that it took effect once or not at all. At the door of the dashboard; when-saving-goes-wrong.spec.ts shows the screens.
import { randomUUID } from 'node:crypto'
import type { APIResponse, Page } from '@playwright/test'
import { bodyOf, listWith, UUID } from './editor'
import { expect, test } from './fixtures'
import type { House } from './house'
import { aMandate } from './new-schedule-steps'
import { aSchedule } from './records'
import type { Asked, Sandbox } from './sandbox'

// A house for each kind: so many changes in a row come near to what one person may make in a minute. What is called silence
// leaves a slow machine time to answer.
test.use({ own: { dashboard: { RECONCILE_WINDOW_MS: '9000', SMARTERPAY_WRITE_TIMEOUT_MS: '7000' } } })

type Case = {
  /** What the write carries that nothing else does. */
  marker: string
  send: (key: string) => Promise<APIResponse>
}
type Kind = {
  name: string
  method: 'POST' | 'PUT' | 'DELETE'
  /** The exact body; null: none. */
  body: (marker: string) => string | null
  prepare: (page: Page, house: House) => Promise<Case>
  success: 200 | 201
}

async function onSchedule(page: Page, house: House, method: 'put' | 'patch' | 'post', end: string, more: object) {
  const schedule = aSchedule()
  await house.sandbox.plant({ schedules: [schedule] })
  const address = `${house.url}/api/schedules/${schedule.id}`
  const { basis } = await (await page.request.get(address)).json()
  const data = { basis, ...more, reason: 'customer-asked' }
  return {
    marker: schedule.id,
    send: (key: string) =>
      page.request[method](address + end, { data, headers: { origin: house.url, 'idempotency-key': key } }),
  }
}

const SKIPPED = listWith({ '2025-08-19': 0 })
const KINDS: Kind[] = [
  {
    name: 'upcoming payments',
    method: 'PUT',
    body: () => bodyOf(SKIPPED),
    prepare: (page, house) =>
      onSchedule(page, house, 'put', '/upcoming', { payments: SKIPPED.map(([date, amount]) => ({ date, amount })) }),
    success: 200,
  },
  {
    name: 'the rule',
    method: 'PUT',
    body: () => '{"recurrence_schedule":{"amount":"2600","collection_day":"last day"}}',
    prepare: (page, house) => onSchedule(page, house, 'patch', '', { terms: { amount: 2600, collectionDay: 'last' } }),
    success: 200,
  },
  {
    name: 'disabling',
    method: 'DELETE',
    body: () => null,
    prepare: (page, house) => onSchedule(page, house, 'post', '/disable', {}),
    success: 200,
  },
  {
    name: 'a new schedule',
    method: 'POST',
    body: (auddis) =>
      JSON.stringify({
        recurrence_schedule: {
          payment_type: 'directdebit',
          amount: '2500',
          first_collection_amount: '1000',
          collection_period: 'monthly',
          collection_day: '15',
          collection_stretch: '1',
          start_date: '2025-07-15',
          description: 'Membership',
          auddis,
          type: 'DDOngoingPayment',
        },
      }),
    prepare: async (page, house) => {
      const { auddis } = await aMandate(house.sandbox)
      const data = {
        kind: 'ongoing',
        method: 'direct-debit',
        auddis,
        amount: 2500,
        firstCollectionAmount: 1000,
        collectionPeriod: 'monthly',
        collectionDay: 15,
        collectionStretch: 1,
        startDate: '2025-07-15',
        description: 'Membership',
      }
      const send = (key: string) =>
        page.request.post(`${house.url}/api/schedules`, {
          data,
          headers: { origin: house.url, 'idempotency-key': key },
        })
      return { marker: auddis, send }
    },
    success: 201,
  },
]

type Answer = {
  name: string
  fault: string
  params?: object
  times?: number
  ends: string
  told: number[]
  sent: number
}
/** `told`: where it is known within the request, or not. */
const DONE = { ends: 'applied', told: [0, 504], sent: 1 }
const NOT_DONE = { ends: 'not-applied', told: [504], sent: 1 }
const ANSWERS: Answer[] = [
  { name: '400', fault: 'status', params: { status: 400, message: 'No' }, ends: 'refused', told: [422], sent: 1 },
  { name: '498 once', fault: '498', ends: 'applied', told: [0], sent: 2 },
  { name: '498 always', fault: '498', times: 2, ends: 'refused', told: [502], sent: 2 },
  { name: '500, and it is done', fault: '500', params: { applied: true }, ...DONE },
  { name: '500, and nothing is done', fault: '500', ...NOT_DONE },
  { name: 'nothing, and it is done', fault: 'applied-silence', ...DONE },
  { name: 'nothing, and nothing is done', fault: 'silence', ...NOT_DONE },
  { name: 'HTML', fault: 'html-200', ...DONE },
  { name: 'another record', fault: 'other-record', ...DONE },
]

const writesOf = async (sandbox: Sandbox, { method }: Kind, marker: string): Promise<Asked[]> =>
  (await sandbox.asked()).filter((one) => one.method === method && (one.path + one.body).includes(marker))

for (const kind of KINDS)
  test(`${kind.name}: every answer is told as what it is, and nothing is sent by itself`, async ({
    page,
    signIn,
    house,
  }) => {
    await signIn('lead')
    const { sandbox } = house
    const path = `/service.svc/recurrenceschedule${kind.method === 'POST' ? '' : '/'}`
    await Promise.all(
      ANSWERS.map(async ({ name, fault, params = {}, times = 1, ends, told, sent }) => {
        const { marker, send } = await kind.prepare(page, house)
        const match = kind.method === 'POST' ? { method: 'POST', body: marker } : { method: kind.method, id: marker }
        await sandbox.faults([{ match, fault, times, params: { ...params } }])
        const key = randomUUID()
        const status = (await send(key)).status()
        expect(
          told.map((one) => one || kind.success),
          `${name}: status`,
        ).toContain(status)
        const state = async () =>
          (await (await page.request.get(`${house.url}/api/changes/${key}`)).json()).change.state as string
        await expect.poll(state, { message: `${name}: its ending`, timeout: 40_000 }).toBe(ends)
        // The same confirmation again, as after Back or a reload, has its answer and sends nothing.
        expect((await send(key)).headers()['idempotency-replayed'], `${name}: the same key again`).toBe('true')
        const writes = await writesOf(sandbox, kind, marker)
        expect(writes.length, `${name}: sent`).toBe(sent)
        expect(writes.filter((write) => write.applied).length, `${name}: effects`).toBe(ends === 'applied' ? 1 : 0)
        const keyed = kind.method === 'DELETE' ? null : expect.stringMatching(UUID)
        const typed = kind.method === 'DELETE' ? null : 'application/json'
        for (const write of writes)
          expect(write, name).toMatchObject({
            path: kind.method === 'POST' ? path : path + marker,
            query: '',
            contentType: typed,
            idempotencyKey: keyed,
          })
        expect(
          writes.map(({ body }) => body || null),
          `${name}: bodies`,
        ).toEqual(writes.map(() => kind.body(marker)))
        if (kind.method !== 'DELETE') {
          const keys = writes.map(({ idempotencyKey }) => idempotencyKey)
          expect(new Set(keys).size, `${name}: a key of its own for each`).toBe(sent)
        }
      }),
    )
  })
