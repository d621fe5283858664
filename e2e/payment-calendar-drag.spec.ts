import { CalendarByHand, expectSaved } from './calendar-by-hand'
import { listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule, type Row, upcoming } from './records'

test('a payment is dragged by mouse to a day that takes it, and that is what is saved', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.carryTo(calendar.dayOn('2025-06-24'))
  await expect(calendar.dayOn('2025-06-24')).toHaveAttribute('data-drop', 'allowed')
  await expect(agent.getByText('Tue 24 Jun, allowed')).toBeVisible()
  await expect(calendar.said).toContainText('Over Tuesday 24 June 2025, allowed')
  await calendar.drop()

  await expect(calendar.payment('2025-06-24')).toBeVisible()
  await expect(calendar.payment('2025-06-19')).toHaveCount(0)
  await calendar.expectFocusOn('2025-06-24')
  await expect(calendar.said).toHaveText(
    'Dropped. Payment moved from Thursday 19 June to Tuesday 24 June 2025. 1 unsaved change.',
  )
  await expect(calendar.bar).toContainText('1 change')
  await expect(agent.getByRole('dialog'), 'a drop is no press').toHaveCount(0)
  await expectSaved(agent, sandbox, schedule, listWith({ '2025-06-19': ['2025-06-24', 2532] }))
})

for (const { name, date, says } of [
  { name: 'a weekend', date: '2025-06-28', says: 'Sat 28 Jun, not a banking day' },
  { name: 'a Locked day', date: '2025-06-05', says: 'Thu 5 Jun, too late to change' },
  { name: 'the day of another payment', date: '2025-07-21', says: 'Mon 21 Jul, another payment is on this day' },
])
  test(`${name} takes no payment: the reason stands beside the pointer, and a drop gives it back`, async ({
    agent,
    sandbox,
  }) => {
    const schedule = aSchedule({
      upcoming_payments: upcoming([...listWith({}).slice(0, 1), ['2025-07-01', 2532], ...listWith({}).slice(1)]),
    })
    await sandbox.plant({ schedules: [schedule] })
    const from = date.startsWith('2025-07') ? '2025-07-01' : '2025-06-19'
    const calendar = await new CalendarByHand(agent).openMonth(schedule, date.slice(0, 7))
    await calendar.pickUp(from)
    await calendar.carryTo(calendar.dayOn(date))
    await expect(calendar.dayOn(date)).toHaveAttribute('data-drop', 'refused')
    await expect(agent.getByText(says, { exact: false })).toBeVisible()
    await calendar.drop()

    await expect(calendar.payment(from)).toBeVisible()
    await expect(agent.getByRole('status', { name: 'Updates' })).toContainText('Not moved.')
    await calendar.expectFocusOn(from)
    await expect(calendar.bar).toContainText('No changes')
  })

test('held over the next month it turns the page, again and again, and is dropped there', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule)
  await calendar.pickUp('2025-06-19')
  const month = await calendar.turnTo('2025-08')
  const target = calendar.page.locator(`[role="gridcell"][data-takes][data-date^="${month}-1"]`).first()
  const date = String(await target.getAttribute('data-date'))
  await calendar.carryTo(calendar.dayOn(date))
  await calendar.drop()
  await expect(calendar.payment(date)).toBeVisible()
  await calendar.expectFocusOn(date)
  const rows = [...listWith({}).slice(1), [date, 2532] as Row].sort(([one], [other]) => one.localeCompare(other))
  await expectSaved(agent, sandbox, schedule, rows)
})

