import type { Page } from '@playwright/test'
import { bodyOf, Editor } from './editor'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aPlan, type Row, upcoming } from './records'
import type { Sandbox } from './sandbox'

const JUNE = 'Monday 16 June 2025'
const JULY = 'Wednesday 16 July 2025'
const AUGUST = 'Monday 18 August 2025'
const OCTOBER = 'Thursday 16 October 2025'
const DATES = ['2025-06-16', '2025-07-16', '2025-08-18', '2025-09-16', '2025-10-16']
const rows = (...amounts: number[]): Row[] => DATES.map((date, n) => [date, amounts[n] ?? 0])

const meter = (page: Page) => page.getByRole('region', { name: 'Plan balance' })
const goes = (page: Page, to: string) =>
  meter(page).getByRole('radio', { name: to, exact: true }).check({ force: true })

async function confirmed(editor: Editor) {
  await editor.openReview()
  await editor.because()
  if (!(await editor.agreed.isChecked())) await editor.agreed.check()
  await editor.save().click()
  await expect(editor.heading(/^Saved/)).toBeVisible()
}

async function planted(sandbox: Sandbox, editor: Editor, changes = {}) {
  const plan = aPlan(changes)
  await sandbox.plant({ schedules: [plan] })
  await editor.open(plan)
  return plan
}

const PLACES: { to: string; told: string; wanted: Row[] }[] = [
  {
    to: 'Spread over the rest',
    told: '£125.00 more on each of 4 payments',
    wanted: rows(62_500, 0, 62_500, 62_500, 62_500),
  },
  { to: 'Next payment', told: 'Mon 18 Aug 2025 becomes £1,000.00', wanted: rows(50_000, 0, 100_000, 50_000, 50_000) },
  { to: 'Last payment', told: 'Thu 16 Oct 2025 becomes £1,000.00', wanted: rows(50_000, 0, 50_000, 50_000, 100_000) },
]

