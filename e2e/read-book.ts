// A book that is read again all the time, one for all tests of a file: each keeps to months of its own, for opening a house takes
// longer than any of them.
import type { Locator, Page } from '@playwright/test'
import { test as base, expect } from './fixtures'
import { type House, openHouse } from './house'
import { aSchedule, upcoming } from './records'

/** Tests over such a book. Each file calls it for one of its own: what another plants is none of its business. */
export const overReadBook = () =>
  base.extend<object, { shared: House }>({
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

/** Presses Tab until the control has focus. */
export async function tabTo(page: Page, target: Locator, steps = 60): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Waits until the copy lists so many payments on a day. */
export const untilListed = (page: Page, day: string, count: number) =>
  expect
    .poll(
      async () => {
        const answer = await page.request.get(`/api/collections/payments?from=${day}&to=${day}`)
        return ((await answer.json()) as { rows: unknown[] }).rows.length
      },
      { timeout: 60_000 },
    )
    .toBe(count)

/** On the 28th of each month. */
export const onThe28th = (reference: string, pence: number, changes = {}) =>
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
