import type { Page } from '@playwright/test'
import { AUGUST, bodyOf, Editor, JULY, listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule, ON_THE_19TH, type Row, upcoming } from './records'

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected payments' })
const mark = (page: Page, day: string) => page.getByRole('checkbox', { name: `Select payment on ${day}` })
const act = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true }).click()

const SEVERAL: { what: string; does: (page: Page) => Promise<void>; wanted: Row[] }[] = [
  {
    what: 'moved by working days',
    does: async (page) => {
      await act(page, 'Move all by…')
      await page.getByRole('textbox', { name: 'Working days' }).fill('3')
      await expect(page.getByText('Mon 21 Jul 2025 → Thu 24 Jul 2025')).toBeVisible()
      await page.getByRole('button', { name: 'Move 2 payments' }).click()
    },
    wanted: listWith({ '2025-07-21': ['2025-07-24', 2532], '2025-08-19': ['2025-08-22', 2532] }),
  },
  {
    what: 'moved earlier',
    does: async (page) => {
      await act(page, 'Move all by…')
      await page.getByRole('radio', { name: 'Earlier' }).check({ force: true })
      await page.getByRole('button', { name: 'Move 2 payments' }).click()
    },
    wanted: listWith({ '2025-07-21': ['2025-07-18', 2532], '2025-08-19': ['2025-08-18', 2532] }),
  },
  {
    what: 'moved to one day of their months',
    does: async (page) => {
      await act(page, 'Move all by…')
      await page.getByRole('radio', { name: 'To a day' }).check({ force: true })
      await page.getByRole('combobox', { name: 'Day of the month' }).selectOption('24th')
      await page.getByRole('button', { name: 'Move 2 payments' }).click()
    },
    wanted: listWith({ '2025-07-21': ['2025-07-24', 2532], '2025-08-19': ['2025-08-26', 2532] }),
  },
  {
    what: 'given one amount',
    does: async (page) => {
      await act(page, 'Set amount…')
      await page.getByRole('textbox', { name: 'Amount in pounds', exact: true }).fill('40')
      await page.getByRole('button', { name: 'Set amount', exact: true }).click()
    },
    wanted: listWith({ '2025-07-21': 4000, '2025-08-19': 4000 }),
  },
  {
    what: 'skipped',
    does: (page) => act(page, 'Skip'),
    wanted: listWith({ '2025-07-21': 0, '2025-08-19': 0 }),
  },
]

for (const { what, does, wanted } of SEVERAL)
  test(`several payments at once are ${what}, in one step and one request`, async ({ agent, sandbox }) => {
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    const editor = await new Editor(agent).open(schedule)
    await mark(agent, JULY).check()
    await mark(agent, AUGUST).check()
    await expect(bar(agent)).toContainText('2 payments selected £50.64')
    await editor.inFull(expectAccessible)
    await does(agent)
    await expect(editor.bar).toContainText('2 changes')
    await agent.getByRole('button', { name: 'Undo' }).click()
    await expect(editor.bar).toContainText('No changes')
    await agent.getByRole('button', { name: 'Redo' }).click()
    await editor.confirm()
    await expect(editor.heading(/^Saved/)).toBeVisible()
    expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
  })

test('payments that SmarterPay holds as skipped are restored together to the usual amount', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule({ upcoming_payments: upcoming(listWith({ '2025-07-21': 0, '2025-08-19': 0 })) })
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await agent.getByRole('checkbox', { name: 'Select all payments' }).check()
  await act(agent, 'Restore')
  await act(agent, 'Clear')
  await expect(bar(agent)).toHaveCount(0)
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.listOf(schedule.id)).toEqual(ON_THE_19TH)
})

test('without a mouse: marked, moved and cleared, and the focus is never lost', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await mark(agent, JULY).focus()
  await agent.keyboard.press('Space')
  await bar(agent).getByRole('button', { name: 'Clear' }).focus()
  await agent.keyboard.press('ArrowRight')
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('dialog', { name: 'Move all by…' })).toBeVisible()
  await agent.getByRole('textbox', { name: 'Working days' }).fill('2')
  await agent.keyboard.press('Enter')
  await expect(editor.date(JULY)).toHaveValue('23/07/2025')
  await expect(bar(agent).getByRole('button', { name: 'Move all by…' })).toBeFocused()
  await agent.keyboard.press('ArrowLeft')
  await agent.keyboard.press('Enter')
  await expect(bar(agent)).toHaveCount(0)
  await expect(mark(agent, JULY)).toBeFocused()
})
