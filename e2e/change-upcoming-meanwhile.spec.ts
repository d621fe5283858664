// Payments that one person changes while the schedule changes elsewhere: compared, merged, or given up in sight.
import { onCalendar } from './calendar'
import { AUGUST, Editor, JULY, listWith, savedElsewhere } from './editor'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aSchedule } from './records'
import { typedForJuly } from './typed-for-july'

test('of two people on one schedule the second compares, merges and saves both changes', async ({
  agent,
  context,
  house,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.amount(AUGUST), '40')

  await savedElsewhere({ context, house, watch }, schedule, (theirs) => theirs.type(theirs.amount(JULY), '30'))

  await editor.confirm()
  await expect(editor.heading('This schedule changed after you opened it.')).toBeFocused()
  expect(await sandbox.writesTo(schedule.id), 'only the first went out').toHaveLength(1)
  const conflict = agent.getByRole('table', { name: 'Conflict' })
  await expect(conflict).toContainText('theirs, kept')
  await expect(conflict).toContainText('£40.00')
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Review merged changes' }).click()
  await expect(editor.review.getByRole('combobox', { name: 'Reason for change' }), 'typing is kept').toHaveValue(
    'customer-asked',
  )
  await editor.save().click()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.listOf(schedule.id)).toEqual(listWith({ '2025-07-21': 3000, '2025-08-19': 4000 }))
})

test('where both changed one payment nothing is saved before a person has chosen', async ({
  agent,
  context,
  house,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.amount(JULY), '40')
  await savedElsewhere({ context, house, watch }, schedule, (theirs) => theirs.skip(JULY))

  await editor.confirm()
  await expect(editor.heading('This schedule changed after you opened it.')).toBeVisible()
  const merge = agent.getByRole('button', { name: 'Review merged changes' })
  await expect(merge).toHaveAttribute('aria-disabled', 'true')
  const size = agent.viewportSize()
  await agent.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(agent)
  const choice = agent.getByRole('radio', { name: /^Use mine/ })
  await choice.scrollIntoViewIfNeeded()
  await expect(choice, 'beside what is compared').toBeInViewport({ ratio: 1 })
  await expect(agent.getByRole('rowheader', { name: /^Mon 21 Jul/ })).toBeInViewport({ ratio: 1 })
  if (size) await agent.setViewportSize(size)
  await agent.getByRole('radio', { name: /^Use mine: £40\.00/ }).check()
  await merge.click()
  await editor.save().click()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.listOf(schedule.id)).toEqual(listWith({ '2025-07-21': 4000 }))
})

test('somebody else’s change in the middle of a move in the calendar is compared and merged, nothing is lost', async ({
  agent,
  context,
  house,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await onCalendar(agent, schedule, '2025-08')
  await calendar.day(/^Tuesday 19 August 2025/).focus()
  await calendar.press('+')
  await savedElsewhere({ context, house, watch }, schedule, (theirs) => theirs.type(theirs.amount(JULY), '30'))

  await calendar.confirm()
  await expect(calendar.heading('This schedule changed after you opened it.')).toBeFocused()
  await agent.getByRole('button', { name: 'Review merged changes' }).click()
  await calendar.save().click()
  await expect(calendar.heading(/^Saved/)).toBeVisible()
  await expect(calendar.day(/^Wednesday 20 August 2025, 1 payment, £25\.32, scheduled/)).toBeVisible()
  expect(await sandbox.listOf(schedule.id)).toEqual(
    listWith({ '2025-07-21': 3000, '2025-08-19': ['2025-08-20', 2532] }),
  )
})

test('of a schedule that was disabled elsewhere meanwhile nothing is saved; the page says so, and typing stays in sight', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const editor = new Editor(agent)
  const schedule = await typedForJuly(editor, sandbox)
  await sandbox.disableElsewhere(schedule)
  await editor.confirm()
  await expect(editor.heading('This schedule changed after you opened it.')).toBeVisible()
  await expect(agent.getByText('Nothing was saved.')).toBeVisible()
  await expect(agent.getByText('The schedule is no longer active.')).toBeVisible()
  await expect(agent.getByRole('button', { name: 'Review merged changes' })).toHaveCount(0)
  await expect(agent.getByText('£40.00').first()).toBeVisible()
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Take theirs, drop my changes' }).click()
  await expect(editor.heading('This schedule changed after you opened it.')).toBeHidden()
  await agent.goto(`/schedules/${schedule.id}?tab=payments&show=list`)
  await expect(agent.getByText(/This schedule is inactive/).first()).toBeVisible()
  expect(await sandbox.writesTo(schedule.id)).toEqual([])
})
