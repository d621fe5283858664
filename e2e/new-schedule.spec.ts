import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import {
  aMandate,
  choose,
  create,
  forecast,
  next,
  openNew,
  step,
  toLastStep,
  toLastStepOnceMore,
  writes,
} from './new-schedule-steps'
import { aPayer, aSchedule, newId } from './records'

// A Thursday, 5 June 2025: full notice is given from Thursday 19 June.

test('an agent makes an ongoing schedule for a mandate that was looked up, and SmarterPay gets it once', async ({
  agent,
  sandbox,
}) => {
  const mandate = await aMandate(sandbox)
  await agent.goto('/schedules')
  await agent.getByRole('link', { name: 'New schedule' }).click()
  await openNew(agent)
  await expect(step(agent, 'Who and how')).toBeVisible()
  await expectAccessible(agent)
  await agent.getByRole('textbox', { name: 'Mandate', exact: true }).fill(mandate.id)
  await agent.getByRole('button', { name: 'Look up' }).click()
  await expect(agent.getByText('Wilhelmina Ashgrove')).toBeVisible()
  await expect(agent.getByRole('textbox', { name: 'AUDDIS reference' })).toHaveValue(mandate.auddis)
  await agent.getByRole('textbox', { name: 'Description' }).fill('Membership')
  await expect(agent.getByRole('textbox', { name: 'Description' })).toHaveAccessibleDescription(/e-mails to the payer/)
  await next(agent).click()

  await expect(step(agent, 'Amounts and dates')).toBeFocused()
  await agent.getByRole('textbox', { name: 'Amount each time in pounds' }).fill('25.00')
  await agent.getByRole('textbox', { name: 'First payment in pounds' }).fill('2500')
  await agent.getByRole('button', { name: 'Use £25.00' }).click()
  await agent.getByRole('textbox', { name: 'First payment in pounds' }).fill('10.00')
  await agent.getByRole('combobox', { name: 'Collection day' }).selectOption('15')
  await expect(agent.getByText('The 15th in real dates:')).toBeVisible()
  await agent.getByRole('textbox', { name: 'Start date' }).fill('12/07/2025')
  await expect(agent.getByText(/A weekend is not a banking day/)).toBeVisible()
  await agent.getByRole('button', { name: 'Use Mon 14 Jul 2025' }).click()
  await expect(forecast(agent).getByRole('row', { name: /Mon 14 Jul 2025/ })).toContainText('£10.00')
  await expect(forecast(agent).getByRole('row', { name: /Fri 15 Aug 2025/ })).toContainText('£25.00')
  await expectAccessible(agent)
  await next(agent).click()

  await expect(agent.getByText(/We will take £10.00 by Direct Debit on/)).toBeVisible()
  await expectAccessible(agent)
  await create(agent).dblclick()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
  await expect(agent.getByText('All listed payments are as they were shown.')).toBeVisible()
  await expectAccessible(agent)
  const sent = await writes(sandbox, mandate.auddis)
  expect(sent).toHaveLength(1)
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    recurrence_schedule: {
      amount: '2500',
      auddis: mandate.auddis,
      collection_day: '15',
      collection_period: 'monthly',
      collection_stretch: '1',
      description: 'Membership',
      first_collection_amount: '1000',
      payment_type: 'directdebit',
      start_date: '2025-07-14',
      type: 'DDOngoingPayment',
    },
  })
  await agent.getByRole('link', { name: 'Open the schedule' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Schedule RS01')
})

test('a payment plan by card is made from typed values', async ({ agent, sandbox }) => {
  const card = newId('CD01')
  const [payer] = aPayer(aSchedule()).customers ?? []
  await sandbox.plant({
    customers: payer ? [payer] : [],
    cards: [
      { ID: card, card_number_ending: '4242', card_type: 'Visa', expiry_date: '2027-03-31', customer_id: payer?.id },
    ],
  })
  await openNew(agent)
  await choose(agent, 'Paid by', 'Card')
  await choose(agent, 'Kind', 'Payment plan')
  await agent.getByRole('textbox', { name: 'Card', exact: true }).fill(card)
  await agent.getByRole('button', { name: 'Look up' }).click()
  await expect(agent.getByText('Visa ending 4242')).toBeVisible()
  await agent.getByRole('textbox', { name: 'Description' }).fill('Kitchen')
  await next(agent).click()
  await agent.getByRole('textbox', { name: 'Plan total in pounds' }).fill('100')
  await agent.getByRole('textbox', { name: 'Number of instalments' }).fill('3')
  await agent.getByRole('combobox', { name: 'Collection day' }).selectOption('last')
  await agent.getByRole('textbox', { name: 'Start date' }).fill('30 jun')
  await expect(forecast(agent).getByRole('row')).toHaveCount(4)
  await expect(forecast(agent), 'nobody knows where the odd penny goes').toContainText('£33.33 to £33.34')
  await next(agent).click()
  await create(agent).click()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
  const [sent] = await writes(sandbox, card)
  expect(JSON.parse(sent?.body ?? '').recurrence_schedule).toMatchObject({
    type: 'PaymentPlan',
    payment_type: 'cardpayment',
    card_id: card,
    amount: '10000',
    installments: '3',
    collection_day: 'last day',
    start_date: '2025-06-30',
  })
})

