// What stands beside schedules, over real HTTP: mandates, customers, bank accounts, cards and payments taken.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from './server'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-20', seed: { size: 490 } })
})
afterAll(() => sandbox.close())

describe('the neighbours', () => {
  const one = async (path: string) =>
    (await fetch(`${sandbox.url}/service.svc/${path}`, { headers: { authorization: 'Bearer sandbox' } })).json()

  it('lead from a schedule to its mandate, customer and bank account', async () => {
    const { Mandate } = await one('mandate/M01741EJ519Y51P3XGL')
    expect(Mandate.auddis).toBe('FBMAN02814872')
    const { Customer_Account } = await one(`CustomerAccount/${Mandate.customer_account}`)
    expect(Customer_Account.email).toContain('@example.com')
    const { bank_account } = await one(`bankaccount/${Mandate.customer_bank_account}`)
    expect(bank_account.account_number).toMatch(/^\d{8}$/)
    expect(bank_account.sort_code).toMatch(/^\d{6}$/)
  })

  it('hold every card and mandate that a schedule names', async () => {
    const state = await (await fetch(`${sandbox.url}/control/state`)).json()
    const mandates = new Set(state.mandates.map((mandate: Record<string, string>) => mandate.id))
    const { cards } = await one('cards?limit=500')
    const held = new Set(cards.map((card: Record<string, string>) => card.ID))
    for (const row of state.schedules)
      expect(row.card_id ? held.has(row.card_id) : mandates.has(row.mandate), row.id).toBe(true)
    expect(cards[0]).toHaveProperty('custom_referance')
  })

  it('list the payments taken of one schedule, and make a plan add up', async () => {
    const state = await (await fetch(`${sandbox.url}/control/state`)).json()
    const plans = state.schedules.filter(
      (row: Record<string, string>) =>
        /Plan$/.test(row.type ?? '') && row.status === 'active' && !row.custom_reference?.startsWith('UNREADABLE'),
    )
    expect(plans.length).toBeGreaterThan(20)
    for (const plan of plans) {
      const { payments } = await one(`payments?recurrence_schedule_id=${plan.id}&limit=500`)
      const upcoming = JSON.parse(plan.upcoming_payments) as { amount: string }[]
      expect(payments.length + upcoming.length, plan.id).toBe(Number(plan.installments))
      const sum = [...payments, ...upcoming].reduce((total, row) => total + Number(row.amount), 0)
      expect(sum, plan.id).toBe(Number(plan.amount))
      if (payments.length > 0) expect((await one(`payment/${payments[0].id}`)).payment).toEqual(payments[0])
    }
  })
})
