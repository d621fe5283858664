import { describe, expect, it } from 'vitest'
import { isUnreadablePayment } from '@/lib/payers/model'
import { bankAccountAnswer, cardAnswer, customerAnswer, mandateAnswer, paymentsTakenAnswer } from '@/lib/payers/schemas'
import { scheduleAnswer } from '@/lib/schedules/schemas'
import {
  answerBankAccount,
  answerCard,
  answerCustomerOfCard,
  answerCustomerOfMandate,
  answerMandate,
  answerPaymentsTaken,
} from '@/lib/server/reading/payers'
import { answerSchedule } from '@/lib/server/reading/schedules'
import { calls, DOCUMENTED, fault, from, sandbox, wires, withSandbox } from './contract-scene'

// Single records between the client and the sandbox: a schedule, and the people behind it.

withSandbox()

describe('one schedule', () => {
  it('comes with a basis, the same however the answer is spelled', async () => {
    const answer = await answerSchedule(DOCUMENTED, { from })
    expect(scheduleAnswer.parse(answer)).toEqual(answer)
    await fault('drift')
    for (let n = 0; n < 6; n += 1)
      expect(await answerSchedule(DOCUMENTED, { from })).toMatchObject({
        basis: answer.basis,
        schedule: answer.schedule,
      })
  })

  it.each(['..', '%2e%2e', '', 'a b', 'x'.repeat(65), '\u0000'])(
    'with the id %j is not found, and nothing is asked',
    async (id) => {
      const { problem, asked } = await calls(() => answerSchedule(id, { from }))
      expect(problem).toEqual({ kind: 'not-found', what: 'schedule' })
      expect(asked).toEqual([])
    },
  )

  it.each([
    ['not-found', { kind: 'not-found', what: 'schedule' }],
    ['bad-request', { kind: 'refused' }],
    ['no-content', { kind: 'unreadable' }],
  ] as const)('that SmarterPay does not have, told as %s, is a problem', async (unknownId, problem) => {
    sandbox.book.switches.unknownId = unknownId
    await expect(answerSchedule('FTBRS0', { from })).rejects.toMatchObject({ problem })
  })

  it('under a new id is ours only where the answer names our id as the old one', async () => {
    sandbox.book.switches.legacyIds = 'new-with-legacy'
    const { schedule } = await answerSchedule(DOCUMENTED, { from })
    expect(schedule.id).not.toBe(DOCUMENTED)
    sandbox.book.switches.legacyIds = 'new-only'
    await expect(answerSchedule(DOCUMENTED, { from })).rejects.toMatchObject({ problem: { kind: 'unreadable' } })
  })
})

describe('the people behind a schedule', () => {
  const mandated = () => wires().find((wire) => wire.mandate && wire.status === 'active' && wire.id !== DOCUMENTED)
  const carded = () => wires().find((wire) => wire.card_id)

  it('are looked up by mandate, bank numbers masked', async () => {
    const id = String(mandated()?.mandate)
    const wire = sandbox.book.mandates.get(id)
    const { mandate } = mandateAnswer.parse(await answerMandate(id, { from }))
    expect(mandate).toMatchObject({ id, reference: wire?.auddis, customerId: wire?.customer_account })
    const { customer } = customerAnswer.parse(await answerCustomerOfMandate(id, { from }))
    expect(customer.id).toBe(wire?.customer_account)
    expect(customer.name).toBeTruthy()
    const answer = bankAccountAnswer.parse(await answerBankAccount(id, { from }))
    const account = sandbox.book.bankAccounts.get(String(wire?.customer_bank_account))
    const number = String(account?.account_number)
    expect(answer.bankAccount).toMatchObject({
      accountNumber: `****${number.slice(-4)}`,
      sortCode: `**-**-${String(account?.sort_code).slice(-2)}`,
    })
    expect(JSON.stringify([mandate, answer])).not.toContain(number)
    expect(JSON.stringify([mandate, answer])).not.toContain(String(account?.sort_code))
  })

  it('are looked up by card', async () => {
    const id = String(carded()?.card_id)
    const wire = sandbox.book.cards.get(id)
    const { card } = cardAnswer.parse(await answerCard(id, { from }))
    expect(card).toMatchObject({ id, ending: wire?.card_number_ending, expires: String(wire?.expiry_date).slice(0, 7) })
    expect((await answerCustomerOfCard(id, { from })).customer.id).toBe(wire?.customer_id)
  })

  it('paid what the sandbox took, latest first', async () => {
    const payments = [...sandbox.book.payments.values()]
    const id =
      payments.map((payment) => payment.recurrence_schedule).find((one, n, all) => all.indexOf(one, n + 3) > 0) ?? ''
    const list = payments.filter((payment) => payment.recurrence_schedule === id)
    expect(list.length).toBeGreaterThan(1)
    const { rows, more } = paymentsTakenAnswer.parse(await answerPaymentsTaken(id, { from }))
    expect(rows).toHaveLength(list.length)
    expect(more).toBe(false)
    const dates = rows.map((row) => (isUnreadablePayment(row) ? '' : row.date))
    expect(dates).toEqual(
      list
        .map(({ collection_date }) => collection_date)
        .toSorted()
        .reverse(),
    )
  })

  it('fail one by one', async () => {
    const id = String(mandated()?.mandate)
    await fault('500', { match: { path: 'bankaccount' } })
    await expect(answerBankAccount(id, { from })).rejects.toMatchObject({ problem: { kind: 'unreachable' } })
    expect(await answerCustomerOfMandate(id, { from })).toHaveProperty('customer')
  })

  it.each([
    ['mandate', () => answerMandate('M0', { from })],
    ['card', () => answerCard('CD0', { from })],
    ['card', () => answerCard('..', { from })],
    ['schedule', () => answerPaymentsTaken('../x', { from })],
  ])('are not found where there is no such %s', async (what, act) => {
    await expect(act()).rejects.toMatchObject({ problem: { kind: 'not-found', what } })
  })
})
