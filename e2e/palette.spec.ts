import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule, newId, withPayers } from './records'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })
const field = (page: Page) => page.getByRole('combobox', { name: 'Search schedules and commands' })
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' })

/** The page hears keys once it is alive; until then a press is lost. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await palette(page).isVisible())) await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused({ timeout: 500 })
  }).toPass()
}

test('an agent with the keyboard finds a schedule from anywhere and opens it', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto('/activity')
  await openPalette(agent)
  await agent.keyboard.type(String(schedule.custom_reference))
  const found = results(agent).getByRole('group', { name: 'Schedules' }).getByRole('option')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText('Custom reference matches exactly')
  await expect(found).toContainText('£25.32')
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(schedule.id)
  await expect(palette(agent)).toBeHidden()
})

test('six ways to a payer’s schedule', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  const reference = String(schedule.custom_reference)
  const inLetters = `FEES-${newId('').replaceAll(/\d/g, 'X')}`
  await sandbox.plant(withPayers(schedule, aSchedule({ custom_reference: inLetters })))
  const ways: [text: string, reason: RegExp, found?: string][] = [
    [reference.toLowerCase(), /Custom reference matches exactly/],
    [`  ${reference}\t£25.32  19JUN`, /Custom reference, amount and day match/],
    [`DD ${inLetters} £25.32 19JUN`, /Custom reference, amount and day match/, inLetters],
    [schedule.id, /Id matches exactly/],
    [schedule.id.replace('RS01', 'RSO1').toLowerCase(), /Id matches exactly/],
    [schedule.mandate, /Mandate matches exactly/],
  ]
  await agent.goto('/schedules')
  for (const [text, reason, found = reference] of ways)
    await test.step(text, async () => {
      await openPalette(agent)
      await field(agent).fill(text)
      const first = results(agent).getByRole('option').first()
      await expect(first).toContainText(found)
      await expect(first).toContainText(reason)
      await agent.keyboard.press('Escape')
      await expect(palette(agent)).toBeHidden()
    })
})

test('a payer is found by the mandate, and leads to all schedules under it', async ({ agent, sandbox }) => {
  const one = aSchedule()
  const other = aSchedule({ mandate: one.mandate, auddis: one.auddis })
  await sandbox.plant(withPayers(one, other))
  await agent.goto('/schedules')
  await openPalette(agent)
  await field(agent).fill(one.mandate)
  const payer = results(agent).getByRole('group', { name: 'Payers' }).getByRole('option')
  await expect(payer).toHaveCount(1)
  await expect(payer).toContainText('2 schedules found under this mandate')
  await payer.click()
  await expect(agent).toHaveURL(new RegExp(`mandate=${one.mandate}`))
  await expect(agent.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')).toHaveCount(2)
})

test('whoever is quicker than SmarterPay opens what they typed, not what stood there before', async ({
  agent,
  sandbox,
}) => {
  const [first, second] = [aSchedule(), aSchedule()]
  await sandbox.plant(withPayers(first, second))
  await sandbox.faults([
    {
      match: { path: 'recurrenceschedules', query: { custom_reference: String(second.custom_reference) } },
      fault: 'delay',
      params: { ms: 1500 },
    },
  ])
  await agent.goto('/schedules')
  await openPalette(agent)
  await field(agent).fill(String(first.custom_reference))
  await expect(results(agent).getByRole('option').first()).toContainText(first.id)
  await field(agent).fill(String(second.custom_reference))
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(second.id)
})

test('with Ctrl and Enter it opens beside this page', async ({ agent, context, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto('/schedules')
  await openPalette(agent)
  await field(agent).fill(schedule.id)
  await expect(results(agent).getByRole('option').first()).toContainText(schedule.id)
  const opened = context.waitForEvent('page')
  await agent.keyboard.press('Control+Enter')
  await expect((await opened).getByRole('heading', { level: 1 })).toContainText(schedule.id)
  await expect(agent).toHaveURL(/\/schedules$/)
})

test('empty, it shows what this person opened lately, the pages, and what can be done here', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.goto(`/schedules/${schedule.id}`)
  await expect(agent.getByRole('tab', { name: 'Overview' })).toBeVisible()
  await agent.goto('/schedules')
  await openPalette(agent)
  await expect(results(agent).getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText(
    schedule.id,
  )
  await expectAccessible(agent)
  await agent.keyboard.type('choose col')
  await expect(
    results(agent).getByRole('group', { name: 'Actions on this page' }).getByRole('option', { name: 'Choose columns' }),
  ).toBeVisible()
  await expect(results(agent).getByRole('option', { selected: true })).toContainText('Choose columns')
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('dialog', { name: 'Choose columns' })).toBeVisible()
  await agent.keyboard.press('Escape')
  await openPalette(agent)
  await agent.keyboard.type('activ')
  await results(agent).getByRole('option', { name: 'Activity' }).click()
  await expect(agent.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
})

test('it says what could not be looked for, and what SmarterPay did not answer', async ({ agent, sandbox, watch }) => {
  watch.allowStatus(502, 503)
  await agent.emulateMedia({ colorScheme: 'dark' })
  await agent.goto('/schedules')
  await agent.getByRole('button', { name: 'Search or jump to…' }).click()
  const nobody = newId('REF')
  await field(agent).fill(nobody)
  await expect(palette(agent).getByText(`No schedule found for “${nobody}”`)).toBeVisible()
  await expectAccessible(agent)
  const broken = newId('REF')
  await sandbox.faults([
    { match: { path: 'recurrenceschedules', query: { custom_reference: broken } }, fault: 'gateway-html' },
  ])
  await field(agent).fill(broken)
  await expect(palette(agent).getByRole('alert')).toContainText('SmarterPay', { timeout: 30_000 })
})
