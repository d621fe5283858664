import { Calendar, onCalendar } from './calendar'
import { bodyOf, JULY, listWith, UUID } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule, type Row, upcoming, withPayers } from './records'

test('by keyboard alone: pick up and put down, one working day, skip, add and edit go out as one list, to the letter', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-07')
  await calendar.day(/^Monday 21 July 2025, 1 payment/).focus()
  await calendar.press('Space')
  await expect(calendar.said).toHaveText('Picked up payment of £25.32 from Monday 21 July 2025.')
  await expect(calendar.focused).toHaveAttribute('aria-selected', 'true')
  await calendar.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await expect(calendar.said).toHaveText('Over Friday 25 July 2025, allowed.')
  await expectAccessible(agent)
  await calendar.press('Enter')
  await expect(calendar.said).toHaveText(
    'Dropped. Payment moved from Monday 21 July to Friday 25 July 2025. 1 unsaved change.',
  )
  await expect(calendar.focused).toHaveAccessibleName('Friday 25 July 2025, 1 payment, £25.32, moved')
  await expect(calendar.day(/^Monday 21 July 2025, no payments, £25\.32 moved to 25 July$/)).toBeVisible()

  await calendar.press('+')
  await expect(calendar.focused).toHaveAccessibleName(/^Monday 28 July 2025, 1 payment, £25\.32, moved/)
  await calendar.press('n')
  await expect(calendar.focused).toHaveAccessibleName(/^Tuesday 19 August 2025/)
  await calendar.press('Delete')
  await expect(calendar.said).toHaveText('Payment on 19 August skipped. 2 unsaved changes.')
  await expect(calendar.focused).toHaveAccessibleName(/£0\.00, skipped/)

  await calendar.press('n', 'Enter')
  const popover = calendar.popover('Payment on Friday 19 September 2025')
  await expect(popover.getByRole('textbox', { name: 'Amount in pounds' })).toBeFocused()
  await agent.keyboard.press('Control+A')
  await agent.keyboard.type('40')
  await agent.keyboard.press('Enter')
  await expect(calendar.focused).toHaveAccessibleName(/^Friday 19 September 2025, 1 payment, £40\.00, edited/)

  await calendar.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'a')
  const add = calendar.popover('Add payment on Monday 22 September 2025')
  await expect(add.getByRole('textbox', { name: 'Amount in pounds' })).toBeFocused()
  await agent.keyboard.press('Control+A')
  await agent.keyboard.type('10.00')
  await agent.keyboard.press('Enter')
  await expect(calendar.focused).toHaveAccessibleName(/^Monday 22 September 2025, 1 payment, £10\.00, added/)

  await calendar.press('Control+s')
  await expect(calendar.review).toBeVisible()
  await calendar.because()
  await calendar.save().click()
  await expect(calendar.heading(/^Saved/)).toBeFocused()
  const wanted: Row[] = [
    ['2025-06-19', 2532],
    ['2025-07-28', 2532],
    ['2025-08-19', 0],
    ['2025-09-19', 4000],
    ['2025-09-22', 1000],
    ...listWith({}).slice(4),
  ]
  const [write, ...more] = await sandbox.writesTo(schedule.id)
  expect(more, 'sent once').toEqual([])
  expect(write).toMatchObject({
    method: 'PUT',
    path: `/service.svc/recurrenceschedule/${schedule.id}`,
    contentType: 'application/json',
    body: bodyOf(wanted),
  })
  expect(write?.idempotencyKey).toMatch(UUID)
  expect(await sandbox.listOf(schedule.id)).toEqual(wanted)
})

test('a blocked day keeps the payment in hand and says why; Escape and Tab put it back', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule)
  await calendar.day(/^Thursday 19 June 2025/).focus()
  await calendar.press('m', 'ArrowRight', 'ArrowRight', 'Enter')
  await expect(calendar.said).toHaveText('Over Saturday 21 June 2025, not a banking day, cannot drop.')
  await expect(agent.getByRole('button', { name: 'Put back' })).toBeVisible()
  await expectAccessible(agent)
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft']) await calendar.press(key)
  await expect(calendar.said).toHaveText(
    'Over Friday 6 June 2025, too late to change, earliest date is Monday 9 June 2025, cannot drop.',
  )
  await calendar.press('Escape')
  await expect(calendar.said).toHaveText('Move cancelled. Payment stays on Thursday 19 June 2025.')
  await expect(calendar.focused).toHaveAccessibleName(/^Thursday 19 June 2025, 1 payment, £25\.32, scheduled/)
  await calendar.press('Space', 'ArrowDown', 'Tab')
  await expect(calendar.said).toHaveText('Move cancelled. Payment stays on Thursday 19 June 2025.')
  await expect(calendar.focused).toHaveCount(0)
  await expect(calendar.bar).toContainText('No changes')
})

