// The List editor of upcoming payments and its review, as a person works them: by role and name alone.
import type { BrowserContext, Page } from '@playwright/test'
import { expect, patient, type Role, signInByRequest } from './fixtures'
import type { House } from './house'
import { ON_THE_19TH, type Row, upcoming } from './records'
import type { Wire } from './sandbox'
import type { Watch } from './watch'

export const JUNE = 'Thursday 19 June 2025'
export const JULY = 'Monday 21 July 2025'
export const AUGUST = 'Tuesday 19 August 2025'

/** The standing list with some days changed: another amount, another day, or none. */
export const listWith = (changes: Record<string, Row | number>): Row[] =>
  ON_THE_19TH.map(([date, pence]): Row => {
    const change = changes[date]
    return change === undefined ? [date, pence] : typeof change === 'number' ? [date, change] : change
  })

/** What SmarterPay must get for a list, to the letter. */
export const bodyOf = (rows: Row[]) => JSON.stringify({ recurrence_schedule: { upcoming_payments: upcoming(rows) } })

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/

export class Editor {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the list of a schedule and waits until it can be typed in. */
  async open({ id }: Wire): Promise<this> {
    await this.page.goto(`/schedules/${id}?tab=payments&show=list`)
    await expect(this.bar).toBeVisible()
    await expect(this.page.getByRole('textbox', { name: /^Amount in pounds/ }).last()).toBeEditable()
    return this
  }

  get bar() {
    return this.page.getByRole('region', { name: 'Draft' })
  }

  get review() {
    return this.page.getByRole('dialog', { name: 'Review changes' })
  }

  get agreed() {
    return this.review.getByRole('checkbox', { name: 'I read this to the customer and they agreed' })
  }

  /** Looks in a window as high as the page, where no bar that stays in sight covers anything: axe measures what is left of a half-covered button. */
  async inFull(look: (page: Page) => Promise<void>): Promise<void> {
    const size = this.page.viewportSize()
    if (!size) throw new Error('a page without a window')
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight)
    await this.page.setViewportSize({ ...size, height: height + 100 })
    await look(this.page)
    await this.page.setViewportSize(size)
  }

  amount(day: string) {
    return this.page.getByRole('textbox', { name: `Amount in pounds, ${day}` })
  }

  date(day: string) {
    return this.page.getByRole('textbox', { name: `Payment date, ${day}` })
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { name })
  }

  async type(field: ReturnType<Editor['amount']>, text: string): Promise<void> {
    await field.fill(text)
    await field.press('Enter')
  }

  async skip(day: string): Promise<void> {
    await this.page.getByRole('button', { name: `Skip payment on ${day}` }).click()
  }

  async openReview(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review and save' }).click()
    await expect(this.review).toBeVisible()
  }

  async because(reason = 'Customer asked'): Promise<void> {
    await this.review.getByRole('combobox', { name: 'Reason for change' }).selectOption(reason)
  }

  save() {
    return this.review.getByRole('button', { name: /^Save \d+ change/ })
  }

  /** Review, reason, save. */
  async confirm(): Promise<void> {
    await this.openReview()
    await this.because()
    await this.save().click()
  }
}

/** Somebody else at a browser of their own, watched like the first. */
export async function another(context: BrowserContext, house: House, watch: Watch, role: Role): Promise<Page> {
  const browser = context.browser()
  if (!browser) throw new Error('no browser to open another window of')
  const own = await browser.newContext({ baseURL: house.url, locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  await watch.over(own, house.url)
  await signInByRequest(own, house.url, role)
  return patient(await own.newPage())
}

/** A team lead's change of the same schedule, made and saved at a browser of their own. */
export async function savedElsewhere(
  { context, house, watch }: { context: BrowserContext; house: House; watch: Watch },
  schedule: Wire,
  change: (theirs: Editor) => Promise<void>,
): Promise<void> {
  const theirs = await new Editor(await another(context, house, watch, 'lead')).open(schedule)
  await change(theirs)
  await theirs.confirm()
  await expect(theirs.heading(/^Saved/)).toBeVisible()
  await theirs.page.context().close()
}
