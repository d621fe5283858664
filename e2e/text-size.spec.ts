// Text at twice its size on a telephone: everything is still there, and only tables scroll sideways, in their own frames.
import { expect, test } from './fixtures'
import { aPayer, aPlan, aSchedule } from './records'

for (const [kind, record] of [
  ['an ongoing schedule', aSchedule],
  ['a plan', aPlan],
] as const)
  test(`text at 200 % on a telephone: no view of the payments of ${kind} makes the page scroll sideways`, async ({
    agent,
    sandbox,
  }) => {
    await agent.setViewportSize({ width: 390, height: 844 })
    const schedule = record()
    await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
    for (const view of ['calendar', 'list', 'year']) {
      await agent.goto(`/schedules/${schedule.id}?tab=payments&show=${view}`)
      await expect(agent.getByRole('region', { name: 'Draft' })).toBeVisible()
      await agent.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      await expect
        .poll(() => agent.evaluate(() => document.documentElement.scrollWidth), `the width of ${view}`)
        .toBeLessThanOrEqual(390)
    }
  })
