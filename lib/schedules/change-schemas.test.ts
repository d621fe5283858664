import { describe, expect, it } from 'vitest'
import { amendSchedule, replaceUpcoming } from './change-schemas'

describe('the body that replaces the upcoming payments', () => {
  const body = (row: object) => ({ basis: 'b'.repeat(43), payments: [row], reason: 'customer-asked' })
  const ROW = { date: '2026-12-15', amount: 2500 }

  it('is read where each row is a day and an amount', () => {
    expect(replaceUpcoming.safeParse(body(ROW)).success).toBe(true)
  })

  it('is refused at a name in a row that nobody knows', () => {
    const { error } = replaceUpcoming.safeParse(body({ ...ROW, collection_date: '2026-12-16' }))
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', path: ['payments', 0] }])
  })

  it('holds no part of the rule, and the rule’s holds no payment: the two never leave together (E61)', () => {
    const unknown = (name: string) => [{ code: 'unrecognized_keys', keys: [name], path: [] }]
    expect(replaceUpcoming.safeParse({ ...body(ROW), terms: { amount: 3000 } }).error?.issues).toMatchObject(
      unknown('terms'),
    )
    const rule = { basis: 'b'.repeat(43), terms: { amount: 3000 }, reason: 'customer-asked' }
    expect(amendSchedule.safeParse(rule).success).toBe(true)
    expect(amendSchedule.safeParse({ ...rule, payments: [ROW] }).error?.issues).toMatchObject(unknown('payments'))
  })
})
