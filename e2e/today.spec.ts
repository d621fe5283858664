// Where a day begins, by role.
import { alive, expect, expectAccessible, expectNoSidewaysScroll } from './fixtures'
import { overReadBook, untilListed } from './read-book'
import { aSchedule, upcoming, withPayers } from './records'

const test = overReadBook()

test('each role’s day begins with what it does first, and an agent is not led to the watchlist', async ({
  page,
  context,
  signIn,
  sandbox,
}) => {
  test.slow()
  const schedule = aSchedule({
    custom_reference: 'FIRST-THING',
    end_date: '2025-06-13',
    upcoming_payments: upcoming([['2025-06-13', 2532]]),
  })
  await sandbox.plant(withPayers(schedule))
  const places = page.getByRole('navigation', { name: 'Main' }).first()

  await signIn('agent')
  await untilListed(page, '2025-06-13', 1)
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
  await expect(page.getByRole('main')).toContainText('in SmarterPay’s list')
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
