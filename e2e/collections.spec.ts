// What comes in, what needs a hand, and where a day begins: over a book that is read again all the time, its own for each test.
import type { Locator, Page } from '@playwright/test'
import { Editor } from './editor'
import { alive, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aCardSchedule, aSchedule, upcoming, withPayers } from './records'

test.use({ own: { index: true, empty: true, dashboard: { SYNC_INTERVAL_MS: '200' } } })

/** Presses Tab until the control has focus. */
async function tabTo(page: Page, target: Locator, steps = 60): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

type Sums = { count: number; total: number; rows: { date: string; total: number }[] }
/** Waits until the copy holds so many payments in July. */
const untilCopied = (page: Page, count: number) =>
  expect
    .poll(
      async () => {
        const answer = await page.request.get('/api/collections?from=2025-07-01&to=2025-07-31')
        return ((await answer.json()) as Sums).count
      },
      { timeout: 45_000 },
    )
    .toBe(count)

const onThe28th = (reference: string, pence: number, changes = {}) =>
  aSchedule({
    custom_reference: reference,
    amount: String(pence),
    collection_day: '28',
    first_collection_date: '2025-01-28',
    next_collection_date: '2025-06-30',
    upcoming_payments: upcoming([
      ['2025-06-30', pence],
      ['2025-07-28', pence],
    ]),
    ...changes,
  })

test('finance, without a mouse: how much comes on the 28th, and from which schedules', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const [first, second] = [onThe28th('ON-THE-28TH-A', 2532), onThe28th('ON-THE-28TH-B', 10_000)]
  const other = aCardSchedule({ custom_reference: 'BY-CARD' })
  const skipped = onThe28th('SKIPPED', 1500, { upcoming_payments: upcoming([['2025-07-28', 0]]) })
  const ended = onThe28th('ENDED', 7700, { status: 'inactive', upcoming_payments: '[]' })
  const broken = onThe28th('BROKEN', 1, { upcoming_payments: 'not json' })
  await sandbox.plant(withPayers(first, second, skipped, ended, broken))
  await sandbox.plant({ schedules: [other] })
  await signIn('finance')
  await untilCopied(page, 3)
  await page.goto('/')
  await alive(page)
  await tabTo(page, page.getByRole('link', { name: 'Upcoming collections' }).first(), 15)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Upcoming collections' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Period' }).selectOption('next-month')

  const table = page.getByRole('table', { name: 'Collections by day' })
  const row = table.getByRole('row', { name: /Mon 28 Jul 2025/ })
  await expect(row).toContainText('£125.32')
  await expect(row).toContainText('1 skipped')
  await expect(table.getByRole('row', { name: /July 2025/ }).last()).toContainText('£140.31')
  await expect(page.getByRole('img')).toHaveAccessibleName(/3 payments, £140\.31 in SmarterPay’s list/)
  await expect(page.getByText('1 schedule is in none of these sums.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: broken.id })).toBeVisible()
  await expectAccessible(page)

  await tabTo(page, row.getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Payments, Mon 28 Jul 2025' })).toBeVisible()
  const payments = page.getByRole('table', { name: 'Payments' })
  await expect(payments.getByRole('rowheader')).toHaveCount(2)
  await expect(payments).toContainText('ON-THE-28TH-A')
  await expect(payments).toContainText('ON-THE-28TH-B')
  await expectAccessible(page)
  await tabTo(page, payments.getByRole('link', { name: `Open schedule ${second.id}` }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second.id)
})

test('what is after SmarterPay’s lists is called projected, in the picture, in the table and in its own rows', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const schedule = onThe28th('GOES-ON', 2532)
  await sandbox.plant(withPayers(schedule))
  await signIn('finance')
  await untilCopied(page, 1)
  await page.goto('/collections?from=2025-07-01&to=2025-12-31&group=month')
  const table = page.getByRole('table', { name: 'Collections by month' })
  await expect(table.getByText('Partly projected from Thu 28 Aug 2025')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('img')).toHaveAccessibleName(/£25\.32 in SmarterPay’s list.*beside it £126\.60 projected/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'Projected, £126.60: show the payments' }).click()
  const payments = page.getByRole('table', { name: 'Payments' })
  await expect(payments.getByRole('rowheader')).toHaveCount(5)
  await expect(payments.getByText('Projected', { exact: true }).first()).toBeVisible()

  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.goto('/collections?from=2025-07-01&to=2025-07-31')
  await expect(page.getByRole('table', { name: 'Collections by day' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})

test('a lead goes from the warning that a mandate may lapse to the mended schedule', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const yearly = aSchedule({
    custom_reference: 'MAY-LAPSE',
    collection_stretch: '12',
    collection_day: '28',
    first_collection_date: '2024-07-29',
    start_date: '2024-07-29',
    next_collection_date: '2025-07-28',
    upcoming_payments: upcoming([
      ['2025-07-28', 2532],
      ['2026-07-28', 0],
      ['2027-07-28', 2532],
    ]),
  })
  await sandbox.plant(withPayers(yearly))
  await signIn('lead')
  await untilCopied(page, 1)
  await page.goto('/watch?tab=dormancy')
  const list = page.getByRole('table', { name: 'Dormancy' })
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(list).toContainText('No payment on the mandate after Mon 28 Jul 2025 until Wed 28 Jul 2027', {
      timeout: 2_000,
    })
  }).toPass({ timeout: 45_000 })
  await expect(list).toContainText('£25.32')
  await expectAccessible(page)
  await list.getByRole('link', { name: `Fix payments, ${yearly.id}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(yearly.id)

  const editor = await new Editor(page).open(yearly)
  await editor.type(editor.amount('Tuesday 28 July 2026'), '25.32')
  await editor.confirm()
  await expect(editor.heading(/^Saved\./)).toBeVisible()
  await expect(async () => {
    await page.goto('/watch?tab=dormancy')
    await expect(page.getByText('Nothing here needs a hand.')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 45_000 })
})

test('each role’s day begins with what it does first, and an agent is not led to the watchlist', async ({
  page,
  context,
  signIn,
  sandbox,
}) => {
  test.slow()
  const schedule = onThe28th('FIRST-THING', 2532)
  await sandbox.plant(withPayers(schedule))
  const places = page.getByRole('navigation', { name: 'Main' }).first()

  await signIn('agent')
  await untilCopied(page, 1)
  await page.goto('/')
  await alive(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Search schedules' })).toBeFocused()
  await expect(places.getByRole('link', { name: 'Watchlist' })).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.type('FIRST-THING')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'Schedules' })).toContainText('FIRST-THING')
  await page.goto('/watch')
  await expect(page.getByText('Your role does not include this.')).toBeVisible()
  expect((await page.request.get('/api/watch')).status()).toBe(403)

  await context.clearCookies()
  await signIn('finance')
  await page.goto('/')
  await expect(page.getByRole('table', { name: 'Next 7 days' }).getByRole('rowheader')).toHaveCount(7)
  await expect(page.getByRole('main')).toContainText('£25.32')
  await expectAccessible(page)

  await context.clearCookies()
  await signIn('lead')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 2, name: 'Watchlist' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Disabled in the last 7 days' })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
