import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { aCard, aCardSchedule, aPlan, aSchedule, ON_THE_19TH, upcoming, withPayers } from './records'

const cell = (page: Page, name: string | RegExp) => page.getByRole('gridcell', { name })
/** The day that has the focus, by its name. */
const focused = (page: Page) => page.locator('[role=gridcell]:focus')

test('the page says in a sentence what is taken and when, and what comes next', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}`)
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText(`Schedule ${schedule.id}`)
  await expect(agent.getByRole('main')).toContainText('£25.32 on the 19th of every month by Direct Debit')
  await expect(agent.getByRole('main')).toContainText('Next payment Thu 19 Jun 2025')
  const next = agent.getByRole('table', { name: 'Next 6 payments' })
  await expect(next.getByRole('rowheader', { name: /2025/ })).toHaveCount(6)
  await expect(next).toContainText('Mon 21 Jul 2025')
  await expect(next.getByRole('row').last()).toContainText('£151.92')
  await expect(agent.getByText('SmarterPay’s list ends Fri 19 Dec 2025')).toBeVisible()
})

test('a plan shows how far it is, in payments and in money', async ({ agent, sandbox }) => {
  const plan = aPlan()
  await sandbox.plant(withPayers(plan))
  await agent.goto(`/schedules/${plan.id}`)
  await expect(agent.getByRole('main')).toContainText('3 of 8 paid')
  await expect(agent.getByRole('main')).toContainText('£1,500.00 of £4,000.00')
})

test('each day of the calendar says by name what it is: payments, holidays, too late, short notice', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule({
    upcoming_payments: upcoming([['2025-06-12', 2532], ...ON_THE_19TH.slice(1)]),
    next_collection_date: '2025-06-12',
  })
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}?tab=payments&show=calendar&month=2025-06`)
  await expect(agent.getByRole('grid', { name: 'June 2025' })).toBeVisible()
  await expect(cell(agent, 'Saturday 7 June 2025, not a banking day')).toBeVisible()
  await expect(cell(agent, 'Friday 6 June 2025, too late to change, earliest date is Monday 9 June 2025')).toBeVisible()
  await expect(cell(agent, /^Thursday 12 June 2025, 1 payment, £25\.32, scheduled.*short notice$/)).toBeVisible()
  await expect(cell(agent, /^Thursday 5 June 2025/)).toHaveAttribute('aria-current', 'date')
  await agent.getByRole('button', { name: 'Next month' }).click()
  await agent.getByRole('button', { name: 'Next month' }).click()
  await expect(cell(agent, 'Monday 25 August 2025, Summer bank holiday, not a banking day')).toBeVisible()
  await agent.getByRole('button', { name: 'Next payment', exact: true }).click()
  await expect(focused(agent)).toHaveAccessibleName(/^Thursday 12 June 2025/)
  await agent.getByRole('button', { name: 'Today' }).click()
  await expect(focused(agent)).toHaveAccessibleName(/^Thursday 5 June 2025/)
})

test('what is projected beyond SmarterPay’s list is called so', async ({ page, signIn, sandbox }) => {
  // Finance reads and never edits: its list is SmarterPay's and, below it, what is projected.
  await signIn('finance')
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await page.goto(`/schedules/${schedule.id}?tab=payments&show=calendar&month=2026-02`)
  await expect(cell(page, /^Thursday 19 February 2026, 1 payment, £25\.32, projected/)).toBeVisible()
  await page.getByRole('tab', { name: 'List' }).click()
  const list = page.getByRole('table', { name: 'Upcoming payments' })
  await expect(list.getByRole('row', { name: /Mon 19 Jan 2026/ })).toContainText('Projected')
  await expect(list.getByRole('row', { name: /Fri 19 Dec 2025/ }).first()).not.toContainText('Projected')
  await expect(list.getByRole('row').last()).toContainText('7 payments listed')
  await expect(list.getByRole('row').last()).toContainText('£177.24')
})

