import { JULY_CHIP, JULY_PANEL, onCalendar } from './calendar'
import { bodyOf, listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aCard, aCardSchedule, aPlan, aSchedule, type Row, upcoming, withPayers } from './records'

test('pressing a payment opens it beside its day: amount and date are applied as one step and saved to the letter', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-07')
  // Keys and presses mix: the day with the focus lies under its payment.
  await calendar.day(/^Monday 21 July 2025/).focus()
  await calendar.press('ArrowRight', 'ArrowLeft')
  await calendar.chip(JULY_CHIP).click()
  const panel = calendar.popover(JULY_PANEL)
  await expect(panel.getByRole('textbox', { name: 'Amount in pounds' })).toBeFocused()
  await expect(panel).toContainText('Usual amount £25.32')
  await expect(panel).toContainText('Can be changed until Thursday 17 July, 22:00')
  await expectAccessible(agent)
  await panel.getByRole('textbox', { name: 'Amount in pounds' }).fill('40')
  await panel.getByRole('textbox', { name: 'Payment date' }).fill('+2wd')
  await expect(panel).toContainText('Wednesday 23 July 2025')
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(panel).toBeHidden()
  await expect(calendar.focused).toHaveAccessibleName(/^Wednesday 23 July 2025, 1 payment, £40\.00, moved/)
  await expect(calendar.bar).toContainText('1 change')
  await calendar.confirm()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
    bodyOf(listWith({ '2025-07-21': ['2025-07-23', 4000] })),
  ])
})

test('this and later payments take an amount in one step, skipped ones aside', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-11')
  await calendar.chip(/^£25\.32 on Wednesday 19 November 2025/).click()
  const panel = calendar.popover('Payment on Wednesday 19 November 2025')
  await panel.getByRole('textbox', { name: 'Amount in pounds' }).fill('30')
  await panel.getByRole('radio', { name: 'This and later payments' }).check()
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(calendar.bar).toContainText('2 changes')
  await calendar.confirm()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
    bodyOf(listWith({ '2025-11-19': 3000, '2025-12-19': 3000 })),
  ])
})

test('what is wrong is said beside the field while one types, with a way out in one press; nothing wrong is applied', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-07')
  await calendar.chip(JULY_CHIP).click()
  const panel = calendar.popover(JULY_PANEL)
  const date = panel.getByRole('textbox', { name: 'Payment date' })
  const amount = panel.getByRole('textbox', { name: 'Amount in pounds' })
  await date.fill('26/07/2025')
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(date).toBeFocused()
  await expect(calendar.bar).toContainText('No changes')
  await expectAccessible(agent)
  await panel.getByRole('button', { name: 'Use Mon 28 Jul 2025' }).click()
  await expect(date).toHaveValue('28/07/2025')
  await amount.fill('2532')
  await expect(panel).toContainText('£2,532.00 is 100 times the usual £25.32.')
  await panel.getByRole('button', { name: 'Use £25.32' }).click()
  await amount.fill('12,5')
  await calendar.day(/^Monday 7 July 2025/).click()
  await expect(panel.getByRole('alert')).toHaveText(/^What you typed here is kept/)
  await expect(amount).toHaveValue('12,5')
  await expect(amount).toBeFocused()
  await expectAccessible(agent)
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(panel).toContainText('Type an amount in pounds, such as 25.32.')
  await expect(amount).toHaveValue('12,5')
  await agent.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(calendar.focused).toHaveAccessibleName(/^Monday 21 July 2025, 1 payment, £25\.32, scheduled/)
})

test('each button of a payment does its one thing: a day later, skip, restore, put back, move by pressing a day', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-07')
  const press = async (name: string) => {
    await calendar.press('Enter')
    await calendar
      .popover(/^Payment on/)
      .getByRole('button', { name, exact: true })
      .click()
  }
  await calendar.day(/^Monday 21 July 2025/).focus()
  await press('1 working day later')
  await expect(calendar.focused).toHaveAccessibleName(/^Tuesday 22 July 2025, 1 payment, £25\.32, moved/)
  await press('1 working day earlier')
  await expect(calendar.focused).toHaveAccessibleName(/^Monday 21 July 2025, 1 payment, £25\.32, scheduled/)
  await press('Skip this payment')
  await expect(calendar.focused).toHaveAccessibleName(/£0\.00, skipped/)
  await press('Restore this payment')
  await expect(calendar.focused).toHaveAccessibleName(/£25\.32, scheduled/)
  await press('Move')
  await agent.getByRole('button', { name: 'Next month' }).click()
  await calendar.day(/^Friday 1 August 2025/).click()
  await expect(calendar.focused).toHaveAccessibleName(/^Friday 1 August 2025, 1 payment, £25\.32, moved/)
  await press('Put back as SmarterPay has it')
  await expect(calendar.focused).toHaveAccessibleName(/^Monday 21 July 2025, 1 payment, £25\.32, scheduled/)
  await press('Choose date')
  const small = calendar.popover(/^Payment on/).getByRole('grid', { name: 'July 2025' })
  await expect(small.getByRole('button', { name: 'Saturday 26 July 2025' })).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(agent)
  await small.getByRole('button', { name: 'Tuesday 29 July 2025' }).click()
  await calendar
    .popover(/^Payment on/)
    .getByRole('button', { name: 'Apply' })
    .click()
  await calendar.confirm()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
    bodyOf(listWith({ '2025-07-21': ['2025-07-29', 2532] })),
  ])
})

