import { onCalendar } from './calendar'
import { bodyOf, Editor, JULY } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule } from './records'
import { MINE, OLD, typedForJuly } from './typed-for-july'

test('a refusal is told in SmarterPay’s own words, as text; typing stays, and the next try has a key of its own', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(422)
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox, 'status', {
    status: 400,
    message: 'Amounts in July & August are closed',
  })
  await editor.confirm()
  await expect(editor.heading('SmarterPay refused the change. Nothing was changed.')).toBeFocused()
  await expect(agent.getByRole('blockquote')).toHaveText('Amounts in July & August are closed')
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Back to editing' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  const [first, second, ...more] = await sandbox.writesTo(id)
  expect(more).toEqual([])
  expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey)
  expect(await sandbox.listOf(id)).toEqual(MINE)
})

test('turned away for good by 498 it is no sign-out, names who can help, and keeps the typing', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(502)
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox)
  await sandbox.faults([{ match: { method: 'PUT', id }, fault: '498' }])
  await editor.confirm()
  await expect(editor.heading('Not saved. The connection to SmarterPay needs an administrator.')).toBeVisible()
  await expectAccessible(agent)
  expect((await agent.request.get('/api/me')).status(), 'still signed in').toBe(200)
  await agent.getByRole('button', { name: 'Back to editing' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
  expect(await sandbox.listOf(id)).toEqual(OLD)
})

const UNCLEAR: { name: string; fault: string; params?: Record<string, unknown>; applied: boolean }[] = [
  { name: 'a 500 after the fact', fault: '500', params: { applied: true }, applied: true },
  { name: 'a 500 and nothing done', fault: '500', applied: false },
  { name: 'silence after the fact', fault: 'applied-silence', applied: true },
  { name: 'silence and nothing done', fault: 'silence', applied: false },
  { name: 'HTML with 200', fault: 'html-200', applied: true },
  { name: 'no content', fault: '204', applied: true },
  { name: 'the record of another schedule', fault: 'other-record', applied: true },
]
for (const { name, fault, params, applied } of UNCLEAR)
  test(`${name}: ${applied ? 'found as saved' : 'found as not saved, and tried again by a person alone'}, sent once`, async ({
    agent,
    sandbox,
    watch,
  }) => {
    watch.allowStatus(504)
    const editor = new Editor(agent)
    const { id } = await typedForJuly(editor, sandbox, fault, params)
    await editor.confirm()
    if (applied) {
      await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
      expect(await sandbox.listOf(id)).toEqual(MINE)
      expect(await sandbox.writesTo(id), 'sent once').toHaveLength(1)
      return
    }
    await expect(editor.heading('SmarterPay has not confirmed your 1 change yet')).toBeFocused()
    await expect(agent.getByText('do not send it again.')).toBeVisible()
    await expect(agent.getByRole('button', { name: /Save|Try again|Review/ })).toHaveCount(0)
    await expectAccessible(agent)
    await expect(editor.heading('Not saved. SmarterPay did not take the change.')).toBeFocused({ timeout: 20_000 })
    expect(await sandbox.writesTo(id), 'nothing is sent by itself').toHaveLength(1)
    await agent.getByRole('button', { name: 'Try again' }).click()
    await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
    const writes = await sandbox.writesTo(id)
    expect(writes.map(({ body }) => body)).toEqual([bodyOf(MINE), bodyOf(MINE)])
    expect(writes.filter((write) => write.applied)).toHaveLength(1)
    expect(await sandbox.listOf(id)).toEqual(MINE)
  })

test('no answer to a change from the calendar: it is looked after, and the calendar then shows what is so', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await sandbox.faults([{ match: { method: 'PUT', id: schedule.id }, fault: 'applied-silence', times: 1 }])
  const calendar = await onCalendar(agent, schedule, '2025-08')
  await calendar.day(/^Tuesday 19 August 2025/).focus()
  await calendar.press('Delete')
  await calendar.confirm()
  await expect(calendar.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
  await expect(calendar.day(/^Tuesday 19 August 2025, 1 payment, £0\.00, skipped/)).toBeVisible()
  expect(await sandbox.writesTo(schedule.id), 'sent once').toHaveLength(1)
})

for (const way of ['Accept', 'Restore previous'] as const)
  test(`stored differently it is saved, with the differing rows named: ${way}`, async ({ agent, sandbox }) => {
    const editor = new Editor(agent)
    const { id } = await typedForJuly(editor, sandbox, 'stored-differently', { pence: 5 })
    await editor.confirm()
    await expect(editor.heading('Saved. SmarterPay changed 7 payments.')).toBeFocused()
    const differences = agent.getByRole('table', { name: 'Differences' })
    await expect(differences.getByRole('row').filter({ hasText: '21 Jul' })).toContainText('£40.05')
    await expectAccessible(agent)
    await agent.getByRole('button', { name: way }).click()
    if (way === 'Accept') {
      await expect(editor.bar).toContainText('No changes')
      await expect(editor.amount(JULY)).toHaveValue('40.05')
      expect(await sandbox.writesTo(id)).toHaveLength(1)
      return
    }
    await expect(editor.bar, 'a draft, nothing sent').toContainText('7 changes')
    await expect(editor.amount(JULY)).toHaveValue('25.32')
    expect(await sandbox.writesTo(id)).toHaveLength(1)
    await editor.confirm()
    await expect(editor.heading(/^Saved/)).toBeVisible()
    expect(await sandbox.listOf(id)).toEqual(OLD)
  })

test('a reload while it is being sent shows what became of it, and sends nothing again', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(404, 409, 504)
  watch.allowLostConnections()
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox, 'delay', { ms: 1_200 })
  // The dashboard does its work, and this page never hears of it, however long the way to the reload is.
  await agent.route('**/api/schedules/*/upcoming', (route) =>
    route.request().method() === 'PUT' ? void route.fetch() : route.fallback(),
  )
  await editor.confirm()
  await expect.poll(async () => (await sandbox.writesTo(id)).length).toBe(1)
  await agent.reload()
  await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
  expect(await sandbox.writesTo(id)).toHaveLength(1)
  expect(await sandbox.listOf(id)).toEqual(MINE)
})

test('a reload before anything is sent does not call it unsent while it may still be', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(404, 409, 504)
  watch.allowLostConnections()
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox)
  await editor.openReview()
  await editor.because()
  await sandbox.faults([{ match: { method: 'GET', id }, fault: 'delay', times: 1, params: { ms: 6_000 } }])
  // The page never hears of it, and leaves while the dashboard reads the record before it sends.
  await agent.route('**/api/schedules/*/upcoming', (route) =>
    route.request().method() === 'PUT' ? void route.fetch() : route.fallback(),
  )
  const before = await sandbox.latest()
  await editor.save().click()
  const isBeingRead = async () => (await sandbox.asked(before)).some(({ path }) => path.includes(id))
  await expect.poll(isBeingRead).toBe(true)
  await agent.reload()
  await expect(editor.heading(/^Saved|not confirmed/)).toBeVisible({ timeout: 20_000 })
  await expect(agent.getByText('Nothing of it was saved.')).toHaveCount(0)
  await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
  expect(await sandbox.writesTo(id)).toHaveLength(1)
  expect(await sandbox.listOf(id)).toEqual(MINE)
})
