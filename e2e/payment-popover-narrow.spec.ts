import { Calendar, JULY_CHIP, JULY_PANEL } from './calendar'
import { bodyOf, listWith } from './editor'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aSchedule } from './records'

test.describe('by finger, at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the List stands first; in the Calendar a payment is moved by two presses and changed in a sheet', async ({
    agent,
    sandbox,
  }) => {
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    const calendar = new Calendar(agent)
    await agent.goto(`/schedules/${schedule.id}?tab=payments`)
    await expect(calendar.view('List')).toHaveAttribute('aria-selected', 'true')
    await calendar.openMonth(schedule, '2025-07')
    await calendar.chip(JULY_CHIP).tap()
    const panel = calendar.popover(JULY_PANEL)
    await expectAccessible(agent)
    for (const name of ['Apply', 'Cancel', '1 working day later', 'Move'])
      expect((await panel.getByRole('button', { name }).boundingBox())?.height, name).toBeGreaterThanOrEqual(44)
    await panel.getByRole('button', { name: 'Move' }).tap()
    await expect(agent.getByRole('button', { name: 'Put back' })).toBeVisible()
    await calendar.day(/^Wednesday 23 July 2025/).tap()
    await expect(calendar.day(/^Wednesday 23 July 2025, 1 payment, £25\.32, moved/)).toBeVisible()
    await expectNoSidewaysScroll(agent)
    await calendar.confirm()
    await expect(calendar.heading(/^Saved/)).toBeVisible()
    expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
      bodyOf(listWith({ '2025-07-21': ['2025-07-23', 2532] })),
    ])
  })
})

test('at 320 px the List is shown and nothing sticks out; in forced colours nothing is lost to axe', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await agent.setViewportSize({ width: 320, height: 700 })
  await agent.goto(`/schedules/${schedule.id}?tab=payments`)
  const calendar = new Calendar(agent)
  await expect(calendar.view('List')).toHaveAttribute('aria-selected', 'true')
  await expect(calendar.bar).toBeVisible()
  await expectNoSidewaysScroll(agent)
  await agent.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await agent.setViewportSize({ width: 1440, height: 900 })
  await calendar.openMonth(schedule, '2025-07')
  await calendar.day(/^Monday 21 July 2025/).focus()
  await calendar.press('m', 'ArrowRight', 'Enter')
  await expect(calendar.focused).toHaveAccessibleName(/^Tuesday 22 July 2025, 1 payment, £25\.32, moved/)
  await expectAccessible(agent)
})
