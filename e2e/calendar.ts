// The calendar of the payment editor, as a person works it: days and payments by their names, messages by their region.
import type { Locator, Page } from '@playwright/test'
import { Editor } from './editor'
import { expect } from './fixtures'
import type { Wire } from './sandbox'

/** The payment of July 2025, and what opens from it. */
export const JULY_CHIP = /^£25\.32 on Monday 21 July 2025, scheduled/
export const JULY_PANEL = 'Payment on Monday 21 July 2025'

export class Calendar extends Editor {
  /** Opens a month of a schedule and waits until its keys are heard. */
  async openMonth({ id }: Wire, month = '2025-06', focus?: string): Promise<this> {
    await this.page.goto(`/schedules/${id}?tab=payments&show=calendar&month=${month}${focus ? `&focus=${focus}` : ''}`)
    await this.alive()
    return this
  }

  async alive(): Promise<void> {
    await expect(this.bar).toBeVisible()
    await expect(this.page.getByRole('grid').first()).not.toHaveAttribute('aria-busy', 'true')
  }

  day(name: string | RegExp): Locator {
    return this.page.getByRole('gridcell', { name })
  }

  /** The day that has the focus. */
  get focused(): Locator {
    return this.page.locator('[role=gridcell]:focus')
  }

  get said(): Locator {
    return this.page.getByRole('status', { name: 'Calendar messages' })
  }

  chip(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  popover(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  view(name: 'Calendar' | 'List' | 'Year'): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }
}

export async function onCalendar(page: Page, schedule: Wire, month?: string): Promise<Calendar> {
  return new Calendar(page).openMonth(schedule, month)
}