test('Escape puts it back where it came from, in its month, and so does a drop beside the calendar', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.turnTo('2025-07')
  await agent.keyboard.press('Escape')
  await expect(calendar.inHand).toHaveCount(0)
  await agent.mouse.up()
  await expect(agent.getByRole('heading', { name: 'June 2025' })).toBeVisible()
  await calendar.expectFocusOn('2025-06-19')
  await expect(calendar.said).toContainText('Move cancelled. Payment stays on Thursday 19 June 2025.')

  await calendar.pickUp('2025-06-19')
  await calendar.carryTo(agent.getByRole('heading', { level: 1 }))
  await calendar.drop()
  await calendar.expectFocusOn('2025-06-19')
  await expect(calendar.payment('2025-06-19')).toBeVisible()
  await expect(calendar.bar).toContainText('No changes')
  await expect(agent.getByRole('dialog')).toHaveCount(0)
})

test('several that are selected move together, by as many working days, or not at all', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule, '2025-07')
  await calendar.payment('2025-07-21').click({ modifiers: ['Shift'] })
  await agent.getByRole('button', { name: 'Next month' }).click()
  await calendar.payment('2025-08-19').click({ modifiers: ['Shift'] })
  await calendar.pickUp('2025-08-19')
  await expect(calendar.inHand).toContainText('2 payments')
  await calendar.carryTo(calendar.dayOn('2025-08-21'))
  await calendar.drop()
  await expect(calendar.payment('2025-08-21')).toBeVisible()
  await expect(calendar.bar).toContainText('2 changes')
  const rows = listWith({ '2025-07-21': ['2025-07-23', 2532], '2025-08-19': ['2025-08-21', 2532] })
  await expectSaved(agent, sandbox, schedule, rows)
})

test('a change of the page below the hand loses nothing and doubles nothing', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.carryTo(calendar.dayOn('2025-06-25'))
  await calendar.drop()
  await calendar.pickUp('2025-06-25')
  await calendar.carryTo(calendar.dayOn('2025-06-26'))
  await agent.keyboard.press('Control+z')
  await expect(calendar.inHand, 'what was held is not there any more').toHaveCount(0)
  await agent.mouse.up()
  await expect(calendar.payment('2025-06-19')).toBeVisible()
  await expect(calendar.bar).toContainText('No changes')
})

test('pressed twice a payment is opened and not moved', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule)
  await calendar.payment('2025-06-19').dblclick()
  const dialog = agent.getByRole('dialog', { name: 'Payment on Thursday 19 June 2025' })
  await expect(dialog).toHaveCount(1)
  await expect(agent.locator('body'), 'the focus is somewhere').not.toBeFocused()
  await expect(calendar.bar).toContainText('No changes')
})

test('with a payment in hand nothing is out of reach of assistive technology, and nothing moves where motion is reduced', async ({
  agent,
  sandbox,
}) => {
  await agent.emulateMedia({ reducedMotion: 'reduce' })
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.carryTo(calendar.dayOn('2025-06-24'))
  await expectAccessible(agent)
  await calendar.carryTo(calendar.dayOn('2025-06-28'))
  await expectAccessible(agent)
  await agent.mouse.up()
  await expect(calendar.payment('2025-06-19')).toBeVisible()
  const moving = await agent.evaluate(() => document.getAnimations().length)
  expect(moving).toBe(0)
})

test('among 520 payments one is dragged, and only that one changes', async ({ agent, sandbox }) => {
  const start = Date.UTC(2025, 5, 18)
  const rows = Array.from({ length: 520 }, (_, week): Row => {
    return [new Date(start + week * 7 * 86_400_000).toISOString().slice(0, 10), 2532]
  })
  const schedule = aSchedule({
    collection_period: 'weekly',
    collection_day: '3',
    next_collection_date: '2025-06-18',
    upcoming_payments: upcoming(rows),
  })
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new CalendarByHand(agent).openMonth(schedule, '2027-03')
  await calendar.pickUp('2027-03-10')
  await calendar.carryTo(calendar.dayOn('2027-03-12'))
  await calendar.drop()
  await expect(calendar.payment('2027-03-12')).toBeVisible()
  await expect(calendar.bar).toContainText('1 change')
  await expect(calendar.bar).toContainText('total unchanged')
})
