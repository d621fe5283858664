import type { Page } from '@playwright/test'
import { another, bodyOf, Editor, JULY, JUNE, listWith } from './editor'
import { expect, expectAccessible, test } from './fixtures'
import { aPayer, aSchedule, upcoming } from './records'
import type { Sandbox } from './sandbox'

const MINE = listWith({ '2025-07-21': 4000 })
const OLD = listWith({})

/** Plants a schedule whose next write meets a fault, and types £40.00 for July. */
async function scene(editor: Editor, sandbox: Sandbox, fault?: string, params: Record<string, unknown> = {}) {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  if (fault) await sandbox.faults([{ match: { method: 'PUT', id: schedule.id }, fault, times: 1, params }])
  await editor.open(schedule)
  await editor.type(editor.amount(JULY), '40')
  return schedule
}

test('a refusal is told in SmarterPay’s own words, as text; typing stays, and the next try has a key of its own', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(422)
  const editor = new Editor(agent)
  const { id } = await scene(editor, sandbox, 'status', { status: 400, message: 'Amounts in July & August are closed' })
  await editor.confirm()
  await expect(editor.heading('SmarterPay refused the change. Nothing was changed.')).toBeFocused()
  await expect(agent.getByRole('blockquote')).toHaveText('Amounts in July & August are closed')
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Back to editing' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  const [first, second, ...more] = await sandbox.writesTo(id)
  expect(more).toEqual([])
  expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey)
  expect(await sandbox.listOf(id)).toEqual(MINE)
})

test('turned away for good by 498 it is no sign-out, names who can help, and keeps the typing', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(502)
  const editor = new Editor(agent)
  const { id } = await scene(editor, sandbox)
  await sandbox.faults([{ match: { method: 'PUT', id }, fault: '498' }])
  await editor.confirm()
  await expect(editor.heading('Not saved. The connection to SmarterPay needs an administrator.')).toBeVisible()
  await expectAccessible(agent)
  expect((await agent.request.get('/api/me')).status(), 'still signed in').toBe(200)
  await agent.getByRole('button', { name: 'Back to editing' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
  expect(await sandbox.listOf(id)).toEqual(OLD)
})

const UNCLEAR: { name: string; fault: string; params?: Record<string, unknown>; applied: boolean }[] = [
  { name: 'a 500 after the fact', fault: '500', params: { applied: true }, applied: true },
  { name: 'a 500 and nothing done', fault: '500', applied: false },
  { name: 'silence after the fact', fault: 'applied-silence', applied: true },
  { name: 'silence and nothing done', fault: 'silence', applied: false },
  { name: 'HTML with 200', fault: 'html-200', applied: true },
  { name: 'no content', fault: '204', applied: true },
  { name: 'the record of another schedule', fault: 'other-record', applied: true },
]
for (const { name, fault, params, applied } of UNCLEAR)
  test(`${name}: ${applied ? 'found as saved' : 'found as not saved, and tried again by a person alone'}, sent once`, async ({
    agent,
    sandbox,
    watch,
  }) => {
    watch.allowStatus(504)
    const editor = new Editor(agent)
    const { id } = await scene(editor, sandbox, fault, params)
    await editor.confirm()
    if (applied) {
      await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
      expect(await sandbox.listOf(id)).toEqual(MINE)
      expect(await sandbox.writesTo(id), 'sent once').toHaveLength(1)
      return
    }
    await expect(editor.heading('SmarterPay has not confirmed your 1 change yet')).toBeFocused()
    await expect(agent.getByText('do not send it again.')).toBeVisible()
    await expect(agent.getByRole('button', { name: /Save|Try again|Review/ })).toHaveCount(0)
    await expectAccessible(agent)
    await expect(editor.heading('Not saved. SmarterPay did not take the change.')).toBeFocused({ timeout: 20_000 })
    expect(await sandbox.writesTo(id), 'nothing is sent by itself').toHaveLength(1)
    await agent.getByRole('button', { name: 'Try again' }).click()
    await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
    const writes = await sandbox.writesTo(id)
    expect(writes.map(({ body }) => body)).toEqual([bodyOf(MINE), bodyOf(MINE)])
    expect(writes.filter((write) => write.applied)).toHaveLength(1)
    expect(await sandbox.listOf(id)).toEqual(MINE)
  })

for (const way of ['Accept', 'Restore previous'] as const)
  test(`stored differently it is saved, with the differing rows named: ${way}`, async ({ agent, sandbox }) => {
    const editor = new Editor(agent)
    const { id } = await scene(editor, sandbox, 'stored-differently', { pence: 5 })
    await editor.confirm()
    await expect(editor.heading('Saved. SmarterPay changed 7 payments.')).toBeFocused()
    const differences = agent.getByRole('table', { name: 'Differences' })
    await expect(differences.getByRole('row').filter({ hasText: '21 Jul' })).toContainText('£40.05')
    await expectAccessible(agent)
    await agent.getByRole('button', { name: way }).click()
    if (way === 'Accept') {
      await expect(editor.bar).toContainText('No changes')
      await expect(editor.amount(JULY)).toHaveValue('40.05')
      expect(await sandbox.writesTo(id)).toHaveLength(1)
      return
    }
    await expect(editor.bar, 'a draft, nothing sent').toContainText('7 changes')
    await expect(editor.amount(JULY)).toHaveValue('25.32')
    expect(await sandbox.writesTo(id)).toHaveLength(1)
    await editor.confirm()
    await expect(editor.heading(/^Saved/)).toBeVisible()
    expect(await sandbox.listOf(id)).toEqual(OLD)
  })

test('a reload while it is being sent shows what became of it, and sends nothing again', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(404, 409, 504)
  watch.allowLostConnections()
  const editor = new Editor(agent)
  const { id } = await scene(editor, sandbox, 'delay', { ms: 1_200 })
  // The dashboard does its work, and this page never hears of it, however long the way to the reload is.
  await agent.route('**/api/schedules/*/upcoming', (route) =>
    route.request().method() === 'PUT' ? void route.fetch() : route.fallback(),
  )
  await editor.confirm()
  await expect.poll(async () => (await sandbox.writesTo(id)).length).toBe(1)
  await agent.reload()
  await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
  expect(await sandbox.writesTo(id)).toHaveLength(1)
  expect(await sandbox.listOf(id)).toEqual(MINE)
})

