// What comes in: by day, behind each figure, taken out as a file, projected beyond the lists, and as a heat map.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readCsv } from '../lib/spreadsheet-strict'
import { alive, expect, expectAccessible, expectNoSidewaysScroll } from './fixtures'
import { onThe28th, overReadBook, tabTo, untilListed } from './read-book'
import { aCardSchedule, upcoming, withPayers } from './records'

const test = overReadBook()
test.describe.configure({ mode: 'default' })

test('finance, without a mouse: how much comes on the 28th, and from which schedules', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const [first, second] = [onThe28th('ON-THE-28TH-A', 2532), onThe28th('ON-THE-28TH-B', 10_000)]
  const other = aCardSchedule({ custom_reference: 'BY-CARD', end_date: '2025-09-01' })
  const skipped = onThe28th('SKIPPED', 1500, { upcoming_payments: upcoming([['2025-07-28', 0]]) })
  const ended = onThe28th('ENDED', 7700, { status: 'inactive', upcoming_payments: '[]' })
  const broken = onThe28th('BROKEN', 1, { upcoming_payments: 'not json' })
  await sandbox.plant(withPayers(first, second, skipped, ended, broken))
  await sandbox.plant({ schedules: [other] })
  await signIn('finance')
  await untilListed(page, '2025-07-28', 2)
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

  await expect(
    row.getByRole('link', { name: 'Mon 28 Jul 2025, Direct Debit £125.32: show the payments' }),
  ).toBeVisible()
  await expect(
    row.getByRole('link', { name: 'Mon 28 Jul 2025, running total £140.31: show the payments' }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'July 2025, Card £14.99: show the payments' })).toBeVisible()
  await tabTo(page, table.getByRole('link').first())
  await page.keyboard.press('j')
  await expect(row.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Payments, Mon 28 Jul 2025' })).toBeVisible()
  await expect(page.getByText(/^£125\.32 · Data as at /)).toBeVisible()
  const payments = page.getByRole('table', { name: 'Payments' })
  await expect(payments.getByRole('rowheader')).toHaveCount(2)
  await expect(payments).toContainText('ON-THE-28TH-A')
  await expect(payments).toContainText('ON-THE-28TH-B')
  await expectAccessible(page)
  await tabTo(page, payments.getByRole('link', { name: `Open schedule ${second.id}` }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second.id)
})

/** What an export of the page in front holds; chosen by keyboard alone. */
async function exported(page: Page, form: 'CSV' | 'Excel', rows: 'One row per day' | 'One row per payment') {
  await tabTo(page, page.getByRole('button', { name: 'Export' }))
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: form }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export collections' })
  await expect(dialog).toContainText('April 2026')
  await dialog.getByRole('radio', { name: rows }).focus()
  await page.keyboard.press('Space')
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Export as/ }).press('Enter')
  const file = await download
  await expect(dialog).toBeHidden()
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('finance takes what comes in April out, opened elsewhere it adds up to the page, and says what is projected', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const inApril = (reference: string, pence: number) =>
    onThe28th(reference, pence, {
      next_collection_date: '2026-04-28',
      end_date: '2026-04-28',
      upcoming_payments: upcoming([['2026-04-28', pence]]),
    })
  const [first, second] = [inApril('=APRIL()', 1234), inApril('APRIL-B', 90_000)]
  const goesOn = onThe28th('APRIL-C', 500, {
    next_collection_date: '2026-03-30',
    end_date: '',
    upcoming_payments: upcoming([['2026-03-30', 500]]),
  })
  await sandbox.plant(withPayers(first, second, goesOn))
  await signIn('finance')
  await untilListed(page, '2026-03-30', 1)
  await expect
    .poll(async () => {
      const answer = await page.request.get('/api/collections?from=2026-04-28&to=2026-04-28')
      return (await answer.json()).rows[0]?.projected
    })
    .toBeGreaterThanOrEqual(500)
  await page.goto('/collections?from=2026-04-01&to=2026-04-30')
  const row = page.getByRole('table', { name: 'Collections by day' }).getByRole('row', { name: /^Tue 28 Apr 2026/ })
  await expect(row).toContainText('£912.34')

  const singly = await exported(page, 'CSV', 'One row per payment')
  expect(singly.name).toBe('collections-2025-06-05.csv')
  const [head = [], ...rows] = readCsv(singly.bytes.toString('utf8').replace(/^\uFEFF/, ''))
  const at = (name: string) => head.indexOf(name)
  const on28th = rows.filter((one) => one[at('collection_date')] === '2026-04-28')
  const listed = on28th.filter((one) => one[at('source')] === 'smarterpay')
  expect(listed.map((one) => one[at('schedule')]).sort()).toEqual([first.id, second.id].sort())
  expect(listed.map((one) => one[at('custom_reference')]).sort()).toEqual(["'=APRIL()", 'APRIL-B'])
  expect(listed.reduce((sum, one) => sum + Number(one[at('amount_pence')]), 0)).toBe(91_234)
  const projected = on28th.filter((one) => one[at('source')] === 'projected')
  expect(projected.map((one) => one[at('schedule')])).toContain(goesOn.id)
  expect(head).toEqual(expect.arrayContaining(['notice_class', 'amount_gbp', 'collection_date_uk']))

  await page.emulateMedia({ colorScheme: 'dark' })
  const daily = await exported(page, 'Excel', 'One row per day')
  const files = unzipSync(new Uint8Array(daily.bytes))
  const part = (name: string) => new TextDecoder().decode(files[`xl/worksheets/${name}.xml`])
  expect(part('sheet1')).not.toMatch(/<f[ >/]/)
  expect(part('sheet1')).toContain('<v>912.34</v>')
  expect(part('sheet2')).toContain('Filter: from')
  await page.goto('/activity?action=export')
  await expect(page.getByRole('main')).toContainText(/exported \d+ rows of collections/)
})

