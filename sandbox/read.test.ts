// The reading side over real HTTP: paths, token, methods, the documented samples to the letter, and the list.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from './server'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-20', seed: { size: 490 } })
})
afterAll(() => sandbox.close())

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${sandbox.url}${path}`, { method, headers: { authorization: 'Bearer sandbox', ...headers } })
const rows = async (query: string) => {
  const answer = await get(`/service.svc/recurrenceschedules?${query}`)
  expect(answer.status).toBe(200)
  return (await answer.json()).recurrence_schedules as Record<string, string>[]
}
const switched = (switches: Record<string, unknown>) =>
  fetch(`${sandbox.url}/control/switches`, { method: 'POST', body: JSON.stringify(switches) })

const MONTHLY_TEXT =
  '{"recurrence_schedule":{"amount":"2532","auddis":"FBMAN02814872","card_id":"","collection_day":"19","collection_period":"monthly","collection_stretch":"1","created_at":"2022-05-17T12:09:19Z","custom_reference":"","description":"","end_date":"","firstCollectionInSameMonthAsNextCollection":false,"first_collection_amount":"2532","first_collection_date":"2022-05-19","id":"FTBRS00112373","installments":"","mandate":"M01741EJ519Y51P3XGL","next_collection_date":"2022-06-20","payment_type":"directdebit","start_date":"2022-05-19","status":"active","metadata":"","type":"DDOngoingPayment","upcoming_payments":"[{\\"collection_date\\":\\"2022-06-20\\",\\"amount\\":\\"2532\\"},{\\"collection_date\\":\\"2022-07-19\\",\\"amount\\":\\"2532\\"},{\\"collection_date\\":\\"2022-08-19\\",\\"amount\\":\\"2532\\"},{\\"collection_date\\":\\"2022-09-19\\",\\"amount\\":\\"2532\\"},{\\"collection_date\\":\\"2022-10-19\\",\\"amount\\":\\"2532\\"},{\\"collection_date\\":\\"2022-11-21\\",\\"amount\\":\\"2532\\"},{\\"collection_date\\":\\"2022-12-19\\",\\"amount\\":\\"2532\\"}]"}}'
const WEEKLY_ROWS =
  '[{"collection_date":"2022-06-01","amount":"2000"},{"collection_date":"2022-06-08","amount":"2000"},{"collection_date":"2022-06-15","amount":"2000"},{"collection_date":"2022-06-22","amount":"2000"},{"collection_date":"2022-06-29","amount":"2000"},{"collection_date":"2022-07-06","amount":"2000"}]'
const WEEKLY = (auddis: string, created: string, id: string, mandate: string) => ({
  amount: '2000',
  auddis,
  card_id: '',
  collection_day: '02',
  collection_period: 'Weekly',
  collection_stretch: '1',
  created_at: created,
  custom_reference: 'API Postmant Test',
  description: 'Payment Schedule',
  end_date: '',
  firstCollectionInSameMonthAsNextCollection: false,
  first_collection_amount: '1999',
  first_collection_date: '2022-05-18',
  id,
  installments: '',
  mandate,
  next_collection_date: '2022-06-01',
  payment_type: 'directDebit',
  start_date: '2022-05-17',
  status: 'active',
  metadata: '',
  type: 'DDOngoingPayment',
  upcoming_payments: WEEKLY_ROWS,
})

describe('one schedule', () => {
  it('is the documented sample to the letter, in either case of the path', async () => {
    for (const path of ['/service.svc/recurrenceschedule/', '/Service.svc/RecurrenceSchedule/']) {
      const answer = await get(`${path}FTBRS00112373`)
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(await answer.text()).toBe(MONTHLY_TEXT)
    }
  })

  it('is refused without the right token, with the status 498', async () => {
    for (const authorization of ['', 'Bearer other', 'Basic sandbox'])
      expect((await get('/service.svc/recurrenceschedule/FTBRS00112373', { authorization })).status).toBe(498)
  })

  it('refuses other methods with 405 and says which there are', async () => {
    const answer = await get('/service.svc/recurrenceschedule/FTBRS00112373', {}, 'PATCH')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, PUT, DELETE')
    expect((await get('/service.svc/recurrenceschedules', {}, 'DELETE')).headers.get('allow')).toBe('GET')
  })

  it('cannot be had as anything but JSON', async () => {
    const status = async (accept: string) =>
      (await get('/service.svc/recurrenceschedule/FTBRS00112373', { accept })).status
    expect(await status('text/html')).toBe(406)
    expect(await status('application/json;q=0')).toBe(406)
    expect(await status('text/html, application/*;q=0.5')).toBe(200)
    expect(await status('application/vnd.api+json')).toBe(200)
  })

  it('that is not there is told by the status of the day', async () => {
    const status = async () => (await get('/service.svc/recurrenceschedule/NOBODY')).status
    expect(await status()).toBe(404)
    await switched({ unknownId: 'bad-request' })
    expect(await status()).toBe(400)
    await switched({ unknownId: 'no-content' })
    expect(await status()).toBe(204)
    await switched({ unknownId: 'not-found' })
  })

  it('with a legacy id may come under a newer one', async () => {
    await switched({ legacyIds: 'new-with-legacy' })
    const read = async (id: string) =>
      (await (await get(`/service.svc/recurrenceschedule/${id}`)).json()).recurrence_schedule
    const newer = await read('FTBRS00112373')
    expect(newer.id).toMatch(/^RS01/)
    expect(newer.legacy_id).toBe('FTBRS00112373')
    expect((await read(newer.id)).legacy_id).toBe('FTBRS00112373')
    await switched({ legacyIds: 'new-only' })
    expect(await read('FTBRS00112373')).not.toHaveProperty('legacy_id')
    await switched({ legacyIds: 'as-asked' })
  })
})

describe('the list', () => {
  it('is the documented sample to the letter', async () => {
    expect(await rows('custom_reference=API+Postmant')).toEqual([
      WEEKLY('FBMAN02704807', '2022-05-12T11:21:37Z', 'FTBRS00102372', 'M01NZWLJR15OWQJGQ91'),
      WEEKLY('FBMAN02704808', '2022-05-12T11:21:38Z', 'FTBRS00102373', 'M016DZMJNE2QREJK325'),
    ])
  })

  it('gives 40 rows by default, the oldest first, and pages without gaps', async () => {
    const [first, second] = [await rows(''), await rows('page_no=2')]
    expect([first.length, second.length]).toEqual([40, 40])
    const created = [...first, ...second].map((row) => row.created_at)
    expect(created).toEqual([...created].sort())
    expect(new Set([...first, ...second].map((row) => row.id)).size).toBe(80)
    expect((await rows('limit=500')).length).toBe(490)
  })

  it('refuses a limit or a page out of range, or clamps it', async () => {
    const status = async (query: string) => (await get(`/service.svc/recurrenceschedules?${query}`)).status
    expect(await status('limit=0')).toBe(400)
    expect(await status('limit=501')).toBe(400)
    expect(await status('limit=ten')).toBe(400)
    expect(await status('page_no=0')).toBe(400)
    await switched({ limitOutOfRange: 'clamp' })
    expect((await rows('limit=0')).length).toBe(1)
    expect((await rows('limit=9999')).length).toBe(490)
    await switched({ limitOutOfRange: 'refuse' })
  })

  it('ends with an empty page or with no content', async () => {
    expect(await rows('page_no=99')).toEqual([])
    await switched({ pastTheEnd: 'no-content' })
    expect((await get('/service.svc/recurrenceschedules?page_no=99')).status).toBe(204)
    await switched({ pastTheEnd: 'empty-list' })
  })

  it('sorts by each documented field, both ways', async () => {
    const state = await (await fetch(`${sandbox.url}/control/state`)).json()
    const customers = new Map(state.schedules.map((row: Record<string, string>) => [row.id, row.customer_id]))
    const property: Record<string, (row: Record<string, string>) => unknown> = {
      custom_reference: (row) => row.custom_reference,
      id: (row) => row.id,
      status: (row) => row.status,
      customer_id: (row) => customers.get(row.id ?? ''),
      mandate_id: (row) => row.mandate,
      created_at: (row) => row.created_at,
      payment_type: (row) => row.payment_type?.toLowerCase(),
      record_type: (row) => row.type,
      next_collection_date: (row) => row.next_collection_date,
    }
    for (const [field, read] of Object.entries(property)) {
      const up = (await rows(`limit=500&sort_field=${field}`)).map(read)
      expect(up, field).toEqual([...up].sort())
      const down = (await rows(`limit=500&sort_field=${field}&sort_order=desc`)).map(read)
      expect(down, field).toEqual([...up].reverse())
    }
    expect((await get('/service.svc/recurrenceschedules?sort_field=amount')).status).toBe(400)
    expect((await get('/service.svc/recurrenceschedules?sort_order=up')).status).toBe(400)
  })

  it('filters by exact ids, by status, by payment type and by record type', async () => {
    const [one] = await rows('id=FTBRS00112373')
    expect(await rows(`mandate_id=${one?.mandate}`)).toEqual([one])
    const state = await (await fetch(`${sandbox.url}/control/state`)).json()
    const customer = state.schedules.find((row: Record<string, string>) => row.id === 'FTBRS00112373').customer_id
    expect(await rows(`customer_id=${customer}`)).toEqual([one])
    const all = await rows('limit=500')
    for (const [query, keeps] of [
      ['status=inactive', (row: Record<string, string>) => row.status === 'inactive'],
      ['status=active,inactive', (row: Record<string, string>) => row.status !== 'paused'],
      ['payment_type=CardPayment', (row: Record<string, string>) => /^card/i.test(row.payment_type ?? '')],
      ['payment_type=DirectDebit', (row: Record<string, string>) => /^direct/i.test(row.payment_type ?? '')],
      ['record_type=DDPaymentPlan', (row: Record<string, string>) => row.type === 'DDPaymentPlan'],
      [
        'record_type=DDPaymentPlan,OngoingPayment',
        (row: Record<string, string>) => ['DDPaymentPlan', 'OngoingPayment'].includes(row.type ?? ''),
      ],
    ] as const) {
      const found = await rows(`limit=500&${query}`)
      expect(found.length, query).toBeGreaterThan(0)
      expect(found, query).toEqual(all.filter(keeps))
    }
  })

  it('may refuse the card kinds, which no page names, and any other word', async () => {
    const status = async (query: string) => (await get(`/service.svc/recurrenceschedules?${query}`)).status
    expect(await status('record_type=PaymentPlan')).toBe(200)
    expect(await status('record_type=Nonsense')).toBe(400)
    await switched({ cardRecordTypes: 'refused' })
    expect(await status('record_type=PaymentPlan')).toBe(400)
    await switched({ cardRecordTypes: 'accepted', unknownFilterValue: 'matches-nothing' })
    expect(await rows('record_type=Nonsense')).toEqual([])
    await switched({ unknownFilterValue: 'refuse' })
  })

  it('overlooks a parameter it does not know, or refuses it', async () => {
    expect((await rows('colour=red')).length).toBe(40)
    await switched({ unknownQuery: 'refused' })
    expect((await get('/service.svc/recurrenceschedules?colour=red')).status).toBe(400)
    await switched({ unknownQuery: 'ignored' })
  })

  it('cuts a range of moments with the ends left out or let in', async () => {
    const ids = async (query: string) => (await rows(`${query}&custom_reference=Postmant`)).map((row) => row.id)
    const range = 'created_from=2022-05-12+11:21:37&created_to=2022-05-12%2011%3A21%3A38'
    expect(await ids(range)).toEqual([])
    await switched({ rangeEnds: 'inclusive' })
    expect(await ids(range)).toEqual(['FTBRS00102372', 'FTBRS00102373'])
    await switched({ rangeZone: 'london' })
    expect(await ids(range)).toEqual([])
    expect(await ids('created_from=2022-05-12 12:21:38')).toEqual(['FTBRS00102373'])
    await switched({ rangeEnds: 'exclusive', rangeZone: 'utc' })
    expect(
      await ids('next_collection_date_from=2022-05-31 23:59:59&next_collection_date_to=2022-06-01 23:59:59'),
    ).toHaveLength(2)
    expect(await ids('next_collection_date_from=2022-06-01 00:00:00')).toEqual([])
    expect((await get('/service.svc/recurrenceschedules?created_from=2022-05-12')).status).toBe(400)
  })
})