test('the calendar is walked by the keys of a date grid', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}?tab=payments&show=calendar&month=2025-06&focus=2025-06-19`)
  await cell(agent, /^Thursday 19 June 2025/).focus()
  const steps: [key: string, day: RegExp][] = [
    ['ArrowRight', /^Friday 20 June 2025/],
    ['ArrowDown', /^Friday 27 June 2025/],
    ['ArrowLeft', /^Thursday 26 June 2025/],
    ['ArrowUp', /^Thursday 19 June 2025/],
    ['Home', /^Monday 16 June 2025/],
    ['End', /^Sunday 22 June 2025/],
    ['n', /^Monday 21 July 2025, 1 payment/],
    ['p', /^Thursday 19 June 2025, 1 payment/],
    ['PageDown', /^Saturday 19 July 2025/],
    ['PageUp', /^Thursday 19 June 2025/],
    ['Control+End', /1 payment/],
    ['Control+Home', /^Thursday 19 June 2025, 1 payment/],
    ['Shift+PageDown', /^Friday 19 June 2026/],
    ['Shift+PageUp', /^Thursday 19 June 2025/],
  ]
  for (const [key, day] of steps) {
    await agent.keyboard.press(key)
    await expect(focused(agent), key).toHaveAccessibleName(day)
  }
  await expect(agent.locator('[role=gridcell][tabindex="0"]'), 'one stop in the tab order').toHaveCount(1)
})

test('tab, month and view stand in the address and survive a reload', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}`)
  await agent.getByRole('tab', { name: 'Payments' }).click()
  await agent.getByRole('tab', { name: 'Calendar' }).click()
  await agent.getByRole('button', { name: 'Next month' }).click()
  await expect(agent.getByRole('grid', { name: 'July 2025' })).toBeVisible()
  await expect(agent).toHaveURL(/tab=payments.*month=2025-07/)
  await agent.reload()
  await expect(agent.getByRole('grid', { name: 'July 2025' })).toBeVisible()
})

test('a list of 520 payments opens as one of six does', async ({ agent, sandbox }) => {
  const day = (n: number) => new Date(Date.UTC(2025, 5, 9 + 7 * n)).toISOString().slice(0, 10)
  const rows = Array.from({ length: 520 }, (_, n): [string, number] => [day(n), 100])
  const schedule = aSchedule({
    collection_period: 'weekly',
    next_collection_date: day(0),
    first_collection_date: '2025-05-12',
    upcoming_payments: upcoming(rows),
  })
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}?tab=payments&show=list`)
  const list = agent.getByRole('table', { name: 'Upcoming payments' })
  await expect(list.getByRole('row').last()).toContainText('520 listed payments')
  await expect(list.getByRole('row').last()).toContainText('£520.00')
})

test('what does not exist, and what may not be seen, is told in the same words', async ({ agent, watch }) => {
  watch.allowStatus(404)
  for (const id of [aSchedule().id, 'A'.repeat(65), '%00', 'no%20such']) {
    const answer = await agent.goto(`/schedules/${id}`)
    expect(answer?.status(), id).toBe(404)
    await expect(agent.getByRole('main'), id).toContainText('does not exist or you do not have access')
  }
})

test('a list of payments that cannot be read is said to be so, and the rest is shown', async ({ agent, sandbox }) => {
  const schedule = aSchedule({ upcoming_payments: 'not json' })
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}`)
  await expect(agent.getByRole('main')).toContainText('could not be read')
  await expect(agent.getByRole('main')).toContainText('£25.32')
  await agent.getByRole('tab', { name: 'Details' }).click()
  await expect(agent.getByRole('table', { name: 'All fields' })).toContainText('not json')
})

test('an inactive schedule and one by card say what is different about them', async ({ agent, sandbox }) => {
  const inactive = aSchedule({ status: 'inactive', upcoming_payments: '[]' })
  const card = aCardSchedule()
  await sandbox.plant({ ...withPayers(inactive, card), cards: [aCard(card)] })
  await agent.goto(`/schedules/${inactive.id}`)
  await expect(agent.getByRole('main')).toContainText('No upcoming payments.')
  await expect(agent.getByRole('main')).toContainText('This schedule is inactive.')
  await agent.goto(`/schedules/${card.id}?tab=payments&show=calendar`)
  await expect(agent.getByRole('main')).toContainText('Card payments: no notice period')
  await expect(cell(agent, /too late to change/)).toHaveCount(0)
})

test('every field stands under SmarterPay’s own name, unknown words as they were sent', async ({ agent, sandbox }) => {
  const schedule = aSchedule({ type: 'SomethingNew', status: 'paused' })
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}?tab=details`)
  const fields = agent.getByRole('table', { name: 'All fields' })
  for (const name of ['custom_reference', 'collection_day', 'upcoming_payments', 'next_collection_date', 'auddis'])
    await expect(fields).toContainText(name)
  await expect(fields).toContainText('SomethingNew')
  await expect(fields).toContainText('paused')
})
