import { describe, expect, it } from 'vitest'
import { replaceUpcoming } from './change-schemas'

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
})
