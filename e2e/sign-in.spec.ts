import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../scripts/demo-people.mjs'
import { emailOf, expect, expectAccessible, test } from './fixtures'
import { aSchedule, withPayers } from './records'

async function signInByHand(page: Page, password = DEMO_PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(emailOf('agent'))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a stranger who follows a link signs in and lands where the link led', async ({ page, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await page.goto(`/schedules/${schedule.id}?tab=payments&month=2025-07`)
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
  await expectAccessible(page)
  await signInByHand(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(schedule.id)
  expect(new URL(page.url()).search).toBe('?tab=payments&month=2025-07')
})

test('a wrong password is told as such, keeps the e-mail address, and gives nothing away', async ({ page, watch }) => {
  watch.allowStatus(401)
  await page.goto('/sign-in')
  await signInByHand(page, 'not the password')
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toBeVisible()
  const known = await alert.textContent()
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(emailOf('agent'))
  await expectAccessible(page)
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill('nobody@quarterday.test')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(alert).toHaveText(known ?? '')
  expect((await page.request.get('/api/me')).status()).toBe(401)
})

const ELSEWHERE = [
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
]
test('a return path to elsewhere is not followed', async ({ page, context, house }) => {
  for (const address of ELSEWHERE) {
    await context.clearCookies()
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(address)}`)
    await signInByHand(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Today' }), address).toBeVisible()
    expect(new URL(page.url()).origin, address).toBe(house.url)
  }
})

test('signing out ends it at once: nothing is answered any more, and Back shows nothing', async ({ agent }) => {
  await agent.goto('/schedules')
  await expect(agent.getByRole('table', { name: 'Schedules' })).toBeVisible()
  await agent.getByRole('button', { name: 'Account menu' }).click()
  await agent.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(agent.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  expect((await agent.request.get('/api/me')).status()).toBe(401)
  await agent.goBack()
  await expect(agent.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(agent.getByRole('table', { name: 'Schedules' })).toBeHidden()
})

test('a cookie kept from before signing out opens nothing', async ({ agent, context, house }) => {
  const kept = await context.cookies()
  await agent.goto('/schedules')
  await agent.getByRole('button', { name: 'Account menu' }).click()
  await agent.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(agent.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await context.addCookies(kept.map(({ name, value }) => ({ name, value, url: house.url })))
  expect((await agent.request.get('/api/schedules')).status()).toBe(401)
  await agent.goto('/schedules')
  await expect(agent).toHaveURL(/\/sign-in/)
})

test('whose session ended elsewhere is told so at the next step, and comes back to the same place', async ({
  agent,
  context,
  watch,
}) => {
  watch.allowStatus(401)
  await agent.goto('/schedules?status=active')
  await expect(agent.getByRole('table', { name: 'Schedules' })).toBeVisible()
  await context.clearCookies()
  await agent.getByRole('button', { name: 'Refresh the list' }).click()
  await expect(
    agent
      .getByText('You were signed out.')
      .or(agent.getByRole('button', { name: 'Sign in' }))
      .first(),
  ).toBeVisible()
  await agent.goto('/schedules?status=active')
  await signInByHand(agent)
  await expect(agent.getByRole('table', { name: 'Schedules' })).toBeVisible()
  expect(new URL(agent.url()).search).toBe('?status=active')
})
