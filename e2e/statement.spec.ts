import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aSchedule, withPayers } from './records'

test('an agent prints what a payer will pay: what is set up, what is projected, the reference and a line to reach us', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule({ custom_reference: 'MEM-STATEMENT' })
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}`)
  await agent.getByRole('link', { name: 'Print statement' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText('Payment statement')

  const sheet = agent.getByRole('article', { name: 'Statement' })
  const payments = sheet.getByRole('table', { name: 'Payments' })
  await expect(payments.getByRole('row', { name: /Thursday 19 June 2025/ })).toContainText('£25.32')
  await expect(payments).toContainText('The list ends Fri 19 Dec 2025. Projected from here on:')
  await expect(payments.getByRole('row', { name: /Monday 19 January 2026/ })).toContainText('Projected')
  await expect(payments.getByRole('row', { name: 'Set up, 7 payments' })).toContainText('£177.24')
  await expect(payments.getByRole('row', { name: 'Projected, 5 payments' })).toContainText('£126.60')
  await expect(sheet).toContainText('Quote MEM-STATEMENT.')

  await agent.getByRole('textbox', { name: 'Contact line' }).fill('Ring us on 0800 000 000.')
  await expect(sheet).toContainText('Ring us on 0800 000 000. Quote MEM-STATEMENT.')
  await agent.getByRole('combobox', { name: 'Period' }).selectOption('christmas')
  await expect(payments).not.toContainText('Projected')
  await agent.reload()
  await expect(payments).not.toContainText('Projected')
  await expect(sheet).toContainText('Ring us on 0800 000 000.')
  await expectAccessible(agent)
})

test('on paper there is the sheet alone, and it never carries an account', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  const planted = withPayers(schedule)
  await sandbox.plant(planted)
  await agent.goto(`/schedules/${schedule.id}/statement`)
  const sheet = agent.getByRole('article', { name: 'Statement' })
  await expect(sheet.getByRole('table', { name: 'Payments' })).toBeVisible()
  await agent.emulateMedia({ media: 'print' })
  await expect(agent.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(agent.getByRole('button', { name: 'Print statement' })).toBeHidden()
  await expect(agent.getByRole('textbox', { name: 'Contact line' })).toBeHidden()
  await expect(sheet).toBeVisible()
  const accounts = (planted.bank_accounts ?? []).flatMap((one) => [String(one.sort_code), String(one.account_number)])
  expect(accounts.length).toBeGreaterThan(0)
  for (const number of accounts) await expect(sheet).not.toContainText(number)
})

test('a disabled schedule has nothing to state, and says so', async ({ agent, sandbox }) => {
  const schedule = aSchedule({ status: 'inactive', upcoming_payments: '[]' })
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}/statement`)
  await expect(agent.getByText('No upcoming payments. This schedule is inactive.')).toBeVisible()
  await expect(agent.getByRole('article', { name: 'Statement' })).toHaveCount(0)
})

test('the statement reads on a narrow screen', async ({ agent, sandbox }) => {
  await agent.setViewportSize({ width: 390, height: 844 })
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}/statement`)
  await expect(agent.getByRole('table', { name: 'Payments' })).toBeVisible()
  await expectNoSidewaysScroll(agent)
})
