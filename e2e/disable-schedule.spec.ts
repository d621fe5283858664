import type { Locator, Page } from '@playwright/test'
import { draftKept, expect, expectAccessible, test } from './fixtures'
import { aPayer, aSchedule } from './records'

const MORE = { name: 'More actions' }

/** On the page of a schedule; answers the dialog that opens. */
async function askToDisable(page: Page, id: string): Promise<Locator> {
  await page.getByRole('button', MORE).click()
  await page.getByRole('menuitem', { name: 'Disable schedule' }).click()
  return page.getByRole('dialog', { name: `Disable schedule ${id}?` })
}

test('a team lead sees what disabling stops, disables, and makes a new one from the snapshot', async ({
  page,
  signIn,
  sandbox,
  upstream,
}) => {
  const schedule = aSchedule()
  const sibling = aSchedule({ mandate: schedule.mandate })
  const payer = aPayer(schedule)
  const mandates = (payer.mandates ?? []).map((one) => ({ ...one, auddis: schedule.auddis }))
  await sandbox.plant({ schedules: [schedule, sibling], ...payer, mandates })
  await signIn('lead')
  await page.goto(`/schedules/${schedule.id}`)
  const since = await upstream()
  const dialog = await askToDisable(page, schedule.id)
  await expect(dialog.getByRole('button', { name: 'Keep schedule active' })).toBeFocused()
  await expect(dialog).toContainText('7 upcoming payments stop, £177.24, next on Thu 19 Jun 2025.')
  await expect(dialog).toContainText('The mandate stays. 1 other active schedule on it is not affected.')
  await expect(dialog).toContainText('SmarterPay cannot enable it again.')
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Disable schedule' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Reason' })).toBeFocused()
  await expect(dialog).toContainText('Choose a reason.')
  expect((await since(schedule.id)).filter((line) => line.startsWith('DELETE'))).toEqual([])
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('customer-asked')
  await dialog.getByRole('button', { name: 'Disable schedule' }).dblclick()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status', { name: 'Updates' })).toContainText('Schedule disabled. Snapshot saved.')
  await expect(page.getByText(/Disabled on .* by lead@quarterday\.test\./)).toBeVisible()
  expect((await since(schedule.id)).filter((line) => line.startsWith('DELETE'))).toHaveLength(1)
  await expectAccessible(page)
  await page.getByRole('button', MORE).click()
  await expect(page.getByRole('menuitem', { name: 'Disable schedule' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Recreate from snapshot' }).click()
  await expect(page.getByText(`In place of ${schedule.id}, which was disabled.`)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'AUDDIS reference' })).toHaveValue(String(schedule.auddis))
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Start date' })).toHaveValue('19/06/2025')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('button', { name: 'Create schedule' }).click()
  await expect(page.getByText(`It stands in place of ${schedule.id}.`)).toBeVisible()
  await page.getByRole('link', { name: 'Open the schedule' }).click()
  await expect(page.getByText('It was made in place of')).toBeVisible()
  await page.getByRole('link', { name: schedule.id }).click()
  await expect(page.getByText('stands in its place.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Recreate from snapshot' })).toHaveCount(0)
})

test('a locked payment is named as too late to stop', async ({ page, signIn, sandbox }) => {
  const schedule = aSchedule({
    next_collection_date: '2025-06-06',
    upcoming_payments: JSON.stringify([
      { collection_date: '2025-06-06', amount: '1850' },
      { collection_date: '2025-07-21', amount: '2532' },
    ]),
  })
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await signIn('lead')
  await page.goto(`/schedules/${schedule.id}`)
  const dialog = await askToDisable(page, schedule.id)
  await expect(dialog).toContainText('Too late to stop: £18.50 on Fri 6 Jun 2025 may still be taken.')
  await expect(dialog).toContainText('1 upcoming payment stops, £25.32')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Active', { exact: true }).first()).toBeVisible()
})

