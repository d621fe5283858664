// What is typed on the rule of a schedule, through a reload, leaving, and the end of a session.
import { confirm, dialog, open, withSkip, writesTo } from './edit-form'
import { draftKept, expect, expectAccessible, test } from './fixtures'
import { aPayer, aSchedule, upcoming } from './records'

test('a reload while the rule is being sent shows what became of it; what is to be put back waits for a press', async ({
  agent,
  sandbox,
  watch,
}) => {
  // 404: the kept key is asked after while nothing was sent under it.
  watch.allowStatus(404)
  watch.allowLostConnections()
  agent.on('dialog', (dialog) => dialog.accept())
  const schedule = aSchedule({ upcoming_payments: upcoming(withSkip) })
  await sandbox.plant({ schedules: [schedule] })
  await open(agent, schedule.id)
  await agent.getByLabel('Amount each time (in pounds)').fill('22.50')
  // The dashboard does its work, and this page never hears of it.
  await agent.route('**/api/schedules/*', (route) =>
    route.request().method() === 'PATCH' ? void route.fetch() : route.fallback(),
  )
  await confirm(agent, 2)
  await expect.poll(async () => (await writesTo(sandbox, schedule.id)).length).toBe(1)
  await agent.reload()
  await expect(agent.getByRole('heading', { name: 'Rule saved. Your 1 payment is not yet back.' })).toBeVisible()
  await expect(agent.getByText('This page was left before they were put back.')).toBeVisible()
  expect(await writesTo(sandbox, schedule.id), 'nothing is sent by itself').toHaveLength(1)
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Put them back' }).click()
  await expect(agent.getByRole('heading', { name: /^Saved. SmarterPay confirmed/ })).toBeVisible()
  expect((await writesTo(sandbox, schedule.id)).map(({ sent }) => Object.keys(sent)[0])).toEqual([
    'amount',
    'upcoming_payments',
  ])
  await agent.reload()
  await expect(agent.getByLabel('Amount each time (in pounds)')).toHaveValue('22.50')
  await expect(agent.getByText(/unsaved draft/)).toHaveCount(0)
})

test('a reload while the second save is not confirmed says so, offers nothing to send, and finds out', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(404, 504)
  watch.allowLostConnections()
  agent.on('dialog', (dialog) => dialog.accept())
  const schedule = aSchedule({ upcoming_payments: upcoming(withSkip) })
  await sandbox.plant({ schedules: [schedule] })
  await sandbox.faults([
    { match: { method: 'PUT', id: schedule.id, body: 'upcoming_payments' }, fault: 'silence', times: 1 },
  ])
  await open(agent, schedule.id)
  await agent.getByLabel('Amount each time (in pounds)').fill('22.50')
  await confirm(agent, 2)
  await expect(agent.getByText('The rule is saved. The second save is not confirmed yet.')).toBeVisible()
  await agent.reload()
  await expect(agent.getByRole('heading', { name: /Whether your 1 payment is back is not confirmed/ })).toBeVisible()
  await expect(agent.getByRole('button', { name: 'Put them back' })).toHaveCount(0)
  await expectAccessible(agent)
  await expect(agent.getByRole('heading', { name: 'Rule saved. Your 1 payment is not yet back.' })).toBeVisible({
    timeout: 30_000,
  })
  expect(await writesTo(sandbox, schedule.id), 'nothing is sent by itself').toHaveLength(2)
  await agent.getByRole('button', { name: 'Put them back' }).click()
  await expect(agent.getByRole('heading', { name: /^Saved. SmarterPay confirmed/ })).toBeVisible()
})

test('of a schedule that was disabled elsewhere meanwhile no rule is saved; the form says so, and typing stays in sight', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await open(agent, schedule.id)
  await agent.getByLabel('Amount each time (in pounds)').fill('22.50')
  await sandbox.disableElsewhere(schedule)
  await confirm(agent, 1)
  await expect(agent.getByRole('heading', { name: 'This schedule changed after you opened it.' })).toBeVisible()
  await expect(agent.getByText('The schedule is no longer active.')).toBeVisible()
  await expect(agent.getByRole('table', { name: 'Conflict' })).toContainText('£22.50')
  await expect(agent.getByRole('button', { name: 'Go on with merged changes' })).toHaveCount(0)
  await expectAccessible(agent)
  expect(await writesTo(sandbox, schedule.id)).toEqual([])
})

test('leaving typed work is asked about, by a link and by Back', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await agent.goto(`/schedules/${schedule.id}`)
  await agent.getByRole('link', { name: 'Edit schedule' }).click()
  await agent.getByLabel('Amount each time (in pounds)').fill('22.50')
  const asked = agent.getByRole('dialog', { name: 'Leave without saving?' })
  await agent.getByRole('link', { name: 'Cancel' }).click()
  await asked.getByRole('button', { name: 'Stay' }).click()
  await agent.goBack()
  await expect(asked).toBeVisible()
  await asked.getByRole('button', { name: 'Stay' }).click()
  await expect(agent.getByLabel('Amount each time (in pounds)')).toHaveValue('22.50')
  await agent.getByRole('link', { name: 'Cancel' }).click()
  await asked.getByRole('button', { name: 'Leave' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(`Schedule ${schedule.id}`)
})

test('a session that ends while the rule is typed costs nothing: after signing in it goes on, or what is newly typed does', async ({
  agent,
  context,
  sandbox,
  signIn,
  watch,
}) => {
  // 401: signed out. 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(401, 404)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await open(agent, schedule.id)
  const amount = agent.getByLabel('Amount each time (in pounds)')
  const kept = draftKept(agent)
  await amount.fill('22.50')
  await kept
  await context.clearCookies({ name: /session-token/ })
  await confirm(agent, 1)
  await expect(dialog(agent).getByText('You were signed out.')).toBeVisible()
  expect(await writesTo(sandbox, schedule.id)).toEqual([])

  await signIn('agent')
  await agent.reload()
  await expect(agent.getByText(/^You have an unsaved draft from/)).toBeVisible()
  await expect(amount).toHaveValue('25.32')
  await amount.fill('30.00')
  const choice = agent.getByRole('dialog', { name: 'Which changes go on?' })
  await agent.getByRole('button', { name: 'Review changes' }).click()
  await expectAccessible(agent)
  await agent.keyboard.press('Escape')
  await expect(amount).toHaveValue('30.00')
  await agent.getByRole('button', { name: 'Continue' }).click()
  await choice.getByRole('button', { name: 'Keep the draft alone' }).click()
  await expect(amount).toHaveValue('22.50')
  await confirm(agent, 1)
  await expect(agent.getByRole('heading', { name: /^Saved/ })).toBeVisible()
  expect((await writesTo(sandbox, schedule.id)).map(({ sent }) => sent)).toEqual([{ amount: '2250' }])
})
