import { expect, test } from './fixtures'
import { aMandate, create, step, toLastStep, writes } from './new-schedule-steps'

test.use({ own: { dashboard: { RECONCILE_WINDOW_MS: '3000', SMARTERPAY_WRITE_TIMEOUT_MS: '400' } } })

test('what was made is found again, also by a page that was loaded anew meanwhile', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(404)
  watch.allowLostConnections()
  const { auddis } = await aMandate(sandbox)
  await toLastStep(agent, auddis)
  await sandbox.faults([{ match: { method: 'POST' }, fault: 'applied-silence', times: 1 }])
  // The dashboard does its work, and this page never hears of it.
  await agent.route('**/api/schedules', (route) =>
    route.request().method() === 'POST' ? void route.fetch() : route.fallback(),
  )
  await create(agent).click()
  await expect(agent.getByRole('button', { name: 'Creating…' })).toBeVisible()
  await expect.poll(async () => (await writes(sandbox, auddis)).length).toBe(1)
  await agent.reload()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible({ timeout: 30_000 })
  expect(await writes(sandbox, auddis)).toHaveLength(1)
})

test('what was not made is said so, and a second try makes it once', async ({ agent, sandbox, watch }) => {
  watch.allowStatus(504)
  const { auddis } = await aMandate(sandbox)
  await toLastStep(agent, auddis)
  await sandbox.faults([{ match: { method: 'POST' }, fault: '500', times: 1, params: { applied: false } }])
  await create(agent).click()
  await expect(agent.getByText('do not send it again.')).toBeVisible()
  await expect(agent.getByRole('heading', { name: 'Not created. SmarterPay did not take it.' })).toBeVisible({
    timeout: 30_000,
  })
  await agent.getByRole('button', { name: 'Try again' }).click()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
})

test('SmarterPay’s refusal stands in its own words, and the form is as it was', async ({ agent, watch }) => {
  watch.allowStatus(422)
  await toLastStep(agent, 'NOBODY AT ALL')
  await create(agent).click()
  await expect(agent.getByText('auddis is not the reference of a mandate')).toBeVisible()
  await agent.getByRole('button', { name: 'Back to editing' }).click()
  await expect(step(agent, 'Check and create')).toBeVisible()
})
