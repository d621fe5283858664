import type { CDPSession, Locator, Page } from '@playwright/test'
import { bodyOf, Editor, listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule, type Row, upcoming } from './records'
import type { Sandbox, Wire } from './sandbox'

type Point = { x: number; y: number }

/** The calendar of a schedule, as a hand works it: a mouse, or a finger. */
class Calendar {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open({ id }: Wire, month = '2025-06'): Promise<this> {
    await this.page.goto(`/schedules/${id}?tab=payments&show=calendar&month=${month}`)
    await expect(this.bar).toBeVisible()
    await expect(this.page.getByRole('grid')).not.toHaveAttribute('aria-busy', 'true')
    return this
  }

  day(date: string): Locator {
    return this.page.locator(`[role="gridcell"][data-date="${date}"]`)
  }

  /** The payment of a day, where it is the only one. */
  payment(date: string): Locator {
    return this.page.locator(`[data-date="${date}"] [data-row]`)
  }

  get inHand(): Locator {
    return this.page.locator('[data-in-hand]')
  }

  get messages(): Locator {
    return this.page.getByRole('status', { name: 'Calendar messages' })
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Draft' })
  }

  async middle(of: Locator): Promise<Point> {
    await of.scrollIntoViewIfNeeded()
    const box = await of.boundingBox()
    if (!box) throw new Error('not on screen')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** Picks the payment of a day up with the mouse. */
  async pickUp(date: string): Promise<void> {
    const { x, y } = await this.middle(this.payment(date))
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + 6, y + 3, { steps: 2 })
    await expect(this.inHand).toBeVisible()
  }

  async carryTo(place: Locator): Promise<void> {
    const { x, y } = await this.middle(place)
    await this.page.mouse.move(x, y, { steps: 6 })
  }

  /** Holds what is in hand over a turn button until the calendar is that far or further; answers the month, `2025-08`. */
  async turnTo(month: string): Promise<string> {
    await this.carryTo(this.page.getByRole('button', { name: 'Next month' }))
    await expect(this.page.getByText('Hold here to turn the page.')).toBeVisible()
    await expect.poll(async () => (await this.month()) >= month).toBe(true)
    // The middle of the calendar, whatever is there: it turns no further. How far it went depends on the machine.
    await this.carryTo(this.page.getByRole('grid'))
    await expect(this.page.getByText('Hold here to turn the page.')).toHaveCount(0)
    return this.month()
  }

  async month(): Promise<string> {
    const shown = await this.page.getByRole('grid').getByRole('gridcell').nth(20).getAttribute('data-date')
    return String(shown).slice(0, 7)
  }

  async drop(): Promise<void> {
    await this.page.mouse.up()
    await expect(this.inHand).toHaveCount(0)
  }

  /** The focus is on the payment, or on its day. */
  async expectFocusOn(date: string): Promise<void> {
    const day = this.page.locator(`[data-date="${date}"]`)
    await expect(day.and(this.page.locator(':focus-within'))).toBeVisible()
  }
}

/** What SmarterPay got: one request, its body to the letter. */
async function expectSaved(page: Page, sandbox: Sandbox, { id }: Wire, rows: Row[]): Promise<void> {
  const editor = new Editor(page)
  await editor.confirm()
  await expect(editor.heading(/^Saved\. SmarterPay confirmed all/)).toBeFocused()
  const writes = await sandbox.writesTo(String(id))
  expect(writes.map(({ method, body }) => [method, body])).toEqual([['PUT', bodyOf(rows)]])
}

