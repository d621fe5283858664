import { expect, test } from './fixtures'
import { aMandate, create, openNew, step, toLastStep, writes } from './new-schedule-steps'
import { aSchedule } from './records'

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

for (const said of ['saved', 'not saved'] as const)
  test(`where several look like it a person says that it was ${said}, and the next new schedule does not wait for it`, async ({
    page,
    signIn,
    sandbox,
    watch,
  }) => {
    watch.allowStatus(404, 409, 504)
    await signIn('lead')
    const { auddis, id: mandate } = await aMandate(sandbox)
    await toLastStep(page, auddis)
    await sandbox.faults([{ match: { method: 'POST' }, fault: '500', times: 1, params: { applied: false } }])
    await create(page).click()
    await expect.poll(async () => (await writes(sandbox, auddis)).length).toBe(1)
    const like = { auddis, mandate, amount: '2500', start_date: '2025-07-15', created_at: '2025-06-05T13:32:01Z' }
    await sandbox.plant({ schedules: [aSchedule(like), aSchedule(like)] })
    await expect(page.getByRole('heading', { name: 'It is not clear which schedule was made' })).toBeVisible({
      timeout: 20_000,
    })
    await page.getByRole('radio', { name: said === 'saved' ? /^It was saved/ : /^It was not saved/ }).check()
    await page.getByRole('textbox', { name: 'How do you know?' }).fill('Asked the payer')
    await page.getByRole('button', { name: 'Record what came of it' }).dblclick()
    if (said === 'saved') {
      await expect(page.getByRole('heading', { name: 'It is recorded that the schedule was created' })).toBeFocused()
      await openNew(page)
      await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('')
    } else {
      await page.getByRole('button', { name: 'Try again' }).click()
      const alike = page.getByRole('dialog')
      await expect(alike, 'what came meanwhile may be its work').toContainText('RS01')
      await page.keyboard.press('Escape')
    }
    expect(await writes(sandbox, auddis), 'nothing is sent by itself').toHaveLength(1)
  })
