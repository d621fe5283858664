// What came of a change when it is learned late, or from a person alone: SmarterPay saves it after it was called not saved,
// or holds neither what was nor what was asked for.
import { confirm, open, withSkip, writesTo } from './edit-form'
import { Editor, JULY, listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aPayer, aSchedule, upcoming } from './records'

test.use({ own: { dashboard: { RECONCILE_WINDOW_MS: '1200', SMARTERPAY_WRITE_TIMEOUT_MS: '400' } } })

test('a change that was called not saved and is found saved later is told on its schedule, and in Activity', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  await sandbox.faults([
    { match: { method: 'PUT', id: schedule.id }, fault: 'applied-late', times: 1, params: { ms: 5_000 } },
  ])
  const editor = new Editor(agent)
  await editor.open(schedule)
  await editor.type(editor.amount(JULY), '40')
  await editor.confirm()
  await expect(editor.heading('Not saved. SmarterPay did not take the change.')).toBeVisible({ timeout: 20_000 })
  expect(await sandbox.listOf(schedule.id), 'not yet').toEqual(listWith({}))

  const title = 'A change of payments that was called not saved was saved after all.'
  await expect
    .poll(
      async () => {
        await agent.goto(`/schedules/${schedule.id}`)
        await expect(agent.getByRole('heading', { level: 1 })).toContainText(schedule.id)
        return agent.getByText(title).isVisible()
      },
      { timeout: 60_000, intervals: [2_000] },
    )
    .toBe(true)
  await expect(agent.getByText('Check what the payer was told, and that it was not done a second time.')).toBeVisible()
  await expectAccessible(agent)
  await agent.getByRole('link', { name: 'Show in Activity' }).click()
  await expect(agent.getByRole('tab', { name: /^Activity/ })).toHaveAttribute('aria-selected', 'true')
  expect(await sandbox.writesTo(schedule.id), 'sent once').toHaveLength(1)
  expect(await sandbox.listOf(schedule.id)).toEqual(listWith({ '2025-07-21': 4000 }))
})

test('on the form of the rule a lead’s "It was saved" leads to what is true now; what is put back waits for a press', async ({
  page,
  signIn,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  await signIn('lead')
  const schedule = aSchedule({ upcoming_payments: upcoming(withSkip) })
  await sandbox.plant({ schedules: [schedule] })
  await sandbox.faults([{ match: { method: 'PUT', id: schedule.id }, fault: 'silence', times: 1 }])
  await open(page, schedule.id)
  await page.getByLabel('Amount each time (in pounds)').fill('22.50')
  await confirm(page, 2)
  await expect.poll(async () => (await writesTo(sandbox, schedule.id)).length).toBe(1)
  // Somebody changes the amount elsewhere while it is looked after.
  const held = withSkip.map(([date]): [string, number] => [date, 2300])
  await sandbox.changeElsewhere(schedule, { amount: '2300', upcoming_payments: upcoming(held) })
  await expect(page.getByRole('heading', { name: /^SmarterPay holds neither/ })).toBeFocused({ timeout: 20_000 })
  await expectAccessible(page)
  await page.getByRole('radio', { name: /^It was saved/ }).check()
  await page.getByRole('textbox', { name: 'How do you know?' }).fill('SmarterPay’s support saw it')
  await page.getByRole('button', { name: 'Record what came of it' }).click()

  await expect(page.getByRole('heading', { name: 'Rule saved. Your 1 payment is not yet back.' })).toBeVisible()
  await expect(page.getByText('Amount: expected £22.50, now £23.00'), 'what is true now').toBeVisible()
  await expect(page.getByText('They wait for you, because SmarterPay never confirmed the rule.')).toBeVisible()
  expect(await writesTo(sandbox, schedule.id), 'nothing is sent by itself').toHaveLength(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Put them back' }).click()
  await expect(page.getByRole('heading', { name: /^Saved/ })).toBeVisible()
  const skipped = held.map(([date, pence], n): [string, number] => [date, n === 2 ? 0 : pence])
  expect(await sandbox.listOf(schedule.id)).toEqual(skipped)
  expect((await writesTo(sandbox, schedule.id)).map(({ sent }) => Object.keys(sent)[0])).toEqual([
    'amount',
    'upcoming_payments',
  ])
})