test('a payment is dragged by mouse to a day that takes it, and that is what is saved', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new Calendar(agent).open(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.carryTo(calendar.day('2025-06-24'))
  await expect(calendar.day('2025-06-24')).toHaveAttribute('data-drop', 'allowed')
  await expect(agent.getByText('Tue 24 Jun, allowed')).toBeVisible()
  await expect(calendar.messages).toContainText('Over Tuesday 24 June 2025, allowed')
  await calendar.drop()

  await expect(calendar.payment('2025-06-24')).toBeVisible()
  await expect(calendar.payment('2025-06-19')).toHaveCount(0)
  await calendar.expectFocusOn('2025-06-24')
  await expect(calendar.messages).toHaveText(
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
    const calendar = await new Calendar(agent).open(schedule, date.slice(0, 7))
    await calendar.pickUp(from)
    await calendar.carryTo(calendar.day(date))
    await expect(calendar.day(date)).toHaveAttribute('data-drop', 'refused')
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
  const calendar = await new Calendar(agent).open(schedule)
  await calendar.pickUp('2025-06-19')
  const month = await calendar.turnTo('2025-08')
  const target = calendar.page.locator(`[role="gridcell"][data-takes][data-date^="${month}-1"]`).first()
  const date = String(await target.getAttribute('data-date'))
  await calendar.carryTo(calendar.day(date))
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
  const calendar = await new Calendar(agent).open(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.turnTo('2025-07')
  await agent.keyboard.press('Escape')
  await expect(calendar.inHand).toHaveCount(0)
  await agent.mouse.up()
  await expect(agent.getByRole('heading', { name: 'June 2025' })).toBeVisible()
  await calendar.expectFocusOn('2025-06-19')
  await expect(calendar.messages).toContainText('Move cancelled. Payment stays on Thursday 19 June 2025.')

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
  const calendar = await new Calendar(agent).open(schedule, '2025-07')
  await calendar.payment('2025-07-21').click({ modifiers: ['Shift'] })
  await agent.getByRole('button', { name: 'Next month' }).click()
  await calendar.payment('2025-08-19').click({ modifiers: ['Shift'] })
  await calendar.pickUp('2025-08-19')
  await expect(calendar.inHand).toContainText('2 payments')
  await calendar.carryTo(calendar.day('2025-08-21'))
  await calendar.drop()
  await expect(calendar.payment('2025-08-21')).toBeVisible()
  await expect(calendar.bar).toContainText('2 changes')
  const rows = listWith({ '2025-07-21': ['2025-07-23', 2532], '2025-08-19': ['2025-08-21', 2532] })
  await expectSaved(agent, sandbox, schedule, rows)
})

test('a change of the page below the hand loses nothing and doubles nothing', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new Calendar(agent).open(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.carryTo(calendar.day('2025-06-25'))
  await calendar.drop()
  await calendar.pickUp('2025-06-25')
  await calendar.carryTo(calendar.day('2025-06-26'))
  await agent.keyboard.press('Control+z')
  await expect(calendar.inHand, 'what was held is not there any more').toHaveCount(0)
  await agent.mouse.up()
  await expect(calendar.payment('2025-06-19')).toBeVisible()
  await expect(calendar.bar).toContainText('No changes')
})

test('pressed twice a payment is opened and not moved', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const calendar = await new Calendar(agent).open(schedule)
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
  const calendar = await new Calendar(agent).open(schedule)
  await calendar.pickUp('2025-06-19')
  await calendar.carryTo(calendar.day('2025-06-24'))
  await expectAccessible(agent)
  await calendar.carryTo(calendar.day('2025-06-28'))
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
  const calendar = await new Calendar(agent).open(schedule, '2027-03')
  await calendar.pickUp('2027-03-10')
  await calendar.carryTo(calendar.day('2027-03-12'))
  await calendar.drop()
  await expect(calendar.payment('2027-03-12')).toBeVisible()
  await expect(calendar.bar).toContainText('1 change')
  await expect(calendar.bar).toContainText('total unchanged')
})

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
    const calendar = await new Calendar(agent).open(schedule)
    const target = calendar.day('2025-06-26')
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
    const calendar = await new Calendar(agent).open(schedule)
    await calendar.payment('2025-06-19').tap()
    const dialog = agent.getByRole('dialog', { name: 'Payment on Thursday 19 June 2025' })
    await dialog.getByRole('button', { name: 'Move', exact: true }).tap()
    await expect(dialog).toHaveCount(0)
    // A blocked day is marked as disabled, and hears a press all the same.
    await calendar.day('2025-06-28').tap({ force: true })
    await expect(calendar.messages).toContainText('not a banking day, cannot drop')
    await calendar.day('2025-06-26').tap()
    await expect(calendar.payment('2025-06-26')).toBeVisible()
    await calendar.expectFocusOn('2025-06-26')
    await expectSaved(agent, sandbox, schedule, listWith({ '2025-06-19': ['2025-06-26', 2532] }))
  })

  test('a second finger puts it back', async ({ agent, context, sandbox }) => {
    touch = await context.newCDPSession(agent)
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    const calendar = await new Calendar(agent).open(schedule)
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