test('undo and redo take the focus along, over months too; the three views hold one draft, and so does a reload', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-07')
  await calendar.day(/^Monday 21 July 2025/).focus()
  await calendar.press('m', 'PageDown', 'ArrowRight', 'Enter')
  await expect(calendar.focused).toHaveAccessibleName(/^Friday 22 August 2025, 1 payment, £25\.32, moved/)
  await calendar.press('Control+z')
  await expect(calendar.said).toHaveText('Undone: move payment on 21 July. No unsaved changes.')
  await expect(calendar.focused).toHaveAccessibleName(/^Monday 21 July 2025, 1 payment, £25\.32, scheduled/)
  await calendar.press('Control+y')
  await expect(calendar.focused).toHaveAccessibleName(/^Friday 22 August 2025, 1 payment, £25\.32, moved/)

  await calendar.view('List').click()
  await expect(calendar.date(JULY)).toHaveValue('22/08/2025')
  await calendar.type(calendar.amount(JULY), '30')
  await calendar.view('Year').click()
  await expect(
    agent.getByRole('table', { name: 'Payments by month' }).getByRole('row', { name: /^August 2025/ }),
  ).toContainText('£55.32')
  await expect(calendar.bar).toContainText('1 change')
  await calendar.view('Calendar').click()
  await expect(calendar.day(/^Friday 22 August 2025, 1 payment, £30\.00, moved/)).toBeVisible()
  await expectAccessible(agent)
  const kept = async () => (await agent.request.get(`/api/schedules/${schedule.id}/draft`)).text()
  await expect.poll(kept, 'what is typed is on the server').toMatch(/"2025-08-22",3000/)
  await calendar.page.reload()
  await calendar.alive()
  await agent.getByRole('button', { name: 'Continue' }).click()
  await expect(calendar.day(/^Friday 22 August 2025, 1 payment, £30\.00, moved/)).toBeVisible()
  expect(await sandbox.writesTo(schedule.id)).toEqual([])
})

test('from the schedule’s page six keys skip the next payment, and ten move one', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  const calendar = new Calendar(agent)
  let pressed = 0
  const press = async (...keys: string[]) => {
    pressed += keys.length
    await calendar.press(...keys)
  }
  const goToNext = async () => {
    await agent.goto(`/schedules/${schedule.id}`)
    await expect(agent.getByRole('tab', { name: 'Overview' })).toBeVisible()
    await press('Tab')
    await expect(agent.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
    await press('Enter', 'Tab', 'Tab')
    await expect(agent.getByRole('button', { name: 'Go to next payment' })).toBeFocused()
    await press('Enter')
    await expect(calendar.focused).toHaveAccessibleName(/^Thursday 19 June 2025, 1 payment/)
  }
  await goToNext()
  await press('Delete')
  await expect(calendar.focused).toHaveAccessibleName(/^Thursday 19 June 2025, 1 payment, £0\.00, skipped/)
  expect(pressed).toBeLessThanOrEqual(6)

  await agent.getByRole('button', { name: 'Discard changes' }).click()
  await expect(calendar.bar).toContainText('No changes')
  pressed = 0
  await goToNext()
  await press('Space', 'ArrowDown', 'Enter')
  await expect(calendar.focused).toHaveAccessibleName(/^Thursday 26 June 2025, 1 payment, £25\.32, moved/)
  expect(pressed).toBeLessThanOrEqual(10)
})

test('Skip next payment in the head skips it in the draft, shows it, and sends nothing by itself', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}`)
  await agent.getByRole('button', { name: 'Skip next payment' }).click()
  const calendar = new Calendar(agent)
  await expect(calendar.focused).toHaveAccessibleName(/^Thursday 19 June 2025, 1 payment, £0\.00, skipped/)
  await expect(calendar.bar).toContainText('1 change')
  expect(await sandbox.writesTo(schedule.id)).toEqual([])
  await calendar.confirm()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(listWith({ '2025-06-19': 0 }))])
})

test('520 payments are walked, moved and saved as six are', async ({ agent, sandbox }) => {
  const day = (n: number) => new Date(Date.UTC(2025, 5, 23 + 7 * n)).toISOString().slice(0, 10)
  const rows = Array.from({ length: 520 }, (_, n): Row => [day(n), 100])
  const schedule = aSchedule({
    collection_period: 'weekly',
    amount: '100',
    next_collection_date: day(0),
    first_collection_date: '2025-05-12',
    upcoming_payments: upcoming(rows),
  })
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule)
  await calendar.day(/^Monday 23 June 2025, 1 payment/).focus()
  await calendar.press('n', 'm', 'ArrowRight', 'Enter')
  await expect(calendar.said).toHaveText(
    'Dropped. Payment moved from Monday 30 June to Tuesday 1 July 2025. 1 unsaved change.',
  )
  await calendar.press('Control+End')
  await expect(calendar.focused).toHaveAccessibleName(/1 payment, £1\.00/)
  await calendar.confirm()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  const wanted = rows.map((row, n): Row => (n === 1 ? ['2025-07-01', 100] : row))
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})
