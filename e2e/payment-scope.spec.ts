import type { Page } from '@playwright/test'
import { bodyOf, Editor, JULY, JUNE, listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aPlan, aSchedule, type Row } from './records'

// What was typed for one payment in the List, widened: to later payments as rows, to the rule as terms, never both at once.

const choose = async (page: Page, day: string, scope: string) => {
  await page.getByRole('button', { name: `Actions for payment on ${day}` }).click()
  await page.getByRole('menuitem', { name: 'Apply to…' }).click()
  const dialog = page.getByRole('dialog', { name: `Payment on ${day}` })
  await dialog.getByRole('radiogroup', { name: 'Apply to' }).getByRole('radio', { name: scope, exact: true }).check()
  return dialog
}
const apply = (page: Page) => page.getByRole('button', { name: 'Apply', exact: true }).click()

test('this payment only is what happens unless more is asked for, as rows alone', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.date(JULY), '28/07/2025')
  await choose(agent, JULY, 'This payment only')
  await expectAccessible(agent)
  await apply(agent)
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
    bodyOf(listWith({ '2025-07-21': ['2025-07-28', 2532] })),
  ])
})

test('this and later payments move as rows, and rows that SmarterPay makes later follow the rule', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.date(JULY), '28/07/2025')
  const dialog = await choose(agent, JULY, 'This and later payments')
  await expect(dialog).toContainText(
    'All 6 listed payments from 21 July move; rows that SmarterPay makes later still follow the rule.',
  )
  await apply(agent)
  await expect(editor.bar).toContainText('6 changes')
  await agent.getByRole('button', { name: 'Undo' }).click()
  await expect(editor.bar).toContainText('1 change')
  await agent.getByRole('button', { name: 'Redo' }).click()
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  const wanted: Row[] = [
    ['2025-06-19', 2532],
    ...['2025-07-28', '2025-08-28', '2025-09-29', '2025-10-28', '2025-11-28', '2025-12-29'].map(
      (date): Row => [date, 2532],
    ),
  ]
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})

test('the rule from now on leads to its form with the intention filled in, and goes out as terms alone', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.date(JUNE), '01/07/2025')
  await editor.type(editor.amount(JUNE), '30')
  const dialog = await choose(agent, JUNE, 'The rule from now on')
  await expect(dialog).toContainText('Collect £30.00 on the 1st from now on, the next payment on Tue 1 Jul 2025.')
  await apply(agent)
  const question = agent.getByRole('dialog', { name: 'Leave without saving?' })
  await expect(question).toContainText('One change to payments is not saved.')
  await expectAccessible(agent)
  await question.getByRole('button', { name: 'Discard changes and go on' }).click()
  await expect(agent.getByRole('combobox', { name: 'Collection day' })).toHaveValue('1')
  await expect(agent.getByRole('textbox', { name: 'Amount each time (in pounds)' })).toHaveValue('30.00')
  expect(await sandbox.writesTo(schedule.id)).toEqual([])
  await agent.getByRole('button', { name: 'Review changes' }).click()
  const review = agent.getByRole('dialog', { name: 'Review changes' })
  await review.getByRole('combobox', { name: 'Reason for change' }).selectOption('customer-asked')
  await review.getByRole('checkbox', { name: /I read this/ }).check()
  await review.getByRole('button', { name: /^Save \d/ }).click()
  await expect(agent.getByRole('heading', { name: /^Saved/ })).toBeVisible()
  const writes = await sandbox.writesTo(schedule.id)
  expect(writes.map(({ body }) => JSON.parse(body ?? '').recurrence_schedule)).toEqual([
    { amount: '3000', collection_day: '1', next_collection_date: '2025-07-01' },
  ])
})

test('asked about unsaved changes, a person can save them first and stay', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.amount(JULY), '30')
  await choose(agent, JULY, 'The rule from now on')
  await apply(agent)
  await agent.getByRole('button', { name: 'Save them first' }).click()
  await expect(editor.review).toBeVisible()
  await editor.because()
  await editor.save().click()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
    bodyOf(listWith({ '2025-07-21': 3000 })),
  ])
})

test('what a rule cannot say is refused where it is chosen, with the reason', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  const plan = aPlan()
  await sandbox.plant({ schedules: [schedule, plan] })
  const editor = await new Editor(agent).open(schedule)
  await editor.skip(JULY)
  const dialog = await choose(agent, JULY, 'This and later payments')
  await expect(dialog).toContainText('A rule cannot leave a payment out.')
  const rule = dialog.getByRole('radio', { name: 'The rule from now on' })
  await expect(rule).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(agent)
  await rule.click({ force: true })
  await expect(dialog.getByRole('radio', { name: 'This and later payments' })).toBeChecked()
  await agent.keyboard.press('Escape')

  await editor.open(plan)
  const july = 'Wednesday 16 July 2025'
  await editor.type(editor.amount(july), '450')
  const other = await choose(agent, july, 'This and later payments')
  await expect(other).toContainText('All 4 listed payments from 16 July become £450.00. £200.00 is left to place.')
  await expect(other).toContainText('The rule of a plan holds its total, not the amount of a payment.')
})
