// The form of a schedule's rule, as a person fills it in and confirms it, and what reached SmarterPay's side.
import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { ON_THE_19TH, type Row } from './records'
import type { Sandbox } from './sandbox'

type Logged = { method: string; path: string; body: string; idempotencyKey: string | null }

/** The bodies of the writes about one schedule, with their keys. */
export async function writesTo(sandbox: Sandbox, id: string) {
  const entries = (await sandbox.asked()) as unknown as Logged[]
  return entries
    .filter(({ method, path }) => method !== 'GET' && path.endsWith(id))
    .map(({ method, body, idempotencyKey }) => ({
      method,
      key: idempotencyKey,
      sent: JSON.parse(body).recurrence_schedule,
    }))
}

export const preview = (page: Page) => page.getByRole('region', { name: 'Preview' })
export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Review changes' })

/** Opens the form; `query` fills parts of it in. */
export async function open(page: Page, id: string, query = '') {
  await page.goto(`/schedules/${id}/edit${query}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Edit schedule' })).toBeVisible()
  await expect(page.getByLabel(/^(Amount each time|Plan total)/)).toBeVisible()
}

/** Reviews and saves that many changes. */
export async function confirm(page: Page, changes: number, { agree = true } = {}) {
  await page.getByRole('button', { name: 'Review changes' }).click()
  await dialog(page).getByRole('combobox', { name: 'Reason for change' }).selectOption('customer-asked')
  if (agree) await dialog(page).getByRole('checkbox', { name: 'I read this to the customer and they agreed' }).check()
  await dialog(page)
    .getByRole('button', { name: `Save ${changes} ${changes === 1 ? 'change' : 'changes'}` })
    .click()
}

/** A list on the 19th whose third payment is skipped. */
export const withSkip = ON_THE_19TH.map(([date, amount], n): Row => [date, n === 2 ? 0 : amount])