test('pressing an empty day adds a payment there, and it can be taken out again', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-07')
  const add = async (text: string) => {
    await calendar.day(/^Tuesday 8 July 2025/).click()
    const panel = calendar.popover('Add payment on Tuesday 8 July 2025')
    await panel.getByRole('textbox', { name: 'Amount in pounds' }).fill(text)
    await panel.getByRole('button', { name: 'Add payment' }).click()
    await expect(calendar.focused).toHaveAccessibleName(/^Tuesday 8 July 2025, 1 payment, .*, added/)
  }
  await add('5')
  await calendar.chip(/^£5\.00 on Tuesday 8 July 2025, added/).click()
  await calendar
    .popover(/^Payment on/)
    .getByRole('button', { name: 'Remove' })
    .click()
  await expect(calendar.bar).toContainText('No changes')
  await add('10')
  await calendar.confirm()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  const wanted: Row[] = [['2025-06-19', 2532], ['2025-07-08', 1000], ...listWith({}).slice(1)]
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})

test('a plan takes no more payments and says why; a changed amount is left to place, round what is pinned', async ({
  agent,
  sandbox,
}) => {
  const plan = aPlan()
  await sandbox.plant({ schedules: [plan] })
  const calendar = await onCalendar(agent, plan, '2025-07')
  await calendar.day(/^Tuesday 8 July 2025/).click()
  const none = calendar.popover('Add payment on Tuesday 8 July 2025')
  await expect(none).toContainText('A payment plan keeps its number of instalments')
  await agent.keyboard.press('Escape')
  await agent.getByRole('button', { name: 'Next month' }).click()
  await calendar.chip(/^£500\.00 on Monday 18 August 2025/).click()
  await calendar
    .popover(/^Payment on/)
    .getByRole('button', { name: 'Pin amount' })
    .click()
  await agent.getByRole('button', { name: 'Previous month' }).click()
  await calendar.chip(/^£500\.00 on Wednesday 16 July 2025/).click()
  await calendar
    .popover(/^Payment on/)
    .getByRole('textbox', { name: 'Amount in pounds' })
    .fill('200')
  await calendar
    .popover(/^Payment on/)
    .getByRole('button', { name: 'Apply' })
    .click()
  await expect(calendar.bar).toContainText('Place £300.00 before saving')
  await agent.getByRole('button', { name: 'Place £300.00' }).click()
  await expect(calendar.bar).toContainText('total unchanged')
  await calendar.openReview()
  await calendar.because()
  if (!(await calendar.agreed.isChecked())) await calendar.agreed.check()
  await calendar.save().click()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(plan.id)).map(({ body }) => body)).toEqual([
    bodyOf([
      ['2025-06-16', 60_000],
      ['2025-07-16', 20_000],
      ['2025-08-18', 50_000],
      ['2025-09-16', 60_000],
      ['2025-10-16', 60_000],
    ]),
  ])
})

test('what is Locked or projected opens to say why it cannot be changed', async ({ agent, sandbox }) => {
  const schedule = aSchedule({
    next_collection_date: '2025-06-06',
    upcoming_payments: upcoming([['2025-06-06', 2532], ...listWith({}).slice(1)]),
  })
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule)
  await calendar.chip(/^£25\.32 on Friday 6 June 2025, locked/).click()
  await expect(calendar.popover('Payment on Friday 6 June 2025')).toContainText('Too late to change')
  await agent.keyboard.press('Escape')
  await calendar.openMonth(schedule, '2026-02')
  await calendar.chip(/^£25\.32 on Thursday 19 February 2026, projected/).click()
  await expect(calendar.popover('Payment on Thursday 19 February 2026')).toContainText(
    'SmarterPay’s list ends Friday 19 December 2025.',
  )
})

test('cards know no notice: neither days nor the popover speak of it', async ({ agent, sandbox }) => {
  const schedule = aCardSchedule()
  await sandbox.plant({ ...withPayers(schedule), cards: [aCard(schedule)] })
  const calendar = await onCalendar(agent, schedule, '2025-07')
  await calendar.chip(/^£14\.99 on Tuesday 1 July 2025, scheduled/).click()
  const panel = calendar.popover('Payment on Tuesday 1 July 2025')
  await expect(panel.getByRole('button', { name: 'Apply' })).toBeVisible()
  await expect(agent.getByRole('region', { name: 'Payment calendar' })).not.toContainText(
    /short notice|can be changed until/i,
  )
})
