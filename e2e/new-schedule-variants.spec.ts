// The two kinds that new-schedule.spec.ts does not make, with every property that each may carry.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aMandate, choose, create, forecast, next, openNew, step, writes } from './new-schedule-steps'
import { newId } from './records'

test('a payment plan by Direct Debit for a mandate that was looked up, ending on a day', async ({ agent, sandbox }) => {
  const mandate = await aMandate(sandbox)
  await openNew(agent)
  await choose(agent, 'Kind', 'Payment plan')
  await agent.getByRole('textbox', { name: 'Mandate', exact: true }).fill(mandate.id)
  await agent.getByRole('button', { name: 'Look up' }).click()
  await expect(agent.getByRole('textbox', { name: 'AUDDIS reference' })).toHaveValue(mandate.auddis)
  await agent.getByRole('textbox', { name: 'Description' }).fill('Boiler, fitted')
  await agent.getByRole('textbox', { name: 'Custom reference (optional)' }).fill('JOB-77')
  await next(agent).click()
  await expect(agent.getByRole('textbox', { name: 'First payment in pounds' }), 'a plan has none').toHaveCount(0)
  await agent.getByRole('textbox', { name: 'Plan total in pounds' }).fill('1,200')
  await agent.getByRole('textbox', { name: 'Number of instalments' }).fill('4')
  await agent.getByRole('combobox', { name: 'Collection day' }).selectOption('28')
  await agent.getByRole('textbox', { name: 'Start date' }).fill('28/07/2025')
  const rows = forecast(agent).getByRole('row')
  await expect(rows).toHaveCount(5)
  await expect(forecast(agent).getByRole('row', { name: /Thu 28 Aug 2025/ })).toContainText('£300.00')
  await expect(forecast(agent).getByRole('row', { name: /Mon 29 Sep 2025/ }), 'the 28th is a Sunday').toBeVisible()
  await next(agent).click()
  await expect(agent.getByRole('region', { name: 'Amounts and dates' })).toContainText('£1,200.00 in 4 instalments')
  await expectAccessible(agent)
  await create(agent).click()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
  await expect(agent.getByText('All listed payments are as they were shown.')).toBeVisible()
  const sent = await writes(sandbox, mandate.auddis)
  expect(sent.map(({ path }) => path)).toEqual([expect.stringMatching(/\/recurrenceschedule$/i)])
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    recurrence_schedule: {
      amount: '120000',
      auddis: mandate.auddis,
      collection_day: '28',
      collection_period: 'monthly',
      collection_stretch: '1',
      custom_reference: 'JOB-77',
      description: 'Boiler, fitted',
      installments: '4',
      payment_type: 'directdebit',
      start_date: '2025-07-28',
      type: 'DDPaymentPlan',
    },
  })
})

test('an ongoing schedule by card from typed values, every other week, with all that may be added', async ({
  agent,
  sandbox,
  watch,
}) => {
  // Nobody is known behind this card.
  watch.allowStatus(404)
  const card = newId('CD01')
  await sandbox.plant({
    cards: [{ ID: card, card_number_ending: '4242', card_type: 'Visa', expiry_date: '2025-05-31' }],
  })
  await openNew(agent)
  await choose(agent, 'Paid by', 'Card')
  await expect(agent.getByRole('textbox', { name: 'AUDDIS reference' }), 'a card has none').toHaveCount(0)
  const cardField = agent.getByRole('textbox', { name: 'Card', exact: true })
  await cardField.fill('4000 0566 5566 5556')
  await agent.getByRole('textbox', { name: 'Description' }).fill('Window cleaning')
  await next(agent).click()
  await expect(agent.getByRole('main').getByRole('alert'), 'a card’s number is no id').toBeVisible()
  await expect(step(agent, 'Who and how')).toBeVisible()
  await cardField.fill(card)
  await agent.getByRole('button', { name: 'Look up' }).click()
  await agent.getByText('Extra data', { exact: true }).click()
  await agent.getByRole('textbox', { name: 'Extra data (optional)' }).fill('round=7')
  await agent.getByRole('textbox', { name: 'Custom reference (optional)' }).fill('ROUND-7')
  await next(agent).click()

  await agent.getByRole('textbox', { name: 'Amount each time in pounds' }).fill('12')
  await agent.getByRole('textbox', { name: 'First payment in pounds' }).fill('20')
  await choose(agent, 'Frequency', 'Weekly')
  await expect(agent.getByRole('combobox', { name: 'Collection day' }), 'the start date gives the day').toHaveCount(0)
  await agent.getByRole('textbox', { name: 'Every' }).fill('2')
  await agent.getByRole('textbox', { name: 'Start date' }).fill('06/06/2025')
  await choose(agent, 'Ends', 'End date')
  await agent.getByRole('textbox', { name: 'End date' }).fill('20/07/2025')
  await expect(forecast(agent).getByRole('row')).toHaveCount(5)
  await expect(forecast(agent).getByRole('row', { name: /Fri 6 Jun 2025/ })).toContainText('£20.00')
  await expect(forecast(agent).getByRole('row', { name: /Fri 20 Jun 2025/ })).toContainText('£12.00')
  await expect(forecast(agent), 'a card has no notice').not.toContainText('Short notice')
  await next(agent).click()
  await expect(agent.getByText(/We will take £20.00 by card on/)).toBeVisible()
  await expectAccessible(agent)
  await agent.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(agent)
  await create(agent).click()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
  const sent = await writes(sandbox, card)
  expect(sent).toHaveLength(1)
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    recurrence_schedule: {
      amount: '1200',
      card_id: card,
      collection_period: 'weekly',
      collection_stretch: '2',
      custom_reference: 'ROUND-7',
      description: 'Window cleaning',
      end_date: '2025-07-20',
      first_collection_amount: '2000',
      metadata: 'round=7',
      payment_type: 'cardpayment',
      start_date: '2025-06-06',
      type: 'OngoingPayment',
    },
  })
})
