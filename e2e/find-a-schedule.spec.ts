import type { Locator, Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../scripts/demo-people.mjs'
import { alive, emailOf, expect, test } from './fixtures'
import { aPayer, aSchedule } from './records'

/** Presses Tab until the control has focus: as somebody without a mouse gets there, in a bounded number of steps. */
async function tabTo(page: Page, target: Locator, steps = 40): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

test('an agent without a mouse signs in, finds a schedule by its reference, filters, opens it and reads the year', async ({
  page,
  sandbox,
}) => {
  const schedule = aSchedule()
  const reference = String(schedule.custom_reference)
  const ended = aSchedule({ custom_reference: `${reference}-OLD`, status: 'inactive', upcoming_payments: '[]' })
  await sandbox.plant({ schedules: [schedule, ended], ...aPayer(schedule) })
  await page.goto('/')
  await tabTo(page, page.getByRole('textbox', { name: 'Email' }), 10)
  await page.keyboard.type(emailOf('agent'))
  await tabTo(page, page.getByLabel('Password', { exact: true }), 3)
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await alive(page)
  await expect(page.getByRole('searchbox', { name: 'Search schedules' })).toBeFocused()
  await page.keyboard.type(reference)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Schedules' })).toBeVisible()
  const rows = page.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')
  await expect(rows).toHaveCount(2)

  const filters = page.getByRole('group', { name: 'Filters' })
  await tabTo(page, filters.getByRole('button', { name: 'Status' }), 15)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Active', exact: true })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(filters.getByRole('button', { name: /^Status/ })).toBeFocused()

  await page.keyboard.press('j')
  await expect(rows.getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(schedule.id)

  await tabTo(page, page.getByRole('tab', { name: 'Overview' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Payments' })).toHaveAttribute('aria-selected', 'true')
  await tabTo(page, page.getByRole('tab', { name: 'Calendar' }))
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: 'Year' })).toHaveAttribute('aria-selected', 'true')
  const year = page.getByRole('table', { name: /^Payments by month/ })
  await expect(year.getByRole('row', { name: /June 2025/ })).toContainText('£25.32')
  await expect(year.getByRole('row', { name: /August 2025/ })).toContainText('£25.32')
})
