// The payment calendar of a schedule, as a hand works it: days and payments by their dates, at the places where they are drawn.
import type { Locator, Page } from '@playwright/test'
import { Calendar } from './calendar'
import { bodyOf, Editor } from './editor'
import { expect } from './fixtures'
import type { Row } from './records'
import type { Sandbox, Wire } from './sandbox'

export type Point = { x: number; y: number }

/** The calendar of a schedule, as a hand works it: a mouse, or a finger. */
export class CalendarByHand extends Calendar {
  /** A day by its date, at the place where it is drawn. */
  dayOn(date: string): Locator {
    return this.page.locator(`[role="gridcell"][data-date="${date}"]`)
  }

  /** The payment of a day, where it is the only one. */
  payment(date: string): Locator {
    return this.page.locator(`[data-date="${date}"] [data-row]`)
  }

  get inHand(): Locator {
    return this.page.locator('[data-in-hand]')
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
export async function expectSaved(page: Page, sandbox: Sandbox, { id }: Wire, rows: Row[]): Promise<void> {
  const editor = new Editor(page)
  await editor.confirm()
  await expect(editor.heading(/^Saved\. SmarterPay confirmed all/)).toBeFocused()
  const writes = await sandbox.writesTo(String(id))
  expect(writes.map(({ method, body }) => [method, body])).toEqual([['PUT', bodyOf(rows)]])
}
