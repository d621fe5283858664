// A change of payments that nobody knows the outcome of: who is told, and who says what came of it.
import type { Page } from '@playwright/test'
import { another, Editor, listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { upcoming } from './records'
import type { Sandbox } from './sandbox'
import { typedForJuly } from './typed-for-july'

/** A change that SmarterPay did not answer, while somebody made another elsewhere: it holds neither the old payments nor these. */
async function neitherOldNorSent(editor: Editor, sandbox: Sandbox) {
  const schedule = await typedForJuly(editor, sandbox, 'silence')
  await editor.confirm()
  await expect.poll(async () => (await sandbox.writesTo(schedule.id)).length).toBe(1)
  await sandbox.changeElsewhere(schedule, { upcoming_payments: upcoming(listWith({ '2025-06-19': 1111 })) })
  await expect(editor.heading('SmarterPay holds neither the old payments nor yours')).toBeFocused({ timeout: 20_000 })
  return schedule
}

test('what stands as neither old nor new is decided by the lead, and nothing else is sent until then', async ({
  page,
  signIn,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  await signIn('lead')
  const editor = new Editor(page)
  const { id } = await neitherOldNorSent(editor, sandbox)
  await expect(page.getByRole('region', { name: 'Needs attention' })).toContainText(
    /A change of the payments, sent by .+ on \w{3} \d+ \w{3} \d{4}, \d\d:\d\d, was never confirmed\./,
  )
  await expect(page.getByRole('table', { name: 'Both versions' })).toContainText('£11.11')
  await expectAccessible(page)
  await page.getByRole('radio', { name: /^It was not saved/ }).check()
  await page.getByRole('textbox', { name: 'How do you know?' }).fill('Asked the payer')
  await page.getByRole('button', { name: 'Record what came of it' }).click()
  await expect(editor.bar).toBeVisible()
  expect(await sandbox.writesTo(id)).toHaveLength(1)
})

test('whoever else opens the schedule is told that a change of it is not confirmed, until it is known', async ({
  agent,
  context,
  house,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox, 'silence')
  await editor.confirm()
  await expect(editor.heading('SmarterPay has not confirmed your 1 change yet')).toBeFocused({ timeout: 20_000 })
  const note = (page: Page) => page.getByRole('status').filter({ hasText: 'A change of payments is not confirmed.' })
  await expect(note(agent), 'one’s own is followed in the editor').toHaveCount(0)
  const theirs = await another(context, house, watch, 'finance')
  await theirs.goto(`/schedules/${id}`)
  await expect(note(theirs)).toContainText('agent@quarterday.test sent it')
  await expect(note(theirs).getByRole('link', { name: 'Say what came of it' })).toHaveCount(0)
  await expect(note(theirs), 'it goes by itself').toHaveCount(0, { timeout: 30_000 })
  await theirs.context().close()
})

test('what nobody knows the outcome of is resolved from the watchlist too, which opens on it', async ({
  page,
  signIn,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  await signIn('lead')
  const schedule = await neitherOldNorSent(new Editor(page), sandbox)

  await page.goto(`/schedules/${schedule.id}`)
  const open = page.getByRole('status').filter({ hasText: 'A change of payments is not confirmed.' })
  await expect(open).toContainText('A team lead has to look, and say what came of it.')
  await expectAccessible(page)
  await open.getByRole('link', { name: 'Say what came of it' }).click()
  await expect(page.getByRole('tab', { name: /^Needs attention/ })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: `Resolve, ${schedule.id}` }).press('Enter')
  const dialog = page.getByRole('dialog', { name: `A change of the payments of ${schedule.custom_reference}` })
  await expect(dialog).toContainText(/It was sent by .+ on \w{3} \d+ \w{3} \d{4}, \d\d:\d\d, and never confirmed\./)
  await expect(dialog.getByRole('link', { name: 'Show what was sent' })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('radio', { name: /^It was not saved/ }).check()
  await dialog.getByRole('textbox', { name: 'How do you know?' }).fill('Asked the payer')
  await dialog.getByRole('button', { name: 'Record what came of it' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: `Resolve, ${schedule.id}` })).toHaveCount(0)
  await page.goto(`/schedules/${schedule.id}`)
  await expect(page.getByText('None on this mandate.')).toBeVisible()
  await expect(open).toHaveCount(0)
  expect(await sandbox.writesTo(schedule.id)).toHaveLength(1)
})
