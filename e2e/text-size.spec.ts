// Text at twice its size on a telephone: everything is still there, and only tables scroll sideways, in their own frames.
import type { Page } from '@playwright/test'
import { AUGUST, Editor, JULY, listWith } from './editor'
import { expect, test } from './fixtures'
import { aPayer, aPlan, aSchedule, upcoming } from './records'

/** Sets text to twice its size on a page as wide as a telephone, measures, and sets both back. */
async function expectToFitTwiceTheText(page: Page, what: string) {
  const size = page.viewportSize()
  if (!size) throw new Error('a page without a window')
  const text = (size: string) =>
    page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize
    }, size)
  await page.setViewportSize({ width: 390, height: 844 })
  await text('200%')
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `the width of ${what}`)
    .toBeLessThanOrEqual(390)
  await text('')
  await page.setViewportSize(size)
}

test('text at 200 % on a telephone: what came of a change makes no page scroll sideways', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409, 504)
  const editor = new Editor(agent)
  const schedule = aSchedule()
  const elsewhere = (pence: number) => ({ ...schedule, upcoming_payments: upcoming(listWith({ '2025-08-19': pence })) })
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  const fault = (name: string) =>
    sandbox.faults([{ match: { method: 'PUT', id: schedule.id }, fault: name, times: 1, params: { pence: 5 } }])
  await fault('stored-differently')
  await editor.open(schedule)
  await editor.type(editor.amount(JULY), '40')
  await editor.confirm()
  await expect(editor.heading(/^Saved\. SmarterPay changed/)).toBeVisible()
  await expectToFitTwiceTheText(agent, 'the differences')
  await agent.getByRole('button', { name: 'Accept' }).click()
  await editor.type(editor.amount(AUGUST), '33')
  await sandbox.plant({ schedules: [elsewhere(1111)] })
  await editor.confirm()
  await expect(editor.heading(/^This schedule changed/)).toBeVisible()
  await expectToFitTwiceTheText(agent, 'the conflict')
  await agent.getByRole('button', { name: 'Take theirs, drop my changes' }).click()
  await fault('silence')
  await editor.type(editor.amount(JULY), '33')
  await editor.confirm()
  await expect(editor.heading(/has not confirmed/)).toBeVisible({ timeout: 20_000 })
  await expectToFitTwiceTheText(agent, 'what is not confirmed')
  await sandbox.plant({ schedules: [elsewhere(2222)] })
  await expect(editor.heading(/^SmarterPay holds neither/)).toBeVisible({ timeout: 20_000 })
  await expectToFitTwiceTheText(agent, 'what needs attention')
})

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

test('text at 200 % on a telephone: the overview of a schedule, running or ended, makes no page scroll sideways', async ({
  agent,
  sandbox,
}) => {
  const running = aSchedule()
  const [sibling, ended] = [
    aSchedule({ mandate: running.mandate }),
    aSchedule({ status: 'inactive', upcoming_payments: '[]' }),
  ]
  await sandbox.plant({ schedules: [running, sibling, ended], ...aPayer(running) })
  await sandbox.plant(aPayer(ended))
  await agent.goto(`/schedules/${running.id}`)
  await expect(agent.getByRole('table', { name: 'Payments taken' })).toBeVisible()
  await expect(agent.getByRole('table', { name: 'Other schedules for this payer' })).toBeVisible()
  await expectToFitTwiceTheText(agent, 'the overview')
  await agent.goto(`/schedules/${ended.id}`)
  await expect(agent.getByRole('link', { name: 'Recreate as a new schedule' })).toBeVisible()
  await expectToFitTwiceTheText(agent, 'the overview of an ended schedule')
})
