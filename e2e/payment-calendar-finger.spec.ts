import type { CDPSession } from '@playwright/test'
import { CalendarByHand, expectSaved, type Point } from './calendar-by-hand'
import { listWith } from './editor'
import { expect, test } from './fixtures'
import { aSchedule } from './records'

test.describe('by finger at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  let touch: CDPSession
  const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: points })

  test('a payment that is pressed long is dragged, and the page does not scroll meanwhile', async ({
    agent,
    context,
    sandbox,
  }) => {
    touch = await context.newCDPSession(agent)
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    const calendar = await new CalendarByHand(agent).openMonth(schedule)
    const target = calendar.dayOn('2025-06-26')
    const from = await calendar.middle(calendar.payment('2025-06-19'))
    const scrolled = await agent.evaluate(() => window.scrollY)
    await at('touchStart', [from])
    await expect(calendar.inHand).toBeVisible()
    const to = await target.boundingBox().then((box) => box && { x: box.x + box.width / 2, y: box.y + box.height / 2 })
    if (!to) throw new Error('the day is not on screen')
    for (const part of [0.25, 0.5, 0.75, 1])
      await at('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
    await expect(target).toHaveAttribute('data-drop', 'allowed')
    expect(await agent.evaluate(() => window.scrollY)).toBe(scrolled)
    await at('touchEnd', [])
    await expect(calendar.inHand).toHaveCount(0)
    await expect(calendar.payment('2025-06-26')).toBeVisible()
    await calendar.expectFocusOn('2025-06-26')
    await expectSaved(agent, sandbox, schedule, listWith({ '2025-06-19': ['2025-06-26', 2532] }))
  })

  test('without dragging: press the payment, Move, press the day', async ({ agent, sandbox }) => {
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    const calendar = await new CalendarByHand(agent).openMonth(schedule)
    await calendar.payment('2025-06-19').tap()
    const dialog = agent.getByRole('dialog', { name: 'Payment on Thursday 19 June 2025' })
    await dialog.getByRole('button', { name: 'Move', exact: true }).tap()
    await expect(dialog).toHaveCount(0)
    // A blocked day is marked as disabled, and hears a press all the same.
    await calendar.dayOn('2025-06-28').tap({ force: true })
    await expect(calendar.said).toContainText('not a banking day, cannot drop')
    await calendar.dayOn('2025-06-26').tap()
    await expect(calendar.payment('2025-06-26')).toBeVisible()
    await calendar.expectFocusOn('2025-06-26')
    await expectSaved(agent, sandbox, schedule, listWith({ '2025-06-19': ['2025-06-26', 2532] }))
  })

  test('a second finger puts it back', async ({ agent, context, sandbox }) => {
    touch = await context.newCDPSession(agent)
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    const calendar = await new CalendarByHand(agent).openMonth(schedule)
    const from = await calendar.middle(calendar.payment('2025-06-19'))
    await at('touchStart', [from])
    await expect(calendar.inHand).toBeVisible()
    await at('touchStart', [from, { x: 40, y: 300 }])
    await expect(calendar.inHand).toHaveCount(0)
    await at('touchEnd', [])
    await expect(calendar.payment('2025-06-19')).toBeVisible()
    await expect(calendar.bar).toContainText('No changes')
  })
})