test('a reload before anything is sent does not call it unsent while it may still be', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(404, 409, 504)
  watch.allowLostConnections()
  const editor = new Editor(agent)
  const { id } = await scene(editor, sandbox)
  await editor.openReview()
  await editor.because()
  await sandbox.faults([{ match: { method: 'GET', id }, fault: 'delay', times: 1, params: { ms: 6_000 } }])
  let arrived = false
  await agent.route('**/api/schedules/*/upcoming', (route) => {
    if (route.request().method() !== 'PUT') return route.fallback()
    void route.fetch()
    arrived = true
  })
  await editor.save().click()
  await expect.poll(() => arrived).toBe(true)
  await agent.waitForTimeout(300)
  await agent.reload()
  await expect(editor.heading(/^Saved|not confirmed/)).toBeVisible({ timeout: 20_000 })
  await expect(agent.getByText('Nothing of it was saved.')).toHaveCount(0)
  await expect(editor.heading(/^Saved/)).toBeVisible({ timeout: 20_000 })
  expect(await sandbox.writesTo(id)).toHaveLength(1)
  expect(await sandbox.listOf(id)).toEqual(MINE)
})

test('what stands as neither old nor new is decided by the lead, and nothing else is sent until then', async ({
  page,
  signIn,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  await signIn('lead')
  const editor = new Editor(page)
  const schedule = await scene(editor, sandbox, 'silence')
  await editor.openReview()
  await editor.because()
  await editor.save().click()
  await expect.poll(async () => (await sandbox.writesTo(schedule.id)).length).toBe(1)
  // Somebody changes it elsewhere while it is looked after.
  await sandbox.plant({ schedules: [{ ...schedule, upcoming_payments: upcoming(listWith({ '2025-06-19': 1111 })) }] })
  await expect(editor.heading('SmarterPay holds neither the old payments nor yours')).toBeFocused({ timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Needs attention' })).toContainText(
    /A change of the payments, sent by .+ on \w{3} \d+ \w{3} \d{4}, \d\d:\d\d, was never confirmed\./,
  )
  await expect(page.getByRole('table', { name: 'Both versions' })).toContainText('£11.11')
  await expectAccessible(page)
  await page.getByRole('radio', { name: /^It was not saved/ }).check()
  await page.getByRole('textbox', { name: 'How do you know?' }).fill('Asked the payer')
  await page.getByRole('button', { name: 'Record what came of it' }).click()
  await expect(editor.bar).toBeVisible()
  expect(await sandbox.writesTo(schedule.id)).toHaveLength(1)
})

test('whoever else opens the schedule is told that a change of it is not confirmed, until it is known', async ({
  agent,
  context,
  house,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  const editor = new Editor(agent)
  const { id } = await scene(editor, sandbox, 'silence')
  await editor.confirm()
  await expect(editor.heading('SmarterPay has not confirmed your 1 change yet')).toBeFocused({ timeout: 20_000 })
  const note = (page: Page) => page.getByRole('status').filter({ hasText: 'A change of payments is not confirmed.' })
  await expect(note(agent), 'one’s own is followed in the editor').toHaveCount(0)
  const theirs = await another(context, house, watch, 'finance')
  await theirs.goto(`/schedules/${id}`)
  await expect(note(theirs)).toContainText('agent@quarterday.test sent it')
  await expect(note(theirs).getByRole('link', { name: 'Say what came of it' })).toHaveCount(0)
  await expect(note(theirs), 'it goes by itself').toHaveCount(0, { timeout: 30_000 })
  await theirs.context().close()
})

test('what nobody knows the outcome of is resolved from the watchlist too, which opens on it', async ({
  page,
  signIn,
  sandbox,
  watch,
}) => {
  watch.allowStatus(504)
  await signIn('lead')
  const editor = new Editor(page)
  const schedule = await scene(editor, sandbox, 'silence')
  await editor.confirm()
  await expect.poll(async () => (await sandbox.writesTo(schedule.id)).length).toBe(1)
  await sandbox.plant({ schedules: [{ ...schedule, upcoming_payments: upcoming(listWith({ '2025-06-19': 1111 })) }] })
  await expect(editor.heading('SmarterPay holds neither the old payments nor yours')).toBeVisible({ timeout: 20_000 })

  await page.goto(`/schedules/${schedule.id}`)
  const open = page.getByRole('status').filter({ hasText: 'A change of payments is not confirmed.' })
  await expect(open).toContainText('A team lead has to look, and say what came of it.')
  await expectAccessible(page)
  await open.getByRole('link', { name: 'Say what came of it' }).click()
  await expect(page.getByRole('tab', { name: /^Needs attention/ })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: `Resolve, ${schedule.id}` }).press('Enter')
  const dialog = page.getByRole('dialog', { name: `A change of the payments of ${schedule.custom_reference}` })
  await expect(dialog).toContainText(/It was sent by .+ on \w{3} \d+ \w{3} \d{4}, \d\d:\d\d, and never confirmed\./)
  await expect(dialog.getByRole('link', { name: 'Show what was sent' })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('radio', { name: /^It was not saved/ }).check()
  await dialog.getByRole('textbox', { name: 'How do you know?' }).fill('Asked the payer')
  await dialog.getByRole('button', { name: 'Record what came of it' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: `Resolve, ${schedule.id}` })).toHaveCount(0)
  await page.goto(`/schedules/${schedule.id}`)
  await expect(page.getByText('None on this mandate.')).toBeVisible()
  await expect(open).toHaveCount(0)
  expect(await sandbox.writesTo(schedule.id)).toHaveLength(1)
})

test('a session that ends while typing costs no typing: it is given back after signing in', async ({
  agent,
  context,
  sandbox,
  signIn,
  watch,
}) => {
  // 401: signed out. 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(401, 404)
  const editor = new Editor(agent)
  const { id } = await scene(editor, sandbox)
  const kept = agent.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.request().method() === 'PUT')
  await editor.skip(JUNE)
  await kept
  await context.clearCookies({ name: /session-token/ })
  await editor.confirm()
  await expect(editor.review.getByText('You were signed out.')).toBeVisible()
  expect(await sandbox.writesTo(id)).toEqual([])
  await signIn('agent')
  await agent.reload()
  await expect(agent.getByText(/^You have an unsaved draft from/)).toBeVisible()
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Continue' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
  await expect(editor.bar).toContainText('2 changes')
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.listOf(id)).toEqual(listWith({ '2025-06-19': 0, '2025-07-21': 4000 }))
})

test('where somebody else has signed in beside, nothing of this page is kept or sent in their name', async ({
  agent,
  context,
  house,
  sandbox,
  signIn,
  watch,
}) => {
  // 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(401, 404)
  const editor = new Editor(agent)
  const { id } = await scene(editor, sandbox)
  await signIn('lead')
  await editor.skip(JUNE)
  await editor.confirm()
  await expect(editor.review.getByText('You were signed out.')).toBeVisible()
  expect(await sandbox.writesTo(id)).toEqual([])
  const kept = await context.request.get(`${house.url}/api/schedules/${id}/draft`)
  expect(await kept.json(), 'the team lead’s own').toEqual({ draft: null })
  await signIn('agent')
  await agent.reload()
  await agent.getByRole('button', { name: 'Continue' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
})
