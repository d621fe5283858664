import { randomInt } from 'node:crypto'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule } from './records'

// What the list says when there is nothing, when it has to wait, and when SmarterPay fails. Each kind of failure has a house
// of its own: enough failures open the breaker, and others would feel it.

const newMark = () => `STATE-${randomInt(1e9)}`

test('a search that nothing matches says so, and how to go on', async ({ agent }) => {
  await agent.goto('/schedules?status=active&reference=nobody-has-this')
  await expect(agent.getByRole('heading', { name: 'No schedules match these filters' })).toBeVisible()
  await expectAccessible(agent)
  await agent.getByRole('main').getByRole('button', { name: 'Clear all filters' }).last().click()
  await expect(agent.getByRole('table', { name: 'Schedules' })).toBeVisible()
})

test('a page past the end says so', async ({ agent }) => {
  await agent.goto('/schedules?page=9999')
  await expect(agent.getByRole('heading', { name: 'Nothing on this page' })).toBeVisible()
})

test('a slow answer shows that it is coming, then comes', async ({ agent, sandbox }) => {
  const mark = newMark()
  await sandbox.plant({ schedules: [aSchedule({ custom_reference: mark })] })
  const match = { path: 'recurrenceschedules', query: { custom_reference: mark } }
  await sandbox.faults([{ match, fault: 'delay', params: { ms: 2500 } }])
  await agent.goto(`/schedules?reference=${mark}`)
  await expect(agent.getByText('Loading schedules')).toBeVisible()
  await expect(agent.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')).toHaveCount(1)
  await expect(agent.getByText('Loading schedules')).toBeHidden()
})

test('while a filter waits the old rows stay, marked as busy and not to be acted on', async ({ agent, sandbox }) => {
  const mark = newMark()
  await sandbox.plant({
    schedules: [aSchedule({ custom_reference: mark }), aSchedule({ custom_reference: mark, status: 'inactive' })],
  })
  const query = { custom_reference: mark, status: 'inactive' }
  await sandbox.faults([{ match: { path: 'recurrenceschedules', query }, fault: 'delay', params: { ms: 2500 } }])
  await agent.goto(`/schedules?reference=${mark}`)
  const rows = agent.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')
  await expect(rows).toHaveCount(2)
  await agent.getByRole('button', { name: 'Status', exact: true }).click()
  await agent.getByRole('checkbox', { name: 'Inactive' }).check()
  const list = agent.getByRole('region', { name: 'List of schedules' })
  await expect(list).toHaveAttribute('aria-busy', 'true')
  await expect(list.locator('tbody')).toHaveAttribute('inert')
  await expect(list).toHaveAttribute('aria-busy', 'false')
  await expect(rows).toHaveCount(1)
})

test.describe('an empty book', () => {
  test.use({ own: { empty: true } })

  test('is told from a search without a match', async ({ agent }) => {
    await agent.goto('/schedules')
    await expect(agent.getByRole('heading', { name: 'No schedules yet' })).toBeVisible()
    await expectAccessible(agent)
  })
})

test.describe('nobody at SmarterPay’s address', () => {
  test.use({ own: { nobodyThere: true } })

  test('is told as such; signing in works all the same, and asking again is offered', async ({ agent, watch }) => {
    watch.allowStatus(503)
    await agent.goto('/schedules')
    await expect(agent.getByText('SmarterPay is not answering.')).toBeVisible({ timeout: 20_000 })
    await expect(agent.getByRole('button', { name: 'Try now' })).toBeVisible()
    await expectAccessible(agent)
    await agent.goto(`/schedules/${aSchedule().id}`)
    await expect(agent.getByText('SmarterPay is not answering.')).toBeVisible({ timeout: 20_000 })
    await expectAccessible(agent)
    expect((await agent.request.get('/api/health')).status()).toBe(200)
  })
})

test.describe('a token that SmarterPay does not accept', () => {
  test.use({ own: { dashboard: { SMARTERPAY_TOKEN: 'another-token' } } })

  test('is a matter for an administrator, and nobody is signed out', async ({ agent, watch, house }) => {
    watch.allowStatus(502)
    await agent.goto('/schedules')
    await expect(agent.getByText('The connection to SmarterPay needs an administrator.')).toBeVisible({
      timeout: 20_000,
    })
    await expectAccessible(agent)
    expect((await agent.request.get('/api/me')).status()).toBe(200)
    expect(await agent.content()).not.toContain('another-token')
    expect(house.log()).not.toContain('another-token')
  })
})

test.describe('answers that make no sense', () => {
  test.use({ own: {} })

  for (const fault of ['html-200', 'cut-json', 'gateway-html']) {
    test(`${fault}: the list says that it cannot be read or reached, and never that it is empty`, async ({
      agent,
      sandbox,
      watch,
    }) => {
      watch.allowStatus(502, 503)
      const mark = newMark()
      const match = { path: 'recurrenceschedules', query: { custom_reference: mark } }
      await sandbox.faults([{ match, fault }])
      await agent.goto(`/schedules?reference=${mark}`)
      const trouble = agent.getByText(/could not be read|is not answering/)
      await expect(trouble.first()).toBeVisible({ timeout: 20_000 })
      await expect(agent.getByText('No schedules')).toHaveCount(0)
    })
  }
})

test.describe('a refresh that fails', () => {
  test.use({ own: {} })

  test('keeps the rows and says how old they are', async ({ agent, sandbox, watch }) => {
    watch.allowStatus(502, 503)
    const mark = newMark()
    await sandbox.plant({ schedules: [aSchedule({ custom_reference: mark })] })
    await agent.goto(`/schedules?reference=${mark}`)
    const rows = agent.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')
    await expect(rows).toHaveCount(1)
    const match = { path: 'recurrenceschedules', query: { custom_reference: mark } }
    await sandbox.faults([{ match, fault: 'gateway-html' }])
    await agent.getByRole('button', { name: 'Refresh the list' }).click()
    await expect(agent.getByText(/These rows are as of/)).toBeVisible({ timeout: 20_000 })
    await expect(rows).toHaveCount(1)
    await sandbox.clearFaults()
    await agent.getByRole('button', { name: 'Refresh the list' }).click()
    await expect(agent.getByText(/These rows are as of/)).toBeHidden({ timeout: 20_000 })
  })
})