for (const { to, told, wanted } of PLACES)
  test(`a skipped instalment’s money goes where it is told to: ${to.toLowerCase()}`, async ({ agent, sandbox }) => {
    const editor = new Editor(agent)
    const { id } = await planted(sandbox, editor)
    await editor.skip(JULY)
    await expect(meter(agent).getByRole('radiogroup', { name: 'Where should £500.00 go?' })).toBeVisible()
    await goes(agent, to)
    await expect(meter(agent)).toContainText(told)
    await editor.inFull(expectAccessible)
    await meter(agent).getByRole('button', { name: 'Place £500.00' }).click()
    await expect(meter(agent)).toContainText('Left to place £0.00')
    await editor.inFull(expectAccessible)
    await confirmed(editor)
    expect((await sandbox.writesTo(id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
  })

test('placed by hand it is saved only once the last penny has its place', async ({ agent, sandbox }) => {
  const editor = new Editor(agent)
  const { id } = await planted(sandbox, editor)
  const said = agent.getByRole('status', { name: 'Calendar messages' })
  const save = agent.getByRole('button', { name: 'Review and save' })
  await editor.skip(JULY)
  await expect(said).toContainText('Left to place £500.00.')
  await goes(agent, 'I will place it')
  await editor.type(editor.amount(AUGUST), '799.99')
  await expect(said).toContainText('Left to place £200.01.')
  await editor.type(editor.amount(OCTOBER), '700')
  await expect(editor.bar).toContainText('Place £0.01 before saving: the plan must add up.')
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await editor.type(editor.amount(OCTOBER), '700.02')
  await expect(editor.bar).toContainText('Take out £0.01 before saving')
  await expect(meter(agent).getByRole('radiogroup', { name: 'Where should £0.01 come off?' })).toBeVisible()
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await editor.type(editor.amount(OCTOBER), '700.01')
  await confirmed(editor)
  const wanted = rows(50_000, 0, 79_999, 50_000, 70_001)
  expect((await sandbox.writesTo(id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})

test('odd pennies go one each to the earliest payments, round a pinned one', async ({ agent, sandbox }) => {
  const editor = new Editor(agent)
  const { id } = await planted(sandbox, editor, {
    amount: '12500',
    installments: '5',
    upcoming_payments: upcoming(rows(2500, 2500, 2500, 2500, 2500)),
  })
  await agent.getByRole('button', { name: `Actions for payment on ${JUNE}` }).click()
  await agent.getByRole('menuitem', { name: 'Pin amount' }).click()
  await editor.skip(JULY)
  await expect(meter(agent)).toContainText('£8.33 or £8.34 more on each of 3 payments; 1 pinned payment stays')
  await meter(agent).getByRole('button', { name: 'Place £25.00' }).click()
  await confirmed(editor)
  const wanted = rows(2500, 0, 3334, 3333, 3333)
  expect((await sandbox.writesTo(id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})

test('the finish line moves while editing, and a skip taken back leaves nothing to save', async ({
  agent,
  sandbox,
}) => {
  const editor = new Editor(agent)
  const { id } = await planted(sandbox, editor)
  await expect(meter(agent)).toContainText('8 of 8 instalments')
  await expect(meter(agent)).toContainText('Last payment Thu 16 Oct 2025')
  await editor.type(editor.date(OCTOBER), '31/10/2025')
  await expect(meter(agent)).toContainText('Finish moves from Thu 16 Oct 2025 to Fri 31 Oct 2025')
  await expect(agent.getByRole('status', { name: 'Calendar messages' })).toContainText(
    'The finish moves to Fri 31 Oct 2025.',
  )
  await agent.getByRole('button', { name: 'Undo' }).click()
  await editor.skip(JULY)
  await agent.getByRole('button', { name: `Restore payment on ${JULY}` }).click()
  await expect(editor.amount(JULY)).toHaveValue('500.00')
  await expect(editor.bar).toContainText('No changes')
  expect(await sandbox.writesTo(id)).toEqual([])
})

test('one instalment more is a change of the rule alone, told as a new list and sent without a row', async ({
  agent,
  sandbox,
}) => {
  const editor = new Editor(agent)
  const { id } = await planted(sandbox, editor)
  await editor.skip(JULY)
  await goes(agent, 'Add one instalment at the end')
  await expect(meter(agent)).toContainText(/SmarterPay writes a new list of 6 payments of about £416\.66/)
  await meter(agent).getByRole('button', { name: 'Change the rule' }).click()
  const question = agent.getByRole('dialog', { name: 'Leave without saving?' })
  await expect(question.getByRole('button', { name: 'Save them first' }), 'it does not add up yet').toHaveCount(0)
  await expectAccessible(agent)
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(editor.amount(JULY), 'nothing is lost by asking').toHaveValue('0.00')
  await meter(agent).getByRole('button', { name: 'Change the rule' }).click()
  await question.getByRole('button', { name: 'Discard changes and go on' }).click()
  await expect(agent.getByRole('textbox', { name: 'Instalments' })).toHaveValue('9')
  expect(await sandbox.writesTo(id), 'nothing leaves on the way').toEqual([])
  await agent.getByRole('button', { name: 'Review changes' }).click()
  const review = agent.getByRole('dialog', { name: 'Review changes' })
  await review.getByRole('combobox', { name: 'Reason for change' }).selectOption('customer-asked')
  await review.getByRole('checkbox', { name: /I read this/ }).check()
  await review.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(agent.getByRole('heading', { name: /^Saved/ })).toBeVisible()
  const writes = await sandbox.writesTo(id)
  expect(writes.map(({ body }) => JSON.parse(body ?? '').recurrence_schedule)).toEqual([{ installments: '9' }])
})

for (const width of [390, 320])
  test(`at ${width} pixels a plan can be balanced by touch`, async ({ agent, sandbox }) => {
    await agent.setViewportSize({ width, height: 844 })
    const editor = new Editor(agent)
    await planted(sandbox, editor)
    await agent.getByRole('button', { name: `Actions for payment on ${JULY}` }).click()
    await agent.getByRole('menuitem', { name: 'Skip this payment' }).click()
    await goes(agent, 'Last payment')
    await expectNoSidewaysScroll(agent)
    await editor.inFull(expectAccessible)
    await meter(agent).getByRole('button', { name: 'Place £500.00' }).click()
    await expect(editor.amount(OCTOBER)).toHaveValue('1000.00')
    await expect(editor.bar).toContainText('total unchanged')
  })