test('an agent sees who can disable; finance is not shown it at all', async ({ page, signIn, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await signIn('agent')
  await page.goto(`/schedules/${schedule.id}`)
  await page.getByRole('button', MORE).click()
  const item = page.getByRole('menuitem', { name: 'Disable schedule' })
  await expect(item).toHaveAttribute('aria-disabled', 'true')
  await expect(item).toHaveAccessibleDescription('A Team lead can disable it.')
  await item.click({ force: true })
  await expect(page.getByRole('dialog', { name: /Disable schedule/ })).toHaveCount(0)
  await signIn('finance')
  await page.goto(`/schedules/${schedule.id}`)
  await page.getByRole('button', MORE).click()
  await expect(page.getByRole('menuitem', { name: 'Copy id' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Disable schedule' })).toHaveCount(0)
})

test('a schedule that changed meanwhile is not disabled before it was looked at again', async ({
  page,
  signIn,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await signIn('lead')
  await page.goto(`/schedules/${schedule.id}`)
  const dialog = await askToDisable(page, schedule.id)
  await sandbox.changeElsewhere(schedule, { amount: '3000' })
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('error-correction')
  await dialog.getByRole('button', { name: 'Disable schedule' }).click()
  await expect(dialog).toContainText('This schedule changed after you opened it.')
  await dialog.getByRole('button', { name: 'Look at it again' }).click()
  await dialog.getByRole('button', { name: 'Disable schedule' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/Disabled on/)).toBeVisible()
})

test('what nobody knows came of a disabling is said where it was asked for, and the schedule is free again', async ({
  page,
  signIn,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await sandbox.faults([{ match: { method: 'DELETE', id: schedule.id }, fault: '500', times: 1 }])
  await signIn('lead')
  await page.goto(`/schedules/${schedule.id}`)
  const dialog = await askToDisable(page, schedule.id)
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('error-correction')
  await dialog.getByRole('button', { name: 'Disable schedule' }).click()
  await expect.poll(async () => (await sandbox.writesTo(schedule.id)).length).toBe(1)
  await sandbox.changeElsewhere(schedule, { amount: '3000' })
  await expect(dialog).toContainText('It is not clear what became of it.', { timeout: 20_000 })
  await expectAccessible(page)
  await dialog.getByRole('radio', { name: /^It was not saved/ }).check()
  await dialog.getByRole('textbox', { name: 'How do you know?' }).fill('It still collects')
  await dialog.getByRole('button', { name: 'Record what came of it' }).click()
  await dialog.getByRole('button', { name: 'Disable schedule' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/Disabled on/)).toBeVisible()
  const writes = await sandbox.writesTo(schedule.id)
  expect(writes.map(({ method, applied }) => [method, applied])).toEqual([
    ['DELETE', false],
    ['DELETE', true],
  ])
})

test('what was filled in survives the end of a session, and what was being sent is followed by a page loaded anew', async ({
  page,
  context,
  signIn,
  sandbox,
  watch,
}) => {
  // 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(401, 404, 409)
  watch.allowLostConnections()
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await signIn('lead')
  await page.goto(`/schedules/${schedule.id}`)
  const dialog = await askToDisable(page, schedule.id)
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('other')
  const kept = draftKept(page)
  await dialog.getByRole('textbox', { name: 'Note' }).fill('The payer has died')
  await kept
  await context.clearCookies({ name: /session-token/ })
  await dialog.getByRole('button', { name: 'Disable schedule' }).click()
  await expect(dialog.getByText('You were signed out.')).toBeVisible()
  expect(await sandbox.writesTo(schedule.id)).toEqual([])

  await signIn('lead')
  await page.reload()
  await askToDisable(page, schedule.id)
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('The payer has died')
  // The dashboard does its work, and this page never hears of it.
  await page.route('**/disable', (route) => void route.fetch())
  await dialog.getByRole('button', { name: 'Disable schedule' }).click()
  await expect.poll(async () => (await sandbox.writesTo(schedule.id)).length).toBe(1)
  await page.reload()
  await expect(page.getByText(/Disabled on .* by lead@quarterday\.test\./)).toBeVisible({ timeout: 20_000 })
  expect(await sandbox.writesTo(schedule.id)).toHaveLength(1)
})
