// Why less than last week: snapshots, what moved since one, and who moved it. Over a book of its own that is read again all the time.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, signInByRequest } from './fixtures'
import { overReadBook } from './read-book'
import { aSchedule, upcoming, withPayers } from './records'

const test = overReadBook()
test.describe.configure({ mode: 'default' })

const JUNE = 'from=2025-06-01&to=2025-06-30'

/** Waits until the copy lists so many pence for June. */
const untilJuneIs = (page: Page, pence: number) =>
  expect
    .poll(
      async () => {
        const answer = await page.request.get(`/api/collections?${JUNE}`)
        return ((await answer.json()) as { total: number }).total
      },
      { timeout: 60_000 },
    )
    .toBe(pence)

const inJune = (reference: string, date: string, pence: number, changes = {}) =>
  aSchedule({
    custom_reference: reference,
    amount: String(pence),
    end_date: '2025-07-31',
    next_collection_date: date,
    upcoming_payments: upcoming([
      [date, pence],
      ['2025-07-21', pence],
    ]),
    ...changes,
  })

async function disable(request: APIRequestContext, url: string, id: string): Promise<void> {
  const { basis } = (await (await request.get(`${url}/api/schedules/${id}`)).json()) as { basis: string }
  const answer = await request.post(`${url}/api/schedules/${id}/disable`, {
    headers: { origin: url, 'idempotency-key': randomUUID() },
    data: { basis, reason: 'customer-asked' },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

test('finance, without a mouse: why less than before, step by step, who did it, and to the schedule', async ({
  page,
  browser,
  house,
  signIn,
  sandbox,
}) => {
  test.slow()
  const cheaper = inJune('CHEAPER', '2025-06-20', 10_000)
  const later = inJune('LATER', '2025-06-27', 4_000)
  const off = inJune('SWITCHED-OFF', '2025-06-24', 2_532)
  const same = inJune('SAME', '2025-06-24', 1_000)
  await sandbox.plant(withPayers(cheaper, later, off, same))
  await signIn('finance')
  await untilJuneIs(page, 17_532)

  await page.goto(`/collections?${JUNE}&section=moved`)
  await expect(page.getByText('There is no snapshot yet to compare with.')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Change since: there is no snapshot yet/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take a snapshot now' }).press('Enter')
  await expect(page.getByRole('status', { name: 'Updates' })).toContainText('Snapshot taken.')
  const compare = page.getByRole('combobox', { name: 'Compare with' })
  await expect(compare).toContainText('by Finance')
  await expect(compare).toBeFocused()
  await expect(page.getByText('Nothing has moved in this period since then.')).toBeVisible()

  const added = inJune('ADDED', '2025-06-18', 500)
  await sandbox.plant(withPayers(added))
  await sandbox.plant({
    schedules: [
      {
        ...cheaper,
        upcoming_payments: upcoming([
          ['2025-06-20', 6_000],
          ['2025-07-21', 10_000],
        ]),
      },
      {
        ...later,
        upcoming_payments: upcoming([
          ['2025-07-04', 4_000],
          ['2025-07-21', 4_000],
        ]),
      },
    ],
  })
  const lead = await browser.newContext()
  await signInByRequest(lead, house.url, 'lead')
  await disable(lead.request, house.url, off.id)
  await lead.close()
  await untilJuneIs(page, 17_532 - 4_000 - 4_000 - 2_532 + 500)

  await page.goto('/')
  const today = page.getByRole('region', { name: 'What moved' })
  await expect(today).toContainText('£100.32 less')
  await expect(today.getByRole('listitem')).toHaveCount(4)
  await expectAccessible(page)
  await today.getByRole('link', { name: 'What moved, and who' }).press('Enter')

  await page.waitForURL(/section=moved/)
  await expect(page.getByText('£100.32 less')).toBeVisible()
  const table = page.getByRole('table', { name: 'What moved' })
  const step = (name: string) => table.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(step('New schedules')).toContainText('+£5.00')
  await expect(step('Disabled')).toContainText('−£25.32')
  await expect(step('Amounts changed')).toContainText('−£40.00')
  await expect(step('Moved out')).toContainText('−£40.00')
  await expect(table.getByRole('row').last()).toContainText('£75.00')
  await expect(table.getByRole('row')).toHaveCount(7)
  await expect(page.getByRole('img')).toHaveAccessibleName(
    /From £175\.32 on .* to £75\.00 now\. New schedules \+£5\.00, 1 payment; Disabled −£25\.32, 1 payment; Amounts changed −£40\.00, 1 payment; Moved out −£40\.00, 1 payment\./,
  )
  await expect(page.getByRole('link', { name: /^Change since .*, −£100\.32: show what moved$/ })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }

  await table.getByRole('link', { name: 'Amounts changed' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Amounts changed, 5 to 30 Jun 2025')
  const payments = page.getByRole('table', { name: 'Payments' })
  await expect(payments.getByRole('row').nth(1)).toContainText(
    /CHEAPER.*Fri 20 Jun 2025, £100\.00.*Fri 20 Jun 2025, £60\.00.*−£40\.00.*Outside this dashboard/,
  )
  await expectAccessible(page)
  await page.goBack()
  await table.getByRole('link', { name: 'Disabled', exact: true }).press('Enter')
  const row = payments.getByRole('row').nth(1)
  await expect(row).toContainText(/SWITCHED-OFF.*Tue 24 Jun 2025, £25\.32.*not listed.*−£25\.32.*Team lead/)
  await expect(row.getByRole('link', { name: /^Schedule disabled, / })).toHaveAttribute(
    'href',
    /\/activity\?entry=\d+$/,
  )
  await row.getByRole('link', { name: `SWITCHED-OFF: open schedule ${off.id}` }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(off.id)

  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of [`/collections?${JUNE}&section=moved`, `/collections/moved?${JUNE}&since=1&step=disabled`, '/']) {
    await page.goto(path)
    await expect(page.getByText('−£25.32').filter({ visible: true }).first()).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('an agent reads what moved, but takes no snapshot; one that is no longer kept is said to be gone', async ({
  page,
  house,
  signIn,
}) => {
  const headers = { origin: house.url }
  await signIn('lead')
  await expect
    .poll(async () => {
      const answer = await page.request.post('/api/collections/snapshots', { headers, data: {} })
      return answer.status()
    })
    .toBe(200)
  await page.context().clearCookies()
  await signIn('agent')
  await page.goto(`/collections?${JUNE}&section=moved&since=9999`)
  await expect(page.getByText('The snapshot that was asked for is no longer kept.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Compare with' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take a snapshot now' })).toHaveCount(0)
  expect((await page.request.post('/api/collections/snapshots', { headers, data: {} })).status()).toBe(403)
})
