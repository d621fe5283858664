import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import { aCardSchedule, aPlan, aSchedule, newId } from './records'

const rows = (page: Page) => page.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')
const menu = (page: Page) => page.getByRole('button', { name: /^View: / })

async function choose(page: Page, name: string): Promise<void> {
  await menu(page).click()
  await page.getByRole('menuitemradio', { name, exact: true }).click()
}

test('an agent saves a view by keyboard, finds it after a reload, changes it and puts it back', async ({
  agent,
  sandbox,
}) => {
  const mark = newId('VIEW-')
  await sandbox.plant({
    schedules: [
      aSchedule({ custom_reference: `${mark}-A` }),
      aCardSchedule({ custom_reference: `${mark}-B` }),
      aPlan({ custom_reference: `${mark}-C` }),
    ],
  })
  await agent.goto(`/schedules?reference=${mark}&method=card`)
  await expect(rows(agent)).toHaveCount(1)
  await agent.keyboard.press('v')
  const dialog = agent.getByRole('dialog', { name: 'Save view' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await agent.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Give the view a name.')
  await expectAccessible(agent)
  await agent.keyboard.type(mark)
  await agent.keyboard.press('Enter')
  await expect(menu(agent)).toHaveText(`View: ${mark}`)
  await expect(agent).toHaveURL(/\/schedules\?view=[0-9a-f-]{36}$/)

  await agent.reload()
  await expect(menu(agent)).toHaveText(`View: ${mark}`)
  await expect(rows(agent)).toHaveCount(1)
  await expect(agent.getByRole('button', { name: 'Remove filter Method: Card' })).toBeVisible()

  await agent.getByRole('button', { name: 'Remove filter Method: Card' }).click()
  await expect(rows(agent)).toHaveCount(3)
  await expect(agent.getByText('View changed')).toBeVisible()
  await agent.reload()
  await expect(rows(agent)).toHaveCount(3)
  await expect(menu(agent)).toHaveText(`View: ${mark}`)
  await agent.getByRole('button', { name: 'Reset view' }).click()
  await expect(rows(agent)).toHaveCount(1)
  await expect(agent.getByText('View changed')).toBeHidden()

  await agent.getByRole('button', { name: 'Remove filter Method: Card' }).click()
  await agent.getByRole('button', { name: 'Update view' }).click()
  await expect(agent.getByText('View changed')).toBeHidden()
  await expect(agent).toHaveURL(/\/schedules\?view=[0-9a-f-]{36}$/)
  await agent.reload()
  await expect(rows(agent)).toHaveCount(3)

  await menu(agent).click()
  await expectAccessible(agent)
  await agent.getByRole('menuitem', { name: `Delete view ${mark}` }).click()
  await agent
    .getByRole('dialog', { name: `Delete view ${mark}?` })
    .getByRole('button', { name: 'Delete view' })
    .click()
  await expect(menu(agent)).toHaveText('View: All schedules')
  await expect(agent).toHaveURL(/\/schedules$/)
  await expect(agent.getByText('A part of this address was left out.')).toHaveCount(0)
})

test('built-in views ask for what they say, keep the days that stand there, and Back leads out of them', async ({
  agent,
  sandbox,
}) => {
  await sandbox.plant({ schedules: [aPlan()] })
  await agent.goto('/schedules?next=2025-06-01..2025-06-30')
  await expect(rows(agent).first()).toBeVisible()
  await choose(agent, 'Plans in progress')
  await expect(agent.getByRole('button', { name: 'Remove filter Type: Payment plan' })).toBeVisible()
  await expect(agent.getByRole('button', { name: 'Remove filter Next payment: 1 to 30 Jun 2025' })).toBeVisible()
  await expect(agent.getByText('View changed')).toBeHidden()
  await choose(agent, 'Collecting this week')
  await expect(agent.getByRole('button', { name: 'Remove filter Next payment: 5 to 8 Jun 2025' })).toBeVisible()
  await expect(agent).toHaveURL(/\/schedules\?view=this-week$/)
  await agent.goBack()
  await expect(menu(agent)).toHaveText('View: Plans in progress')
  await choose(agent, 'All schedules')
  await expect(agent).toHaveURL(/\/schedules$/)
})

test('a view keeps how close its rows stand, and All schedules keeps the person’s own choice', async ({ agent }) => {
  const table = agent.getByRole('table', { name: 'Schedules' })
  const density = (name: string) =>
    agent.getByRole('radiogroup', { name: 'Density' }).getByRole('radio', { name }).check({ force: true })
  const mark = newId('CLOSE-')
  await agent.goto('/schedules?method=card')
  await density('Compact')
  await expect(table).toHaveAttribute('data-density', 'compact')
  await agent.keyboard.press('v')
  const dialog = agent.getByRole('dialog', { name: 'Save view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(mark)
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(menu(agent)).toHaveText(`View: ${mark}`)

  await choose(agent, 'All schedules')
  await density('Comfortable')
  await expect(table).toHaveAttribute('data-density', 'comfortable')
  await choose(agent, mark)
  await expect(table).toHaveAttribute('data-density', 'compact')
  await agent.reload()
  await expect(table, 'in the server’s HTML already').toHaveAttribute('data-density', 'compact')
  await density('Comfortable')
  await expect(agent.getByText('View changed')).toBeVisible()
  await agent.getByRole('button', { name: 'Reset view' }).click()
  await expect(table).toHaveAttribute('data-density', 'compact')
  await choose(agent, 'All schedules')
  await expect(table).toHaveAttribute('data-density', 'comfortable')
})

test('a team lead shares a view; an agent sees it and cannot change it', async ({ page, context, signIn }) => {
  const name = newId('Shared ')
  await signIn('lead')
  await page.goto('/schedules?status=inactive&cols=reference,status')
  await page.getByRole('button', { name: 'Save view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('radio', { name: /Everybody/ }).check()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(menu(page)).toHaveText(`View: ${name}`)
  await context.clearCookies()
  await signIn('agent')
  await page.goto('/schedules')
  await choose(page, name)
  await expect(page.getByRole('table', { name: 'Schedules' }).getByRole('columnheader')).toHaveCount(3)
  await page.getByRole('button', { name: 'Remove filter Status: Inactive' }).click()
  await expect(page.getByRole('button', { name: 'Update view' })).toHaveCount(0)
  await expect(menu(page)).toHaveText('View: All schedules')
})

test('the list opens with the view that a person chose for that, and All schedules leads out of it', async ({
  page,
  signIn,
}) => {
  const name = newId('First ')
  await signIn('finance')
  await page.goto('/schedules?status=inactive')
  await page.getByRole('button', { name: 'Save view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('checkbox', { name: 'Open the list with this view' }).check()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(menu(page)).toHaveText(`View: ${name}`)
  await page.goto('/schedules')
  await expect(menu(page)).toHaveText(`View: ${name}`)
  await expect(page.getByRole('button', { name: 'Remove filter Status: Inactive' })).toBeVisible()
  await choose(page, 'All schedules')
  await expect(page).toHaveURL(/\?view=all$/)
  await page.reload()
  await expect(menu(page)).toHaveText('View: All schedules')
})

test('words typed into the search box become filters with their chips', async ({ agent, sandbox }) => {
  const mark = newId('WORD-')
  await sandbox.plant({
    schedules: [aCardSchedule({ custom_reference: `${mark}-A` }), aSchedule({ custom_reference: `${mark}-B` })],
  })
  await agent.goto('/schedules')
  await expect(rows(agent).first()).toBeVisible()
  await agent.keyboard.press('/')
  await agent.keyboard.type(`method:card ${mark}`)
  await expect(agent.getByRole('button', { name: 'Remove filter Method: Card' })).toBeVisible()
  await expect(agent.getByRole('searchbox', { name: 'Search schedules' })).toHaveValue(mark)
  await expect(rows(agent)).toHaveCount(1)
  await agent.keyboard.type(' status:inactive')
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('heading', { name: 'No schedules match these filters' })).toBeVisible()
  await agent.reload()
  await expect(agent.getByRole('button', { name: 'Remove filter Status: Inactive' })).toBeVisible()
})
