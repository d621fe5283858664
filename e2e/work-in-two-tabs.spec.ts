// One person's work on one schedule in more than one tab, or come back to: what one of them sent is never taken for what the other holds.
import type { BrowserContext, Page } from '@playwright/test'
import { confirm, open as openForm } from './edit-form'
import { AUGUST, Editor, JULY, listWith } from './editor'
import { expect, patient, test } from './fixtures'
import { aPayer, aSchedule } from './records'
import type { Sandbox } from './sandbox'
import { typedForJuly } from './typed-for-july'

/** Work that a first tab began, that a second one took up and added to, and that the first has then saved without that. */
async function savedInTheFirst(agent: Page, context: BrowserContext, sandbox: Sandbox) {
  const first = new Editor(agent)
  const { id } = await typedForJuly(first, sandbox)
  const kept = agent.waitForResponse((answer) => answer.request().postDataJSON()?.key)
  await first.openReview()
  await kept
  const second = new Editor(patient(await context.newPage()))
  await second.page.goto(`/schedules/${id}?tab=payments&show=list`)
  await second.page.getByRole('button', { name: 'Continue' }).click()
  await second.type(second.amount(AUGUST), '50')
  await first.because()
  await first.save().click()
  await expect(first.heading(/^Saved/)).toBeVisible()
  return { id, second }
}

test('what a second tab added to work that the first has saved meanwhile is compared, not called saved', async ({
  agent,
  context,
  sandbox,
  watch,
}) => {
  // 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(404, 409, 422)
  const { id, second } = await savedInTheFirst(agent, context, sandbox)

  await second.confirm()
  await expect(second.heading('This schedule changed after you opened it.')).toBeVisible()
  expect(await sandbox.writesTo(id)).toHaveLength(1)
  await second.page.getByRole('button', { name: 'Review merged changes' }).click()
  await second.because()
  await second.save().click()
  await expect(second.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.listOf(id)).toEqual(listWith({ '2025-07-21': 4000, '2025-08-19': 5000 }))
  const [one, two, ...more] = await sandbox.writesTo(id)
  expect(more).toEqual([])
  expect(two?.idempotencyKey).not.toBe(one?.idempotencyKey)
})

test('what a second tab added is not given up either when it comes back to what the first has saved', async ({
  agent,
  context,
  sandbox,
  watch,
}) => {
  watch.allowStatus(404)
  const { id, second } = await savedInTheFirst(agent, context, sandbox)
  await second.page.getByRole('tab', { name: /^Overview/ }).click()
  await expect(second.page.getByRole('heading', { name: 'Next 6 payments' })).toBeVisible()
  await second.page.getByRole('tab', { name: /^Payments/ }).click()
  await expect(second.heading('This schedule changed after you opened it.')).toBeVisible()
  const conflict = second.page.getByRole('table', { name: 'Conflict' })
  await expect(conflict.getByRole('row').filter({ hasText: '19 Aug' })).toContainText('£50.00')
  expect(await sandbox.writesTo(id)).toHaveLength(1)
})

test('what was saved otherwise than it was sent waits for its decision over a reload, and is not called unsaved', async ({
  agent,
  sandbox,
}) => {
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox, 'stored-differently', { pence: 5 })
  await editor.confirm()
  await expect(editor.heading('Saved. SmarterPay changed 7 payments.')).toBeVisible()
  await agent.reload()
  await expect(editor.heading('Saved. SmarterPay changed 7 payments.')).toBeVisible()
  await expect(agent.getByText('Nothing of it was saved.')).toHaveCount(0)
  await agent.getByRole('button', { name: 'Accept' }).click()
  await expect(editor.bar).toContainText('No changes')
  await agent.reload()
  await expect(editor.amount(JULY)).toHaveValue('40.05')
  await expect(editor.bar).toContainText('No changes')
  expect(await sandbox.writesTo(id)).toHaveLength(1)
})

test('the sender of a rule that is not confirmed is told so where the payments are changed', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await sandbox.faults([{ match: { method: 'PUT', id: schedule.id }, fault: 'silence', times: 1 }])
  await openForm(agent, schedule.id)
  await agent.getByLabel('Amount each time (in pounds)').fill('22.50')
  await confirm(agent, 1)
  await expect(agent.getByRole('heading', { name: /has not confirmed/ })).toBeVisible({ timeout: 20_000 })
  await agent.goto(`/schedules/${schedule.id}?tab=payments&show=list`)
  const note = agent.getByRole('status').filter({ hasText: 'A change of the rule is not confirmed.' })
  await expect(note).toContainText('We are checking.')
  await expect(note, 'it goes by itself').toHaveCount(0, { timeout: 30_000 })
})
