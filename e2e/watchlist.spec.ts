// What needs a hand: from the warning to the place of its fix, and to the mended schedule.
import { Editor } from './editor'
import { expect, expectAccessible } from './fixtures'
import { overReadBook, untilListed } from './read-book'
import { aPlan, aSchedule, upcoming, withPayers } from './records'

const test = overReadBook()
test.describe.configure({ mode: 'default' })

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
  const plan = aPlan({ custom_reference: 'PLAN-TWICE' })
  const beside = aSchedule({ mandate: plan.mandate, upcoming_payments: upcoming([['2025-08-18', 50_000]]) })
  const onItsWay = { end_date: '2025-06-30', upcoming_payments: upcoming([['2025-06-06', 3300]]) }
  const late = aSchedule({ custom_reference: 'TOO-LATE', ...onItsWay })
  const lateToo = aSchedule({ ...onItsWay, mandate: late.mandate })
  const odd = aSchedule({ custom_reference: 'ODD', upcoming_payments: 'not json' })
  await sandbox.plant(withPayers(closeBy, twice, ends, odd, plan, late))
  await sandbox.plant({ schedules: [beside, lateToo] })
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
  await follow('double', 'Fix payments', plan.id)
  await expect(
    page.getByText(
      'The watchlist proposes: skip payment on 18 August and spread its £500.00 over the other instalments. Nothing is saved',
    ),
  ).toBeVisible()
  await expect(editor.bar).toContainText('5 changes')
  await follow('double', 'Fix payments', late.id)
  await expect(page.getByText('Too late to change: the payment of Friday 6 June 2025 is Locked.').first()).toBeVisible()
  await follow('ending', 'Edit schedule', ends.id)
  await expect(page.getByRole('textbox', { name: /End date/ })).toBeVisible()
  await follow('data', 'Show details', odd.id)
  await expect(page.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true')
  for (const { id } of [closeBy, twice, plan, late]) expect(await sandbox.writesTo(id)).toEqual([])

  await context.clearCookies()
  await signIn('finance')
  await follow('double', 'Open schedule', closeBy.id)
  await expect(page.getByRole('tab', { name: 'Payments' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('The watchlist proposes')).toHaveCount(0)
})
