import type { Page } from '@playwright/test'
import { AUGUST, another, bodyOf, Editor, JULY, JUNE, listWith } from './editor'
import { draftKept, expect, expectAccessible, test } from './fixtures'
import { aCard, aCardSchedule, aSchedule, newId, ON_THE_19TH, type Row, upcoming } from './records'

const SEPTEMBER = 'Friday 19 September 2025'
const OCTOBER = 'Monday 20 October 2025'

const menu = async (page: Page, day: string, item: string) => {
  await page.getByRole('button', { name: `Actions for payment on ${day}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a payment is split with the money and the day that were asked for', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await menu(agent, AUGUST, 'Split into two…')
  const dialog = agent.getByRole('dialog', { name: `Split payment on ${AUGUST}` })
  await expectAccessible(agent)
  await dialog.getByRole('textbox', { name: 'Stays on this day' }).fill('10')
  await dialog.getByRole('textbox', { name: 'Second payment on' }).fill('1 sep')
  await dialog.getByRole('button', { name: 'Split into two' }).click()
  await expect(agent.getByRole('button', { name: `Actions for payment on ${AUGUST}` })).toBeFocused()
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  const wanted = listWith({ '2025-08-19': 1000 }).flatMap((row): Row[] =>
    row[0] === '2025-08-19' ? [row, ['2025-09-01', 1532]] : [row],
  )
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})

test('back to the rule and back to SmarterPay’s list are two things, and each does what it says', async ({
  agent,
  sandbox,
}) => {
  const held = listWith({ '2025-08-19': ['2025-08-27', 1000] })
  const schedule = aSchedule({ upcoming_payments: upcoming(held) })
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  const HELD = 'Wednesday 27 August 2025'
  await expect(agent.getByText('Differs from the rule (rule: Tue 19 Aug, £25.32)')).toBeVisible()
  await editor.type(editor.amount(HELD), '15')
  await menu(agent, HELD, 'Put back as SmarterPay has it')
  await expect(editor.amount(HELD)).toHaveValue('10.00')
  await menu(agent, HELD, 'Reset to rule: Tue 19 Aug, £25.32')
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(ON_THE_19TH)])
})

test('a pasted block fills rows, says what it could not read, and goes out once mended', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.date(JULY).focus()
  await editor.date(JULY).evaluate((field) => {
    const data = new DataTransfer()
    data.setData('text/plain', '28/07/2025\t30.00\n20 aug\tforty')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(editor.amount(JULY)).toHaveValue('30.00')
  await expect(editor.date(AUGUST)).toHaveValue('20/08/2025')
  await expect(editor.amount(AUGUST)).toHaveValue('forty')
  await expect(editor.bar).toContainText('One payment cannot be saved as it is.')
  await editor.inFull(expectAccessible)
  await editor.type(editor.amount(AUGUST), '40')
  await agent.getByRole('button', { name: `Actions for payment on ${SEPTEMBER}` }).click()
  await agent.keyboard.press('Escape')
  await menu(agent, AUGUST, 'Copy amount down')
  await expect(editor.amount(OCTOBER)).toHaveValue('40.00')
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  const wanted: Row[] = [
    ['2025-06-19', 2532],
    ['2025-07-28', 3000],
    ['2025-08-20', 4000],
    ...ON_THE_19TH.slice(3).map(([date]): Row => [date, 4000]),
  ]
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})

test('what deserves a second look stands beside the payment and again in the review, and stops nothing', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.amount(AUGUST), '2532')
  await editor.type(editor.date(JULY), '05/09/2025')
  await expect(agent.getByText('£2,532.00 is 100 times the usual £25.32.')).toBeVisible()
  await expect(agent.getByRole('button', { name: 'Use £25.32' })).toBeVisible()
  await editor.openReview()
  await expect(editor.review).toContainText('Tue 19 Aug 2025: £2,532.00 is 100 times the usual £25.32.')
  await expect(editor.review).toContainText('Fri 5 Sep 2025: Only 14 days from the payment on Fri 19 Sep 2025.')
  await expectAccessible(agent)
  await editor.because()
  await editor.save().click()
  await expect(editor.heading(/^Saved/)).toBeVisible()
})

test('what is projected stands below the end of SmarterPay’s list, cannot be changed, and is never sent', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  const rows = agent.getByRole('table', { name: 'Upcoming payments' }).getByRole('row')
  const projected = rows.filter({ hasText: 'Mon 19 Jan 2026' })
  await expect(projected).toContainText('Projected')
  await expect(projected.getByRole('textbox')).toHaveCount(0)
  await expect(agent.getByText('SmarterPay’s list ends Fri 19 Dec 2025')).toBeVisible()
  await editor.skip(JUNE)
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(listWith({ '2025-06-19': 0 }))])
})

test('a list that cannot be read is shown as such, and offers nothing to change it with', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule({ upcoming_payments: 'not json' })
  await sandbox.plant({ schedules: [schedule] })
  for (const view of ['list', 'calendar', 'year']) {
    await agent.goto(`/schedules/${schedule.id}?tab=payments&show=${view}`)
    await expect(agent.getByRole('region', { name: 'Payment calendar' })).toContainText(
      'The list of upcoming payments could not be read',
    )
    await expect(agent.getByRole('region', { name: 'Draft' })).toHaveCount(0)
    await expect(agent.getByRole('textbox', { name: /Payment date|Amount in pounds/ })).toHaveCount(0)
    await expectAccessible(agent)
  }
})

test('a card has no notice classes, and its payments change up to the day before', async ({ agent, sandbox }) => {
  const soon: Row[] = [
    ['2025-06-06', 1499],
    ['2025-07-01', 1499],
  ]
  const schedule = aCardSchedule({ next_collection_date: '2025-06-06', upcoming_payments: upcoming(soon) })
  await sandbox.plant({ schedules: [schedule], cards: [aCard(schedule)] })
  const editor = await new Editor(agent).open(schedule)
  await expect(agent.getByRole('columnheader', { name: 'Notice' })).toHaveCount(0)
  await expect(agent.getByText(/Short notice|Notice-safe|notice-safe date/)).toHaveCount(0)
  await editor.skip('Friday 6 June 2025')
  await editor.inFull(expectAccessible)
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
    bodyOf([
      ['2025-06-06', 0],
      ['2025-07-01', 1499],
    ]),
  ])
})

test('a draft begun in one tab goes on in another', async ({ agent, context, house, watch, sandbox }) => {
  // The kept key is asked after, and nothing was sent under it.
  watch.allowStatus(404)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  const kept = draftKept(agent)
  await editor.type(editor.amount(JULY), '40')
  await kept
  const other = await new Editor(await another(context, house, watch, 'agent')).open(schedule)
  await other.page.getByRole('button', { name: 'Continue' }).click()
  await expect(other.amount(JULY)).toHaveValue('40.00')
  await other.confirm()
  await expect(other.heading(/^Saved/)).toBeVisible()
  await other.page.context().close()
  expect(await sandbox.listOf(schedule.id)).toEqual(listWith({ '2025-07-21': 4000 }))
})

test('five hundred and twenty payments are typed into, undone and saved like seven', async ({ agent, sandbox }) => {
  test.slow()
  const start = Date.UTC(2025, 5, 19)
  const weekly = Array.from({ length: 520 }, (_, n): Row => {
    const day = new Date(start + n * 7 * 86_400_000).toISOString().slice(0, 10)
    return [day, 1000]
  })
  const schedule = aSchedule({
    id: newId('RS03'),
    amount: '1000',
    collection_period: 'weekly',
    collection_day: '',
    first_collection_date: '2025-01-02',
    start_date: '2025-01-02',
    upcoming_payments: upcoming(weekly),
  })
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  const [last] = weekly.slice(-1)
  const fields = agent.getByRole('textbox', { name: /^Amount in pounds/ })
  // Drawn some at a time, so that the page answers meanwhile.
  await expect(fields).toHaveCount(520, { timeout: 60_000 })
  await editor.type(fields.last(), '12.50')
  await editor.type(fields.first(), '11')
  await agent.getByRole('button', { name: 'Undo' }).click()
  await expect(fields.first()).toHaveValue('10.00')
  await expect(editor.bar).toContainText('1 change')
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 60_000 })
  const [write] = await sandbox.writesTo(schedule.id)
  expect(write?.body).toBe(bodyOf([...weekly.slice(0, -1), [last?.[0] ?? '', 1250]]))
})
