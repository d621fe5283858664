import { AUGUST, Editor, JULY } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule } from './records'

test('the year shows the draft: changed days, sums before and after, and the same as a table', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.date(JULY), '1 aug')
  await editor.skip(AUGUST)
  await agent.getByRole('tab', { name: 'Year' }).click()
  await expect(agent.getByRole('button', { name: 'July 2025 was £25.32 £0.00' })).toBeVisible()
  const day = (name: string) => agent.getByRole('button', { name })
  await expect(day('Friday 1 August 2025, 1 payment, £25.32, moved')).toBeVisible()
  await expect(day('Tuesday 19 August 2025, 1 payment, £0.00, skipped')).toBeVisible()
  await expect(day('Monday 19 January 2026, 1 payment, £25.32, projected')).toBeVisible()
  const table = agent.getByRole('table', { name: 'Payments by month' })
  await expect(table.getByRole('row', { name: /^July 2025/ })).toContainText('£0.00£25.32')
  await expect(table.getByRole('row', { name: /^August 2025/ })).toContainText('No change')
  await expectAccessible(agent)
  await expect(editor.bar).toContainText('2 changes')
  await agent.getByRole('tab', { name: 'List' }).click()
  await expect(editor.date(JULY)).toHaveValue('01/08/2025')
})

test('a day of the year leads into the calendar, by press and by key, with the focus on it', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await agent.goto(`/schedules/${schedule.id}?tab=payments&show=year&month=2025-06`)
  const june = agent.getByRole('button', { name: 'Thursday 19 June 2025, 1 payment, £25.32, scheduled' })
  await june.focus()
  await agent.keyboard.press('ArrowRight')
  await expect(agent.getByRole('button', { name: /^Monday 21 July 2025, 1 payment/ })).toBeFocused()
  await agent.keyboard.press('End')
  await expect(agent.getByRole('button', { name: /^Tuesday 19 May 2026, .*projected$/ })).toBeFocused()
  await agent.keyboard.press('Home')
  await agent.keyboard.press('ArrowDown')
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('grid', { name: 'July 2025' })).toBeVisible()
  await expect(agent.getByRole('gridcell', { name: /^Monday 21 July 2025/ })).toBeFocused()
  await expectAccessible(agent)
  await agent.getByRole('tab', { name: 'Year' }).click()
  await agent.getByRole('button', { name: /^Friday 19 September 2025/ }).click()
  await expect(agent.getByRole('gridcell', { name: /^Friday 19 September 2025/ })).toBeFocused()
})

test('who may not change payments has the same year without a draft', async ({ page, signIn, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await signIn('finance')
  await page.goto(`/schedules/${schedule.id}?tab=payments&show=year&month=2025-06`)
  await expect(page.getByRole('button', { name: /^Monday 21 July 2025, 1 payment/ })).toBeVisible()
  await expect(page.getByText('Changed in this draft')).toHaveCount(0)
  await page.getByRole('button', { name: /^Monday 21 July 2025/ }).click()
  await expect(page.getByRole('grid', { name: 'July 2025' })).toBeVisible()
})