test('what is wrong is told with a way to its field, and nothing typed is lost on the way back and forth', async ({
  agent,
  sandbox,
  upstream,
}) => {
  const { auddis } = await aMandate(sandbox)
  const since = await upstream()
  await openNew(agent)
  await next(agent).click()
  const summary = agent.getByRole('main').getByRole('alert')
  await expect(summary).toContainText('There is a problem')
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: 'Give a description.' }).click()
  await expect(agent.getByRole('textbox', { name: 'Description' })).toBeFocused()
  await expectAccessible(agent)
  await toLastStep(agent, auddis)
  await agent.goBack()
  await expect(step(agent, 'Amounts and dates')).toBeVisible()
  await expect(agent.getByRole('textbox', { name: 'Amount each time in pounds' })).toHaveValue('25.00')
  await agent.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(agent.getByRole('textbox', { name: 'AUDDIS reference' })).toHaveValue(auddis)

  await expect(agent.getByText('Draft kept')).toBeVisible()
  await agent.reload()
  await expect(agent.getByText(/You have an unsaved draft from/)).toBeVisible()
  await agent.getByRole('button', { name: 'Continue' }).click()
  await expect(agent.getByRole('textbox', { name: 'AUDDIS reference' })).toHaveValue(auddis)
  expect((await since(auddis)).filter((line) => line.startsWith('POST'))).toEqual([])
})

test('a schedule that looks alike is shown first, and a second yes makes another', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const { auddis } = await aMandate(sandbox)
  await toLastStepOnceMore(agent, auddis)
  await create(agent).click()
  const dialog = agent.getByRole('dialog', { name: 'This schedule may exist already' })
  await expect(dialog).toContainText('£25.00')
  await expect(dialog.getByRole('button', { name: 'Do not create' })).toBeFocused()
  await expectAccessible(agent)
  await dialog.getByRole('button', { name: 'Do not create' }).click()
  await expect(dialog).toBeHidden()
  expect(await writes(sandbox, auddis)).toHaveLength(1)
  await create(agent).click()
  await dialog.getByRole('button', { name: 'Create a second one' }).click()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
  expect(await writes(sandbox, auddis)).toHaveLength(2)
})

test('inside the notice period an agent needs a reason and the payer’s agreement', async ({ agent, sandbox }) => {
  const { auddis } = await aMandate(sandbox)
  await toLastStep(agent, auddis)
  await agent.getByRole('button', { name: 'Change amounts and dates' }).click()
  await agent.getByRole('textbox', { name: 'Start date' }).fill('16/06/2025')
  await expect(forecast(agent).getByRole('row', { name: /Mon 16 Jun 2025/ })).toContainText('Short notice')
  await next(agent).click()
  await create(agent).click()
  await expect(agent.getByRole('main').getByRole('alert')).toContainText('the customer must agree first')
  await agent.getByRole('combobox', { name: 'Reason' }).selectOption('customer-asked')
  await agent.getByRole('checkbox', { name: 'I read this to the customer and they agreed' }).check()
  await create(agent).click()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
})

test('who may not create is told who may, and sees no button', async ({ page, signIn }) => {
  await signIn('finance')
  await page.goto('/schedules')
  await expect(page.getByRole('table', { name: 'Schedules' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New schedule' })).toHaveCount(0)
  await page.goto('/schedules/new')
  await expect(page.getByText('Agent or Team lead can create schedules.')).toBeVisible()
})

test('the three steps fit a telephone', async ({ agent, sandbox }) => {
  await agent.setViewportSize({ width: 390, height: 844 })
  const { auddis } = await aMandate(sandbox)
  await openNew(agent)
  await expectNoSidewaysScroll(agent)
  await toLastStep(agent, auddis)
  await expectNoSidewaysScroll(agent)
  await agent.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(forecast(agent)).toBeVisible()
  await expectNoSidewaysScroll(agent)
  await expectAccessible(agent)
})
