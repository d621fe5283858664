import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import { aPlan, aSchedule, newId, upcoming, withPayers } from './records'

const rows = (page: Page) => page.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')
const preview = (page: Page, id: string) => page.getByRole('complementary', { name: `Preview of ${id}` })

function three(mark: string) {
  const at = (letter: string, day: string) => ({
    custom_reference: `${mark}-${letter}`,
    created_at: `2025-01-0${day}T10:00:00Z`,
  })
  return [
    aSchedule({
      ...at('A', '3'),
      upcoming_payments: upcoming([
        ['2025-06-19', 0],
        ['2025-07-21', 2532],
      ]),
    }),
    aPlan(at('B', '2')),
    aSchedule(at('C', '1')),
  ] as const
}

test('Space shows a row beside the list, j and k go on from there, and the focus stays in the list', async ({
  agent,
  sandbox,
}) => {
  const mark = newId('PEEK-')
  const [a, b] = three(mark)
  await sandbox.plant(withPayers(...three(mark).slice(2), a, b))
  await agent.goto(`/schedules?reference=${mark}`)
  await expect(rows(agent)).toHaveCount(3)
  await agent.keyboard.press('j')
  await expect(rows(agent).first().getByRole('link')).toBeFocused()
  await agent.keyboard.press('Space')
  await expect(preview(agent, a.id)).toContainText('No payment (£0.00)')
  await expect(preview(agent, a.id)).toContainText('Skipped next')
  await expect(preview(agent, a.id)).toContainText('Nothing was done to it through this dashboard.')
  await expectAccessible(agent)
  await agent.keyboard.press('j')
  await expect(preview(agent, b.id)).toContainText('£500.00')
  await expect(preview(agent, a.id)).toHaveCount(0)
  await expect(rows(agent).nth(1).getByRole('link')).toBeFocused()
  await agent.keyboard.press('Escape')
  await expect(preview(agent, b.id)).toHaveCount(0)
  await expect(rows(agent).nth(1).getByRole('link')).toBeFocused()
})

test('the row’s menu opens by its key and leads where it says; who may not disable is told who can', async ({
  agent,
  sandbox,
}) => {
  const mark = newId('PEEK-')
  const schedules = three(mark)
  await sandbox.plant(withPayers(...schedules))
  await agent.goto(`/schedules?reference=${mark}`)
  await expect(rows(agent)).toHaveCount(3)
  await agent.keyboard.press('j')
  await agent.keyboard.press('.')
  const menu = agent.getByRole('menu', { name: `Actions for ${schedules[0].id}` })
  await expect(menu.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused()
  await expect(menu.getByRole('menuitem', { name: 'Disable' })).toHaveAttribute('aria-disabled', 'true')
  await expect(menu).toContainText('A Team lead can disable it.')
  await expectAccessible(agent)
  await agent.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await agent.getByRole('button', { name: `Actions for ${schedules[1].id}` }).click()
  await agent.getByRole('menuitem', { name: 'Open payments' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(schedules[1].id)
  await expect(agent.getByRole('tab', { name: 'Payments' })).toHaveAttribute('aria-selected', 'true')
})

test('a team lead disables a schedule from its row', async ({ page, signIn, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await signIn('lead')
  await page.goto(`/schedules?id=${schedule.id}`)
  await page.getByRole('button', { name: `Actions for ${schedule.id}` }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await expect(
    page
      .getByRole('alertdialog', { name: `Disable schedule ${schedule.id}?` })
      .or(page.getByRole('dialog', { name: `Disable schedule ${schedule.id}?` })),
  ).toBeVisible()
})

test('from the list one goes on to the next schedule and back to the one before without the list', async ({
  agent,
  sandbox,
}) => {
  const mark = newId('STEP-')
  const [a, b, c] = three(mark)
  await sandbox.plant(withPayers(a, b, c))
  await agent.goto(`/schedules?reference=${mark}`)
  await rows(agent).first().getByRole('link').click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(a.id)
  await expect(agent.getByText('1 of 3 on this page')).toBeVisible()
  await expect(agent.getByRole('link', { name: 'Previous schedule' })).toHaveCount(0)
  await agent.keyboard.press(']')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(b.id)
  await expectAccessible(agent)
  await agent.getByRole('link', { name: 'Next schedule' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(c.id)
  await expect(agent.getByText('3 of 3 on this page')).toBeVisible()
  await agent.keyboard.press('[')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(b.id)
})

test('keys lead to the places, and the dialog lists those of this page', async ({ agent }) => {
  await agent.goto('/schedules')
  await expect(rows(agent).first()).toBeVisible()
  await agent.keyboard.press('?')
  const dialog = agent.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const words of ['Go to Activity', 'Save view', 'Actions of the row', 'Preview the row, or close its preview'])
    await expect(dialog.getByRole('row').filter({ hasText: words })).toBeVisible()
  await expectAccessible(agent)
  await agent.keyboard.press('Escape')
  await agent.keyboard.press('g')
  await agent.keyboard.press('a')
  await expect(agent.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
})
