// What comes in, what needs a hand, and where a day begins: over a book that is read again all the time, its own for each test.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readCsv } from '../lib/spreadsheet-strict'
import { Editor } from './editor'
import { alive, test as base, expect, expectAccessible, expectNoSidewaysScroll } from './fixtures'
import { type House, openHouse } from './house'
import { aCardSchedule, aSchedule, upcoming, withPayers } from './records'

/** One book for all tests here, each in months of its own: opening a house takes longer than any of them. */
const test = base.extend<object, { shared: House }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture stands on
    async ({}, use) => {
      const house = await openHouse({ index: true, empty: true, dashboard: { SYNC_INTERVAL_MS: '200' } })
      await use(house)
      await house.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})
test.describe.configure({ mode: 'default' })

/** Presses Tab until the control has focus. */
async function tabTo(page: Page, target: Locator, steps = 60): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Waits until the copy lists so many payments on a day. */
const untilListed = (page: Page, day: string, count: number) =>
  expect
    .poll(
      async () => {
        const answer = await page.request.get(`/api/collections/payments?from=${day}&to=${day}`)
        return ((await answer.json()) as { rows: unknown[] }).rows.length
      },
      { timeout: 60_000 },
    )
    .toBe(count)

const onThe28th = (reference: string, pence: number, changes = {}) =>
  aSchedule({
    custom_reference: reference,
    amount: String(pence),
    collection_day: '28',
    first_collection_date: '2025-01-28',
    next_collection_date: '2025-06-30',
    end_date: '2025-07-28',
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

test('a lead goes from the warning that a mandate may lapse to the mended schedule', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.slow()
  const yearly = aSchedule({
    custom_reference: 'MAY-LAPSE',
    collection_stretch: '12',
    collection_day: '18',
    first_collection_date: '2024-08-19',
    start_date: '2024-08-19',
    next_collection_date: '2025-08-18',
    upcoming_payments: upcoming([
      ['2025-08-18', 2532],
      ['2026-08-18', 0],
      ['2027-08-18', 2532],
    ]),
  })
  await sandbox.plant(withPayers(yearly))
  await signIn('lead')
  await untilListed(page, '2025-08-18', 1)
  await page.goto('/watch?tab=dormancy')
  const list = page.getByRole('table', { name: 'Dormancy' })
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(list).toContainText('No payment on the mandate after Mon 18 Aug 2025 until Wed 18 Aug 2027', {
      timeout: 2_000,
    })
  }).toPass({ timeout: 45_000 })
  await expect(list).toContainText('£25.32')
  await expectAccessible(page)
  await list.getByRole('link', { name: `Fix payments, ${yearly.id}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(yearly.id)

  await expect(page.getByText('The watchlist proposes: restore payment on 18 August.')).toBeVisible()
  const editor = new Editor(page)
  await expect(editor.bar).toContainText('1 change')
  expect(await sandbox.writesTo(yearly.id), 'a proposal is not sent').toEqual([])
  await expectAccessible(page)
  await editor.confirm()
  await expect(editor.heading(/^Saved\./)).toBeVisible()
  await expect(async () => {
    await page.goto('/watch?tab=dormancy')
    await expect(page.getByRole('tab', { name: /^Dormancy \d/ })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('link', { name: `Fix payments, ${yearly.id}` })).toHaveCount(0, { timeout: 2_000 })
  }).toPass({ timeout: 45_000 })
})

test('each warning leads to the place of its fix: a proposal for who may change, a look for who may not', async ({
  page,
  context,
  signIn,
  sandbox,
}) => {
  test.slow()
  const closeBy = aSchedule({
    custom_reference: 'CLOSE-BY',
    collection_day: '1',
    next_collection_date: '2025-07-21',
    upcoming_payments: upcoming([
      ['2025-07-21', 2532],
      ['2025-08-01', 2532],
      ['2025-09-01', 2532],
    ]),
  })
  const twice = aSchedule({ custom_reference: 'TWICE', upcoming_payments: upcoming([['2025-08-19', 4400]]) })
  const again = { ...aSchedule({ custom_reference: 'TWICE-TOO' }), mandate: twice.mandate }
  const ends = aSchedule({
    custom_reference: 'ENDS',
    end_date: '2025-06-20',
    upcoming_payments: upcoming([['2025-06-20', 2532]]),
  })
  const odd = aSchedule({ custom_reference: 'ODD', upcoming_payments: 'not json' })
  await sandbox.plant(withPayers(closeBy, twice, ends, odd))
  await sandbox.plant({ schedules: [{ ...again, upcoming_payments: upcoming([['2025-08-19', 4400]]) }] })
  await signIn('lead')
  await untilListed(page, '2025-07-21', 1)
  const follow = async (tab: string, words: string, id: string) => {
    await expect(async () => {
      await page.goto(`/watch?tab=${tab}`)
      await expect(page.getByRole('link', { name: `${words}, ${id}` })).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 45_000 })
    await page.getByRole('link', { name: `${words}, ${id}` }).press('Enter')
  }
  const editor = new Editor(page)
  await follow('double', 'Fix payments', closeBy.id)
  await expect(page.getByText('The watchlist proposes: move payment on 21 July to Tuesday 1 July 2025.')).toBeVisible()
  await expect(editor.bar).toContainText('1 change')
  await page.reload()
  await expect(editor.bar.or(page.getByText(/unsaved draft/))).not.toHaveCount(0)
  await expect(page.getByText('The watchlist proposes'), 'proposed once').toHaveCount(0)
  await follow('double', 'Fix payments', twice.id)
  await expect(page.getByText('The watchlist proposes: skip payment on 19 August.')).toBeVisible()
  await follow('ending', 'Edit schedule', ends.id)
  await expect(page.getByRole('textbox', { name: /End date/ })).toBeVisible()
  await follow('data', 'Show details', odd.id)
  await expect(page.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true')
  for (const { id } of [closeBy, twice]) expect(await sandbox.writesTo(id)).toEqual([])

  await context.clearCookies()
  await signIn('finance')
  await follow('double', 'Open schedule', closeBy.id)
  await expect(page.getByRole('tab', { name: 'Payments' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('The watchlist proposes')).toHaveCount(0)
})

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
