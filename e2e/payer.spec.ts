import { expect, test } from './fixtures'
import { aPayer, aSchedule } from './records'
import type { Planted } from './sandbox'

const idOf = (records: Planted, kind: 'customers' | 'bank_accounts') => String(records[kind]?.[0]?.id)

test('the schedule’s page tells who pays, from a masked account, and what was taken', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  const other = aSchedule({ mandate: schedule.mandate })
  await sandbox.plant({ schedules: [schedule, other], ...aPayer(schedule) })
  const heard: string[] = []
  agent.on('response', async (answer) => {
    if (answer.url().includes('/api/')) heard.push(await answer.text().catch(() => ''))
  })
  await agent.goto(`/schedules/${schedule.id}`)
  const main = agent.getByRole('main')
  await expect(main).toContainText('Wilhelmina Ashgrove')
  await expect(main).toContainText('**-**-56')
  await expect(main).toContainText('****9911')
  await expect(main).toContainText('Ongoing collection')
  await expect(main.getByRole('row', { name: /19 May 2025/ })).toContainText('Failed')
  await expect(main.getByRole('row', { name: /22 Apr 2025/ })).toContainText('Paid')
  await expect(main.getByRole('link', { name: String(other.custom_reference) })).toBeVisible()
  await expect.poll(() => heard.length).toBeGreaterThan(3)
  const all = `${heard.join('\n')}${await agent.content()}`
  expect(all).not.toMatch(/55779911|200856|20-08-56/)
})

test.describe('when a look-up fails', () => {
  // Their failures would open the breaker for others.
  test.use({ own: {} })

  test('its panel says so, the others and the schedule stand, and it can be asked again', async ({
    agent,
    sandbox,
    watch,
  }) => {
    watch.allowStatus(502, 503)
    const schedule = aSchedule()
    const payer = aPayer(schedule)
    await sandbox.plant({ schedules: [schedule], ...payer })
    await sandbox.faults([
      { match: { path: 'bankaccount', id: idOf(payer, 'bank_accounts') }, fault: 'gateway-html' },
      { match: { path: 'payments', query: { recurrence_schedule_id: schedule.id } }, fault: '500' },
    ])
    await agent.goto(`/schedules/${schedule.id}`)
    const main = agent.getByRole('main')
    await expect(main).toContainText('Wilhelmina Ashgrove')
    await expect(main.getByRole('heading', { level: 1 })).toContainText(schedule.id)
    const account = main.getByRole('region', { name: 'Bank account' })
    const taken = main.getByRole('region', { name: 'Payments taken' })
    await expect(account).toContainText('Not available', { timeout: 20_000 })
    await expect(taken).toContainText('Not available', { timeout: 20_000 })
    await expect(main.getByRole('region', { name: 'Mandate' })).toContainText('Ongoing collection')
    await expect(main).not.toContainText('****9911')
    await sandbox.clearFaults()
    await expect(async () => {
      // So many failures may have opened the breaker, which lets one question through every five seconds.
      const again = account.getByRole('button', { name: 'Try again' })
      if (await again.isVisible()) await again.click()
      await expect(account).toContainText('****9911', { timeout: 4_000 })
    }).toPass({ timeout: 40_000 })
  })
})