test('what is after SmarterPay’s lists is called projected, in the picture, in the table and in its own rows', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const schedule = onThe28th('GOES-ON', 2532, {
    end_date: '',
    next_collection_date: '2025-09-29',
    upcoming_payments: upcoming([['2025-09-29', 2532]]),
  })
  await sandbox.plant(withPayers(schedule))
  await signIn('finance')
  await untilListed(page, '2025-09-29', 1)
  await untilListed(page, '2025-10-28', 1)
  await page.goto('/collections?from=2025-09-01&to=2026-01-31&group=month&method=direct-debit')
  const table = page.getByRole('table', { name: 'Collections by month' })
  await expect(table.getByText('Partly projected from Tue 28 Oct 2025')).toBeVisible()
  await expect(page.getByRole('img')).toHaveAccessibleName(/£25\.32 in SmarterPay’s list.*beside it £101\.28 projected/)
  await alive(page)
  for (const show of ['Table', 'Chart'] as const) {
    await page.getByRole('radio', { name: show }).click({ force: true })
    await expect(page.getByRole('img')).toHaveCount(show === 'Chart' ? 1 : 0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
  }
  const status = page.getByRole('combobox', { name: 'Status of data' })
  await status.selectOption('In SmarterPay’s list')
  await expect(page.getByRole('link', { name: 'Expected, £25.32: show the payments' })).toBeVisible()
  await expect(table.getByText(/Partly projected/)).toHaveCount(0)
  await status.selectOption('Projected')
  await expect(page).toHaveURL(/source=projected/)
  await expect(page.getByRole('img')).toHaveAccessibleName(/^£101\.28 projected, and nothing beside it\./)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Expected, £101.28: show the payments' }).click()
  await expect(page.getByText('All payments · Direct Debit · Projected')).toBeVisible()
  await page.goBack()
  await expect(status).toHaveValue('projected')
  await status.selectOption('Listed and projected')
  await page.getByRole('link', { name: 'Projected, £101.28: show the payments' }).click()
  const payments = page.getByRole('table', { name: 'Payments' })
  await expect(payments.getByRole('rowheader')).toHaveCount(4)
  await expect(payments.getByText('Projected', { exact: true }).filter({ visible: true }).first()).toBeVisible()

  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.goto('/collections?from=2025-07-01&to=2025-07-31')
  await expect(page.getByRole('table', { name: 'Collections by day' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})

test('the heat map holds the amount of each day as text, is walked by arrow keys, and leads to the payments', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const may = (reference: string, day: string, pence: number) =>
    onThe28th(reference, pence, {
      next_collection_date: day,
      end_date: day,
      upcoming_payments: upcoming([[day, pence]]),
    })
  const [small, large] = [may('MAY-SMALL', '2026-05-05', 1000), may('MAY-LARGE', '2026-05-12', 500_000)]
  await sandbox.plant(withPayers(small, large))
  await signIn('finance')
  await untilListed(page, '2026-05-05', 1)
  await untilListed(page, '2026-05-12', 1)
  await page.goto('/collections?from=2026-05-01&to=2026-05-31&section=heat-map')
  await alive(page)
  const month = page.getByRole('table', { name: 'May 2026' })
  await expect(month.getByRole('cell', { name: /Early May bank holiday, not a banking day/ })).toBeVisible()
  const first = month.getByRole('link', { name: /^Tuesday 5 May 2026, 1 payment, £10\.00/ })
  const second = month.getByRole('link', { name: /^Tuesday 12 May 2026, 1 payment, £5,000\.00/ })
  await expect(second).toContainText('£5.0k')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await tabTo(page, first)
  await page.keyboard.press('ArrowDown')
  await expect(second).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Payments, Tue 12 May 2026' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Payments' })).toContainText('MAY-LARGE')
  await page.goBack()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(second).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
