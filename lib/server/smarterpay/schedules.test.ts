import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toPence } from '@/lib/money'
import { isUnreadable } from '@/lib/schedules/model'
import { decodeSchedule, encodeParts, scheduleIn, schedulesIn, upcomingBody } from './schedules'
import { decoded, one, record, row, SAMPLES, sample } from './schedules-scene'

describe('the documented samples', () => {
  it('decode to the schedule that the documentation describes', () => {
    expect(decodeSchedule(one)).toEqual({
      id: 'FTBRS00112373',
      status: 'active',
      kind: 'ongoing',
      method: 'direct-debit',
      amount: 2532,
      firstCollectionAmount: 2532,
      collectionPeriod: 'monthly',
      collectionDay: 19,
      collectionStretch: 1,
      startDate: '2022-05-19',
      firstCollectionDate: '2022-05-19',
      nextCollectionDate: '2022-06-20',
      endDate: null,
      instalments: null,
      createdAt: '2022-05-17T12:09:19Z',
      description: null,
      customReference: null,
      metadata: null,
      auddis: 'FBMAN02814872',
      mandateId: 'M01741EJ519Y51P3XGL',
      cardId: null,
      upcoming: [
        row('2022-06-20', 2532),
        row('2022-07-19', 2532),
        row('2022-08-19', 2532),
        row('2022-09-19', 2532),
        row('2022-10-19', 2532),
        row('2022-11-21', 2532),
        row('2022-12-19', 2532),
      ],
      unreadable: [],
      asSent: {},
    })
  })

  const records: [string, Record<string, unknown>][] = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.response.json'))
    .flatMap((name) => {
      const body = sample(name.replace('.json', ''))
      const list: Record<string, unknown>[] = body.recurrence_schedules ?? [body.recurrence_schedule]
      return list.map((wire): [string, Record<string, unknown>] => [`${name} ${wire.id}`, wire])
    })

  it('are all there', () => expect(records).toHaveLength(6))

  it.each(records)('%s decodes without a mark, and encodes to what was sent, spelled one way', (_, wire) => {
    const read = decodeSchedule(wire)
    if (isUnreadable(read)) throw new Error('unreadable')
    expect([read.unreadable, read.asSent]).toEqual([[], {}])
    const { id, unreadable, asSent, ...parts } = read
    const { id: _id, firstCollectionInSameMonthAsNextCollection, existing_card, ...sent } = wire
    const spelled = {
      ...sent,
      collection_day: String(sent.collection_day).replace(/^0/, ''),
      collection_period: String(sent.collection_period).toLowerCase(),
      payment_type: String(sent.payment_type).toLowerCase(),
    }
    expect(encodeParts(parts)).toEqual({ mandate: '', metadata: '', ...spelled })
  })

  it.each(['upcoming-ongoing.request', 'upcoming-plan.request'])(
    '%s is the body that replaces those payments',
    (name) => {
      const body = sample(name)
      const { upcoming } = decoded(body.recurrence_schedule)
      expect(JSON.parse(upcomingBody(upcoming ?? []))).toEqual(body)
    },
  )

  it.each([
    ['create-direct-debit-ongoing.request', 'direct-debit', 'ongoing'],
    ['create-direct-debit-plan.request', 'direct-debit', 'plan'],
    ['create-card-plan.request', 'card', 'plan'],
  ] as const)('%s names its kind as we do when we write', (name, method, kind) => {
    const sent = sample(name).recurrence_schedule
    const { type, payment_type } = encodeParts({ method, kind })
    expect({ type, payment_type }).toEqual({ type: sent.type, payment_type: sent.payment_type })
  })
})

describe('a record as a whole', () => {
  it.each([
    ['text', 'FTBRS1', { unreadable: true }],
    ['null', null, { unreadable: true }],
    ['a list', [], { unreadable: true }],
    ['an object without an id', { amount: '1' }, { unreadable: true }],
    ['one whose id is empty', { id: '' }, { unreadable: true }],
    ['one whose id is an object', { id: {} }, { unreadable: true }],
    ['one whose id could not be asked for', { id: '../1' }, { id: '../1', unreadable: true }],
  ])('%s is one marked row', (_, sent, expected) => {
    expect(decodeSchedule(sent)).toEqual(expected)
  })

  it('a broken record among three leaves two rows and a mark', () => {
    const rows = schedulesIn({ recurrence_schedules: [record({ id: 'A' }), 'broken', record({ id: 'B' })] })
    expect(rows?.map((row) => (isUnreadable(row) ? 'unreadable' : row.id))).toEqual(['A', 'unreadable', 'B'])
  })

  it.each([
    ['nothing at all (204)', null, []],
    ['an empty list', { recurrence_schedules: [] }, []],
    ['an empty list without its wrapper', [], []],
    ['an answer without a list', { recurrence_schedule: one }, null],
    ['a list that is an object', { recurrence_schedules: {} }, null],
    ['text', 'ok', null],
  ])('%s in place of a page is %j', (_, body, expected) => {
    expect(schedulesIn(body)).toEqual(expected)
  })

  it('an answer about another schedule is no answer, unless it names ours as its old id', () => {
    const answer = { recurrence_schedule: record({ id: 'RS01741EJ519Y51P3XGL' }) }
    expect(scheduleIn(answer, 'FTBRS00112373')).toBeNull()
    answer.recurrence_schedule.legacy_id = 'FTBRS00112373'
    expect(scheduleIn(answer, 'FTBRS00112373')).toMatchObject({ id: 'RS01741EJ519Y51P3XGL' })
    expect(scheduleIn({ recurrence_schedule: one }, 'FTBRS00112373')).toMatchObject({ id: 'FTBRS00112373' })
    expect(scheduleIn(null, 'FTBRS00112373')).toBeNull()
    expect(scheduleIn({ recurrence_schedule: 'gone' }, 'FTBRS00112373')).toBeNull()
  })
})

describe('writing', () => {
  it('sends the whole list alone, in order of date, digits as text', () => {
    const body = upcomingBody([row('2027-01-15', 0), row('2026-12-15', 2500)])
    expect(body).toBe(
      String.raw`{"recurrence_schedule":{"upcoming_payments":"[{\"collection_date\":\"2026-12-15\",\"amount\":\"2500\"},{\"collection_date\":\"2027-01-15\",\"amount\":\"0\"}]"}}`,
    )
  })

  it('sends only the parts given, and "" to clear one', () => {
    expect(encodeParts({ amount: toPence(1500), collectionDay: 'last', endDate: null })).toEqual({
      amount: '1500',
      collection_day: 'last day',
      end_date: '',
    })
  })
})
