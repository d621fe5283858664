import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, patient, signInByRequest, test } from './fixtures'
import { aPlan, aSchedule } from './records'

const table = (page: Page) => page.getByRole('table', { name: 'Activity' })

type Payment = { date: string; amount: number }

/** Changes payments as a page does, without its clicks; a status of 200 is expected. */
async function change(
  page: Page,
  url: string,
  id: string,
  to: (payments: Payment[]) => Payment[],
  reason = 'customer-asked',
) {
  const { schedule, basis } = await (await page.request.get(`${url}/api/schedules/${id}`)).json()
  const answer = await page.request.put(`${url}/api/schedules/${id}/upcoming`, {
    headers: { origin: url, 'idempotency-key': randomUUID() },
    data: { basis, payments: to(schedule.upcoming), reason, note: 'Paid on the 27th', agreed: true },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}
const moveThird = (payments: Payment[]) =>
  payments.map((row) => (row.date === '2025-08-19' ? { ...row, date: '2025-08-27' } : row))

test('a change stands in the log in plain words, opens to its rows, and a link leads to it', async ({
  agent,
  house,
  sandbox,
}) => {
  const one = aSchedule()
  await sandbox.plant({ schedules: [one] })
  await change(agent, house.url, one.id, moveThird)
  await agent.goto('/schedules')
  await agent.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(agent.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
  const entry = table(agent).getByRole('button', { name: new RegExp(`^Agent moved 1 payment on ${one.id}, `) })
  await expect(entry).toHaveCount(1)
  await entry.click()
  const rows = agent.getByRole('table', { name: 'Changes' })
  await expect(rows).toContainText('Tue 19 Aug 2025')
  await expect(rows).toContainText('Wed 27 Aug 2025, £25.32')
  await expect(table(agent)).toContainText('Paid on the 27th')
  await expect(table(agent)).toContainText('Confirmed by SmarterPay')
  await expectAccessible(agent)

  const seq = await agent.locator('dt', { hasText: 'Entry' }).locator('+ dd').textContent()
  await agent.goto(`/activity?entry=${seq}`)
  await expect(agent.getByRole('table', { name: 'Changes' })).toContainText('Wed 27 Aug 2025, £25.32')
  await agent.getByRole('button', { name: 'Show all activity' }).click()
  await expect(agent).toHaveURL(/\/activity$/)
})

test('filters answer at once, stand in the address, and are one step of Back', async ({
  page,
  signIn,
  house,
  sandbox,
}) => {
  await signIn('lead')
  const one = aSchedule()
  await sandbox.plant({ schedules: [one] })
  await change(page, house.url, one.id, moveThird, 'bank-holiday')
  await page.goto(`/activity?schedule=${one.id}`)
  const entries = table(page).getByRole('button', { name: new RegExp(one.id) })
  await expect(entries).toHaveCount(1)
  await page.getByRole('button', { name: 'Reason', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Customer asked' }).check()
  await expect(page.getByText('No activity matches these filters.')).toBeVisible()
  await expect(page).toHaveURL(/reason=customer-asked/)
  await page.keyboard.press('Escape')
  await page.goBack()
  await expect(entries).toHaveCount(1)
  await page.getByRole('button', { name: 'Source', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Person' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove filter Source: Person' }).click()
  await expect(entries).toHaveCount(1)
})

test('earlier payments come back as a draft in the list editor, and nothing is saved by it', async ({
  agent,
  house,
  sandbox,
  upstream,
}) => {
  const one = aSchedule()
  await sandbox.plant({ schedules: [one] })
  await change(agent, house.url, one.id, moveThird)
  const asked = await upstream()
  await agent.goto(`/schedules/${one.id}?tab=activity`)
  await table(agent)
    .getByRole('button', { name: /^Agent moved 1 payment/ })
    .click()
  await agent.getByRole('button', { name: 'Restore these payments' }).click()
  await expect(agent).toHaveURL(/tab=payments&show=list/)
  await expect(agent.getByRole('textbox', { name: 'Payment date, Wednesday 27 August 2025' })).toHaveValue('19/08/2025')
  await expect(agent.getByText(/as they stood before the change of/)).toBeVisible()
  await expect(agent.getByText('1 change', { exact: true })).toBeVisible()
  expect((await asked(one.id)).filter((line) => !line.startsWith('GET'))).toEqual([])
})

test('earlier payments of a plan whose total has changed since come back with the difference spread, to the penny', async ({
  agent,
  house,
  sandbox,
}) => {
  const plan = aPlan()
  await sandbox.plant({ schedules: [plan] })
  await change(agent, house.url, plan.id, (rows) =>
    rows.map((row, at) => ({ ...row, amount: row.amount + ([12_500, 0, 0, 0, -12_500][at] ?? 0) })),
  )
  const { basis } = await (await agent.request.get(`${house.url}/api/schedules/${plan.id}`)).json()
  const amended = await agent.request.patch(`${house.url}/api/schedules/${plan.id}`, {
    headers: { origin: house.url, 'idempotency-key': randomUUID() },
    data: { basis, terms: { amount: 390_003 }, reason: 'customer-asked', note: 'One part returned', agreed: true },
  })
  expect(amended.status(), await amended.text()).toBe(200)

  await agent.goto(`/schedules/${plan.id}?tab=activity`)
  await table(agent)
    .getByRole('button', { name: /^Agent edited 2 payments/ })
    .click()
  await agent.getByRole('button', { name: 'Restore these payments' }).click()
  await expect(agent.getByText('£99.97 less was spread over them, so that the plan keeps its total.')).toBeVisible()
  const amounts = agent.getByRole('textbox', { name: /^Amount in pounds/ })
  await expect(amounts).toHaveCount(5)
  const pence = await amounts.evaluateAll((boxes) =>
    boxes.map((box) => Math.round(Number((box as HTMLInputElement).value.replace(',', '')) * 100)),
  )
  expect(pence.reduce((sum, each) => sum + each, 0)).toBe(240_003)
  expect(Math.max(...pence) - Math.min(...pence), 'odd pennies go one each').toBe(1)
  await expect(agent.getByRole('region', { name: 'Plan balance' })).toContainText('Left to place £0.00')
})

test('what leaves as a file is what the filters hold, and is itself on record', async ({
  page,
  signIn,
  house,
  sandbox,
}) => {
  await signIn('lead')
  const one = aSchedule()
  await sandbox.plant({ schedules: [one] })
  await change(page, house.url, one.id, moveThird)
  await page.goto(`/activity?schedule=${one.id}`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toBe('activity-2025-06-05.csv')
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(3)
  await page.goto('/activity?action=export')
  await expect(
    table(page)
      .getByRole('button', { name: /^Team lead exported 2 rows of activity/ })
      .first(),
  ).toBeVisible()
})

test('each role finds its activity, and only who may takes it away or puts it back', async ({
  page,
  house,
  context,
}) => {
  for (const [role, exports] of [
    ['agent', 1],
    ['finance', 1],
    ['lead', 1],
    ['admin', 0],
  ] as const) {
    await context.clearCookies()
    await signInByRequest(context, house.url, role)
    await page.goto('/activity')
    await expect(
      table(page)
        .getByRole('button', { name: /signed in/ })
        .first(),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toHaveCount(exports)
    await expect(page.getByRole('button', { name: 'Person', exact: true })).toHaveCount(role === 'agent' ? 0 : 1)
  }
})

test('fits narrow screens', async ({ agent }) => {
  await agent.setViewportSize({ width: 390, height: 844 })
  await agent.goto('/activity')
  await expect(table(agent)).toBeVisible()
  await expectNoSidewaysScroll(agent)
  await expectAccessible(agent)
})

test('two minutes before the end the person is asked, and Escape stays', async ({ agent }) => {
  let ends = Date.now() + 90_000
  await agent.route('**/api/auth/session', (route) =>
    route.fulfill({ json: { user: { name: 'Agent' }, expires: new Date(ends).toISOString() } }),
  )
  await agent.clock.install()
  await agent.goto('/schedules')
  ends = Date.now() + 28.5 * 60_000 + 90_000
  await agent.clock.fastForward('28:30')
  const dialog = agent.getByRole('dialog', { name: 'You will be signed out in 2 minutes' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Stay signed in' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Sign out' })).toBeVisible()
  ends += 30 * 60_000
  await agent.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('signing out in one tab takes the others along', async ({ agent, context }) => {
  await agent.goto('/schedules')
  const other = patient(await context.newPage())
  await other.goto('/activity')
  await expect(table(other)).toBeVisible()
  await agent.getByRole('button', { name: /^Account menu/ }).click()
  await agent.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(agent).toHaveURL(/\/sign-in/)
  await expect(other).toHaveURL(/\/sign-in/)
})
