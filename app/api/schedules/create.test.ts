import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { ask } from '@/lib/server/visitors'
import { CARD, cookies, directDebit, madeFor, onCreating, post } from './create-scene'

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

onCreating(() => {
  describe('makes each of the four kinds with the documented body', () => {
    it.each([
      [
        'DDOngoingPayment',
        {
          firstCollectionDate: '2026-12-14',
          startDate: '2026-12-10',
          firstTwoInSameMonth: true,
          customReference: 'R 1',
        },
        {
          payment_type: 'directdebit',
          first_collection_amount: '1000',
          first_collection_date: '2026-12-14',
          start_date: '2026-12-10',
          firstCollectionInSameMonthAsNextCollection: true,
          custom_reference: 'R 1',
        },
      ],
      [
        'DDPaymentPlan',
        { kind: 'plan', instalments: 3, firstCollectionAmount: undefined },
        { payment_type: 'directdebit', installments: '3', start_date: '2026-12-15' },
      ],
      [
        'OngoingPayment',
        { method: 'card', cardId: CARD, auddis: undefined, endDate: '2027-12-15', metadata: 'a=1' },
        {
          payment_type: 'cardpayment',
          card_id: CARD,
          first_collection_amount: '1000',
          start_date: '2026-12-15',
          end_date: '2027-12-15',
          metadata: 'a=1',
        },
      ],
      [
        'PaymentPlan',
        {
          method: 'card',
          cardId: CARD,
          auddis: undefined,
          kind: 'plan',
          instalments: 4,
          firstCollectionAmount: undefined,
        },
        { payment_type: 'cardpayment', card_id: CARD, installments: '4', start_date: '2026-12-15' },
      ],
    ])('%s', async (type, over, expected) => {
      const wanted = await directDebit(over)
      const { status, body, writes, key } = await post(wanted)
      expect([status, body.change?.state, body.differences]).toEqual([201, 'applied', []])
      expect(body.schedule.upcoming.length).toBeGreaterThan(2)
      const [sent, ...more] = writes()
      expect(more).toEqual([])
      expect([sent?.method, sent?.path.toLowerCase(), sent?.idempotencyKey]).toEqual([
        'POST',
        '/service.svc/recurrenceschedule',
        `${key}-1`,
      ])
      expect(JSON.parse(sent?.body ?? '')).toEqual({
        recurrence_schedule: {
          amount: '2500',
          collection_day: '15',
          collection_period: 'monthly',
          collection_stretch: '1',
          description: 'Membership',
          type,
          ...(wanted.auddis !== undefined && { auddis: wanted.auddis }),
          ...expected,
        },
      })
    })
  })

  it('makes one schedule of a double click, and gives both the same answer', async () => {
    const wanted = await directDebit()
    const key = randomUUID()
    const both = await Promise.all([post(wanted, { key }), post(wanted, { key })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(madeFor(wanted.auddis)).toBe(1)
    const later = await post(wanted, { key })
    expect([later.status, later.replayed, later.writes()]).toEqual([201, 'true', []])
  })

  it('asks for a second yes where a schedule of the last day looks alike, and makes it then', async () => {
    const wanted = await directDebit()
    const { body: first } = await post(wanted)
    const again = await post(wanted)
    expect([again.status, again.body.kind, again.body.alike]).toEqual([409, 'busy', first.schedule.id])
    expect(again.writes()).toEqual([])
    const yes = await post({ ...wanted, evenIfAlike: true })
    expect(yes.status).toBe(201)
    expect(madeFor(wanted.auddis)).toBe(2)
    expect((await post({ ...wanted, amount: 2600 })).status, 'another amount is another schedule').toBe(201)
  })

  it('passes on a refusal in SmarterPay’s words', async () => {
    const { status, body } = await post(await directDebit({ auddis: 'NOBODY' }))
    expect([status, body.kind, body.reason, body.change.state]).toEqual([
      422,
      'refused',
      'auddis is not the reference of a mandate',
      'refused',
    ])
  })

  it.each([
    ['startDate', { startDate: '2026-12-25' }],
    ['startDate', { startDate: '2026-11-23' }],
    ['endDate', { endDate: '2026-12-01' }],
    ['instalments', { kind: 'plan', amount: 2, instalments: 3, firstCollectionAmount: undefined }],
    ['description', { description: 'x'.repeat(45) }],
    ['description', { description: 'Paid by 4111 1111 1111 1111' }],
    ['customReference', { customReference: 'line\nbreak' }],
    ['collectionDay', { collectionDay: 29 }],
    ['next_collection_date', { next_collection_date: '2026-12-15' }],
    ['instalments', { instalments: 3 }],
    ['kind', { kind: undefined }],
    ['method', { method: 'cash' }],
  ])('names %s where it is wrong, and sends nothing', async (path, over) => {
    const { status, body, writes } = await post(await directDebit(over))
    expect([status, body.kind]).toEqual([422, 'bad-input'])
    expect(body.fields.map((field: { path: string }) => field.path)).toContain(path)
    expect(JSON.stringify(body.fields)).not.toMatch(/Invalid|discriminator/)
    expect(writes()).toEqual([])
  })

  it('asks an agent inside the notice period for a reason and the payer’s agreement, a lead for a reason', async () => {
    const soon = await directDebit({ startDate: '2026-11-24' })
    const why = { reason: 'customer-asked' }
    expect((await post(soon)).body.fields[0].path).toBe('agreed')
    expect((await post({ ...soon, agreed: true, ...why })).status).toBe(201)
    const other = await directDebit({ startDate: '2026-11-24' })
    expect((await post(other, { role: 'lead' })).body.fields[0].path).toBe('reason')
    expect((await post({ ...other, ...why }, { role: 'lead' })).status).toBe(201)
  })

  it('keeps agents within their limit for one payment, and the rest out', async () => {
    const large = await directDebit({ amount: 50_001 })
    expect(await post(large)).toMatchObject({ status: 403, body: { kind: 'not-allowed' } })
    expect((await post(large, { role: 'lead' })).status).toBe(201)
    const plan = { kind: 'plan', amount: 120_000, instalments: 3, firstCollectionAmount: undefined }
    expect((await post(await directDebit(plan))).status, 'three of £400').toBe(201)
    for (const role of ['finance', 'admin'] as const) {
      const refused = await post(await directDebit(), { role })
      expect([refused.status, refused.writes()]).toEqual([403, []])
    }
  })

  it('keeps what a schedule was made in place of, who ended that one, and how it stood', async () => {
    const { lineageOf, snapshotOf } = await import('@/lib/server/changes/lineage')
    const wanted = await directDebit()
    const { body: made } = await post(wanted)
    const id = made.schedule.id as string
    const { POST } = await import('./[id]/disable/route')
    const disabling = ask(`/api/schedules/${id}/disable`, {
      method: 'POST',
      cookie: cookies.lead,
      headers: { 'idempotency-key': randomUUID() },
      body: { basis: made.basis, reason: 'error-correction' },
    })
    expect((await POST(disabling, { params: Promise.resolve({ id }) })).status).toBe(200)
    expect((await snapshotOf(id))?.upcoming).toEqual(made.schedule.upcoming)

    const { body: anew, writes } = await post({ ...wanted, evenIfAlike: true, recreates: id })
    expect(writes()[0]?.body).not.toContain(id)
    expect(await lineageOf(anew.schedule.id)).toEqual({
      disabled: null,
      recreates: id,
      recreatedAs: [],
      savedAfterAll: [],
      open: [],
    })
    expect(await lineageOf(id)).toEqual({
      disabled: { change: expect.any(String), person: 'lead@quarterday.test', at: expect.any(String) },
      recreates: null,
      recreatedAs: [anew.schedule.id],
      savedAfterAll: [],
      open: [],
    })
  })
})
