// Upcoming collections on paper.
import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { onThe28th, overReadBook, untilListed } from './read-book'
import { withPayers } from './records'

const test = overReadBook()
test.describe.configure({ mode: 'default' })

/** Width and height of each sheet that the page takes on paper, in points. */
async function sheetsOf(page: Page): Promise<[number, number][]> {
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...printed.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
}

test('collections lie across the paper from the first sheet on, and nothing covers them', async ({ page, signIn }) => {
  await signIn('finance')
  await page.goto('/collections')
  await expect(page.getByText(/^Data as at/)).toBeVisible()
  const sheets = await sheetsOf(page)
  expect(sheets.length).toBeGreaterThan(0)
  expect(sheets.filter(([width, height]) => width <= height)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the heat map of a year begins under its figures, whole months beside one another, on three sheets', async ({
  page,
  signIn,
  sandbox,
}) => {
  const schedule = onThe28th('ON-PAPER', 2532)
  await sandbox.plant(withPayers(schedule))
  await signIn('finance')
  await untilListed(page, '2025-07-28', 1)
  await page.goto('/collections?from=2025-07-01&to=2026-06-30&section=heat-map')
  const month = (name: string) => page.getByRole('table', { name })
  await expect(month('June 2026')).toBeVisible()
  const sheets = await sheetsOf(page)
  expect(sheets.filter(([width, height]) => width <= height)).toEqual([])
  expect(sheets).toHaveLength(3)

  const [width = 0, height = 0] = sheets[0] ?? []
  await page.emulateMedia({ media: 'print' })
  // The sheet without its margins of 14 and 16 mm, in the pixels of a page.
  const [inner, outer] = [(width / 72) * 96 - (28 / 25.4) * 96, (height / 72) * 96 - (32 / 25.4) * 96]
  await page.setViewportSize({ width: Math.floor(inner), height: Math.floor(outer) })
  const place = async (name: string) => {
    const box = await month(name).boundingBox()
    if (!box) throw new Error(`${name} has no place`)
    return box
  }
  const [july, august, september, october] = await Promise.all(
    ['July 2025', 'August 2025', 'September 2025', 'October 2025'].map(place),
  )
  if (!july || !august || !september || !october) throw new Error('a month has no place')
  expect(july.x + july.width).toBeLessThan(august.x)
  expect(august.x + august.width).toBeLessThan(september.x)
  expect(september.x + september.width, 'within the sheet').toBeLessThanOrEqual(inner + 1)
  expect(september.y, 'three in a row').toBe(july.y)
  expect(october.y).toBeGreaterThan(july.y + july.height)
  expect(july.y + july.height, 'the first row stands on the first sheet').toBeLessThan(outer)
  const day = month('July 2025').getByRole('link', { name: /^Monday 28 July 2025, 1 payment, £25\.32/ })
  await expect(day).toContainText('£25')
  const strength = await day.locator('..').evaluate((cell) => getComputedStyle(cell).backgroundColor)
  const empty = await month('July 2025')
    .getByRole('cell', { name: /^Tuesday 29 July 2025/ })
    .evaluate((cell) => getComputedStyle(cell).backgroundColor)
  expect(strength, 'a day that takes money is not as one that takes none').not.toBe(empty)
})
