// Changing the rule of a schedule: form, forecast, review, one save or two, and what reached SmarterPay's side.
import { confirm, dialog, open, preview, withSkip, writesTo } from './edit-form'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aPayer, aPlan, aSchedule, upcoming } from './records'

test('an agent lowers the amount: only that is sent, once, and the answer is held against the forecast', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await agent.goto(`/schedules/${schedule.id}`)
  await agent.getByRole('link', { name: 'Edit schedule' }).click()
  await agent.getByLabel('Amount each time (in pounds)').fill('22.50')
  await expect(preview(agent)).toContainText('7 payments change')
  await expect(preview(agent)).toContainText('total £177.24 → £157.50')
  await expectAccessible(agent)
  await confirm(agent, 1)
  await expect(agent.getByRole('heading', { name: /^Saved. SmarterPay confirmed/ })).toBeVisible()
  const writes = await writesTo(sandbox, schedule.id)
  expect(writes.map(({ method, sent }) => ({ method, sent }))).toEqual([{ method: 'PUT', sent: { amount: '2250' } }])
})

test('a changed day shows its real dates, warns of a gap, and can move the next payment too', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await open(agent, schedule.id)
  await agent.getByRole('combobox', { name: 'Collection day' }).selectOption('1')
  await expect(preview(agent)).toContainText('Two payments 12 days apart: 19 Jun and 1 Jul.')
  await expect(preview(agent)).toContainText('The 1st in real dates: 1 Jul · 1 Aug · 1 Sep')
  const rows = preview(agent).getByRole('table', { name: 'Payments after this change' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('Date does not move')
  await agent.getByRole('checkbox', { name: 'Also move the next payment' }).check()
  await expect(rows.nth(1)).toContainText('Tue 1 Jul 2025')
  await expect(preview(agent)).not.toContainText('days apart')
  await confirm(agent, 2)
  await expect(agent.getByRole('heading', { name: /^Saved/ })).toBeVisible()
  expect((await writesTo(sandbox, schedule.id)).map(({ sent }) => sent)).toEqual([
    { collection_day: '1', next_collection_date: '2025-07-01' },
  ])
})

test('what differs from the rule is kept by a second save, shown before and sent under a key of its own', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule({ upcoming_payments: upcoming(withSkip) })
  await sandbox.plant({ schedules: [schedule] })
  await open(agent, schedule.id, '?amount=22.50')
  await expect(preview(agent)).toContainText('This will reset 1 payment that differs from the rule: 19 Aug (skipped).')
  await expect(preview(agent).getByRole('radio', { name: 'Keep them' })).toBeChecked()
  await agent.getByRole('button', { name: 'Review changes' }).click()
  await expect(dialog(agent)).toContainText('Two saves, one after the other.')
  await dialog(agent).getByRole('button', { name: 'Back to editing' }).click()
  await confirm(agent, 2)
  await expect(agent.getByRole('heading', { name: /^Saved. SmarterPay confirmed/ })).toBeVisible()
  const writes = await writesTo(sandbox, schedule.id)
  expect(writes.map(({ sent }) => Object.keys(sent))).toEqual([['amount'], ['upcoming_payments']])
  expect(new Set(writes.map(({ key }) => key)).size).toBe(2)
  const sent = JSON.parse(writes[1]?.sent.upcoming_payments) as { collection_date: string; amount: string }[]
  expect(sent.slice(1, 4).map(({ amount }) => amount)).toEqual(['2250', '0', '2250'])
})

test('a second save that fails says that the rule is saved and the rest is not, and can be tried again', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(422)
  const schedule = aSchedule({ upcoming_payments: upcoming(withSkip) })
  await sandbox.plant({ schedules: [schedule] })
  await open(agent, schedule.id, '?amount=22.50')
  await agent.getByRole('button', { name: 'Review changes' }).click()
  await dialog(agent).getByRole('combobox', { name: 'Reason for change' }).selectOption('customer-asked')
  await sandbox.faults([
    {
      match: { method: 'PUT', id: schedule.id, body: 'upcoming_payments' },
      fault: 'status',
      times: 1,
      params: { status: 400, message: 'Not just now' },
    },
  ])
  await dialog(agent)
    .getByRole('checkbox', { name: /I read this/ })
    .check()
  await dialog(agent).getByRole('button', { name: 'Save 2 changes' }).click()
  await expect(agent.getByRole('heading', { name: 'Rule saved. Your 1 payment is not yet back.' })).toBeVisible()
  await expect(agent.getByText('SmarterPay refused it: Not just now')).toBeVisible()
  await agent.getByRole('button', { name: 'Try again' }).click()
  await expect(agent.getByRole('heading', { name: /^Saved. SmarterPay confirmed/ })).toBeVisible()
  expect((await writesTo(sandbox, schedule.id)).map(({ sent }) => Object.keys(sent)[0])).toEqual([
    'amount',
    'upcoming_payments',
    'upcoming_payments',
  ])
})

test('letting them go sends the rule alone', async ({ agent, sandbox }) => {
  const schedule = aSchedule({ upcoming_payments: upcoming(withSkip) })
  await sandbox.plant({ schedules: [schedule] })
  await open(agent, schedule.id, '?amount=22.50')
  await preview(agent).getByRole('radio', { name: 'Let them go' }).check()
  await confirm(agent, 1)
  await expect(agent.getByRole('heading', { name: /^Saved/ })).toBeVisible()
  expect((await writesTo(sandbox, schedule.id)).map(({ sent }) => sent)).toEqual([{ amount: '2250' }])
})

test('a plan is stopped below what is taken, with a way to the field; a slip of a hundred times is caught', async ({
  agent,
  sandbox,
}) => {
  const plan = aPlan()
  await sandbox.plant({ schedules: [plan] })
  await open(agent, plan.id)
  await agent.getByLabel('Number of instalments').fill('3')
  await agent.getByRole('button', { name: 'Review changes' }).click()
  const summary = agent.getByRole('alert', { name: 'There is a problem' })
  await expect(summary).toContainText('3 instalments are already taken')
  await summary.getByRole('link').click()
  await expect(agent.getByLabel('Number of instalments')).toBeFocused()
  await expect(agent.getByLabel('Number of instalments')).toHaveValue('3')
  await agent.getByLabel('Number of instalments').fill('8')
  await agent.getByLabel('Plan total (in pounds)').fill('400000')
  await expect(agent.getByText('£400,000.00 is 100 times the usual £4,000.00.')).toBeVisible()
  await agent.getByRole('button', { name: 'Use £4,000.00' }).click()
  await expect(agent.getByLabel('Plan total (in pounds)')).toHaveValue('4000.00')
  expect(await writesTo(sandbox, plan.id)).toEqual([])
})

test('who never changes schedules sees no way in, and is told who can', async ({ page, signIn, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await signIn('finance')
  await page.goto(`/schedules/${schedule.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(schedule.id)
  await expect(page.getByRole('link', { name: 'Edit schedule' })).toHaveCount(0)
  await page.goto(`/schedules/${schedule.id}/edit`)
  await expect(page.getByText('Schedules are changed by Agent or Team lead.')).toBeVisible()
})

test('on a telephone the form comes first and nothing scrolls sideways', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await agent.setViewportSize({ width: 390, height: 844 })
  await open(agent, schedule.id, '?day=1')
  await expect(preview(agent)).toContainText('6 payments change')
  await expectNoSidewaysScroll(agent)
  await expectAccessible(agent)
})
