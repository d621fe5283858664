// The steps of making a schedule, for the tests of it. Days fit the day of house.ts.
import { randomInt } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'
import { aPayer, aSchedule } from './records'
import type { Sandbox } from './sandbox'

/** A mandate of the test's own, with its payer; answers its id and reference. */
export async function aMandate(sandbox: Sandbox): Promise<{ id: string; auddis: string }> {
  const schedule = aSchedule()
  const auddis = `NEW${randomInt(1e9)}`
  const payer = aPayer(schedule)
  await sandbox.plant({ ...payer, payments: [], mandates: (payer.mandates ?? []).map((one) => ({ ...one, auddis })) })
  return { id: schedule.mandate, auddis }
}

export const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })
export const next = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true })
export const create = (page: Page) => page.getByRole('button', { name: 'Create schedule' })
export const choose = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).check({ force: true })
export const forecast = (page: Page): Locator => page.getByRole('table', { name: 'Payments of the new schedule' })

type Sent = { method: string; path: string; body: string; idempotencyKey: string | null }
export const writes = async (sandbox: Sandbox, about: string) =>
  ((await sandbox.asked()) as unknown as Sent[]).filter(
    ({ method, body }) => method === 'POST' && body?.includes(about),
  )

/** Opens the form empty: what an earlier test of the same person left there is discarded. */
export async function openNew(page: Page): Promise<void> {
  await page.goto('/schedules/new')
  const discard = page.getByRole('button', { name: 'Discard', exact: true })
  await discard.or(step(page, 'Who and how')).first().waitFor()
  if (await discard.isVisible()) await discard.click()
}

/** Goes to the last step with a typed reference, £25.00 on the 15th from Tuesday 15 July. */
export async function toLastStep(page: Page, auddis: string): Promise<void> {
  await openNew(page)
  await page.getByRole('textbox', { name: 'AUDDIS reference' }).fill(auddis)
  await page.getByRole('textbox', { name: 'Description' }).fill('Membership')
  await next(page).click()
  await page.getByRole('textbox', { name: 'Amount each time in pounds' }).fill('25.00')
  await page.getByRole('combobox', { name: 'Collection day' }).selectOption('15')
  await page.getByRole('textbox', { name: 'Start date' }).fill('15/07/2025')
  await next(page).click()
  await expect(step(page, 'Check and create')).toBeVisible()
}

/** Makes a schedule as `toLastStep` leaves it, and goes there for another one like it. */
export async function toLastStepOnceMore(page: Page, auddis: string): Promise<void> {
  await toLastStep(page, auddis)
  await create(page).click()
  await expect(page.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
  await toLastStep(page, auddis)
}
