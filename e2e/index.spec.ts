import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aCardSchedule, aPayer, aPlan, aSchedule } from './records'

// The list over the index. Each house here reads its book again as soon as it has read it, so that what a test plants is soon
// in the index, and gets old where a test says so.

const newMark = () => `INDEX-${randomInt(1e9)}`
const rows = (page: Page) => page.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')
const references = async (page: Page) =>
  (await rows(page).getByRole('link').allTextContents()).map((text) => text.trim().split('-').at(-1))

type Answer = { source: string; total: number | null; rows: { id: string }[]; asOf: string }
async function ask(page: Page, query: string): Promise<Answer> {
  return (await page.request.get(`/api/schedules?${query}`)).json()
}
/** Waits until the index holds so many rows that answer. */
const untilIndexed = (page: Page, query: string, count: number) =>
  expect
    .poll(
      async () => {
        const { source, total } = await ask(page, query)
        return `${source} ${total}`
      },
      { timeout: 30_000 },
    )
    .toBe(`index ${count}`)

test.describe('a book that is read again all the time', () => {
  test.use({ own: { index: true, size: 100, dashboard: { SYNC_INTERVAL_MS: '1000' } } })

  test('is counted, sorted and filtered by what SmarterPay cannot, found by any word of it, and reachable by keyboard', async ({
    agent,
    sandbox,
  }) => {
    const mark = newMark()
    await sandbox.plant({
      schedules: [
        aSchedule({ custom_reference: `${mark}-A`, amount: '1000', description: `Swimming ${mark}` }),
        aSchedule({
          custom_reference: `${mark}-B`,
          amount: '9900',
          collection_period: 'weekly',
          collection_stretch: '2',
        }),
        aCardSchedule({ custom_reference: `${mark}-C`, amount: '5000' }),
        aPlan({ custom_reference: `${mark}-D` }),
      ],
    })
    await untilIndexed(agent, `reference=${mark}`, 4)
    await agent.goto(`/schedules?reference=${mark}`)
    await expect(agent.getByText('4 match')).toBeVisible()
    await expect(agent.getByText(/^Index as at/)).toBeVisible()
    await expectAccessible(agent)

    const table = agent.getByRole('table', { name: 'Schedules' })
    const amountHeader = table.getByRole('columnheader', { name: 'Sort by amount' })
    await amountHeader.getByRole('button').click()
    await expect(amountHeader).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(async () => (await references(agent))[0]).toBe('A')

    const filters = agent.getByRole('group', { name: 'Filters' })
    await filters.getByRole('button', { name: 'Amount', exact: true }).focus()
    await agent.keyboard.press('Enter')
    const panel = agent.getByRole('dialog', { name: 'Amount' })
    await panel.getByRole('textbox', { name: 'From' }).fill('45')
    await panel.getByRole('textbox', { name: 'To' }).fill('20.00')
    await agent.keyboard.press('Enter')
    await expect(panel.getByRole('textbox', { name: 'To' })).toHaveAccessibleDescription(/less than/)
    await panel.getByRole('textbox', { name: 'To' }).fill('99.00')
    await agent.keyboard.press('Enter')
    await expect(agent).toHaveURL(/amount=4500\.\.9900/)
    await expect(filters.getByRole('button', { name: 'Remove filter Amount: £45.00 to £99.00' })).toBeVisible()
    await expect.poll(async () => (await references(agent)).sort().join()).toContain('B,C')
    await filters.getByRole('button', { name: /^Remove filter Amount/ }).click()

    await filters.getByRole('button', { name: 'Frequency', exact: true }).click()
    await agent.getByRole('checkbox', { name: 'Fortnightly' }).check()
    await expect(agent.getByText('1 matches')).toBeVisible()
    expect(await references(agent)).toEqual(['B'])
    await agent.keyboard.press('Escape')
    await agent.getByRole('button', { name: 'Clear all filters' }).click()

    await agent.getByRole('searchbox', { name: 'Search schedules' }).fill(`swimming ${mark} £10.00`)
    await expect.poll(() => references(agent), 'the row before was one as well').toEqual(['A'])
    await agent.reload()
    await expect(rows(agent)).toHaveCount(1)
  })

  test('choices within More filters stand in the address and on chips', async ({ agent, sandbox }) => {
    const mark = newMark()
    const [first, ...others] = JSON.parse(String(aSchedule().upcoming_payments)) as { amount: string }[]
    const skipped = JSON.stringify([{ ...first, amount: '0' }, ...others])
    await sandbox.plant({
      schedules: [
        aSchedule({ custom_reference: `${mark}-SKIPS`, upcoming_payments: skipped }),
        aSchedule({ custom_reference: `${mark}-PAYS` }),
      ],
    })
    await untilIndexed(agent, `reference=${mark}`, 2)
    await agent.goto(`/schedules?reference=${mark}`)
    await agent.getByRole('button', { name: 'More filters' }).click()
    const panel = agent.getByRole('dialog', { name: 'More filters' })
    await panel.getByRole('combobox', { name: 'Skipped payments' }).selectOption('The next payment')
    await panel.getByRole('button', { name: 'Apply filters' }).click()
    await expect(agent).toHaveURL(/skipped=next/)
    await expect(agent.getByRole('button', { name: 'Remove filter Skipped payments: the next payment' })).toBeVisible()
    await expect(rows(agent)).toHaveCount(1)
    expect(await references(agent)).toEqual(['SKIPS'])
    await agent.setViewportSize({ width: 390, height: 844 })
    await agent.reload()
    await expect(rows(agent)).toHaveCount(1)
    await expectNoSidewaysScroll(agent)
    await expectAccessible(agent)
  })

  test('what changes at SmarterPay by other hands stands in the activity log once', async ({
    agent,
    sandbox,
    signIn,
  }) => {
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    await untilIndexed(agent, `id=${schedule.id}`, 1)
    await sandbox.changeElsewhere(schedule, { amount: '4321' })
    await untilIndexed(agent, `id=${schedule.id}&amount=4321..4321`, 1)
    const before = (await ask(agent, 'size=1')).asOf
    await expect.poll(async () => (await ask(agent, 'size=1')).asOf).not.toBe(before)
    await signIn('lead')
    const { rows: entries } = await (await agent.request.get(`/api/activity?schedule=${schedule.id}`)).json()
    expect(entries.filter(({ action }: { action: string }) => action === 'changed-outside')).toHaveLength(1)
    await agent.goto(`/activity?schedule=${schedule.id}`)
    await expect(agent.getByText(/changed the amount from £25\.32 to £43\.21/).first()).toBeVisible()
  })
})

test.describe('an index that grows old', () => {
  test.use({ own: { index: true, size: 100 } })

  test('says since when it may miss something, and is brought up to date by a press', async ({ agent, sandbox }) => {
    const mark = newMark()
    await expect.poll(async () => (await ask(agent, 'size=1')).source, { timeout: 30_000 }).toBe('index')
    await agent.clock.install()
    await agent.goto(`/schedules?reference=${mark}`)
    await expect(agent.getByRole('heading', { name: 'No schedules match these filters' })).toBeVisible()
    await sandbox.plant({ schedules: [aSchedule({ custom_reference: mark })] })
    await agent.clock.fastForward('12:00')
    const notice = agent.getByRole('main').getByRole('status').filter({ hasText: 'Search may miss changes' })
    await expect(notice).toContainText(/from the last 1\d minutes/)
    await expectAccessible(agent)
    await agent.clock.resume()
    await notice.getByRole('button', { name: 'Refresh' }).click()
    await expect(rows(agent)).toHaveCount(1, { timeout: 30_000 })
  })

  test('what was just changed here is in it at once', async ({ agent, house, sandbox, signIn }) => {
    await expect.poll(async () => (await ask(agent, 'size=1')).source, { timeout: 30_000 }).toBe('index')
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    expect(await ask(agent, `id=${schedule.id}`)).toMatchObject({ source: 'index', total: 0 })
    await signIn('lead')
    const { basis } = await (await agent.request.get(`/api/schedules/${schedule.id}`)).json()
    const changed = await agent.request.patch(`/api/schedules/${schedule.id}`, {
      headers: { origin: house.url, 'idempotency-key': randomUUID() },
      data: { basis, terms: { amount: 3100 }, reason: 'customer-asked' },
    })
    expect(changed.status()).toBe(200)
    expect(await ask(agent, `id=${schedule.id}&amount=3100..3100`)).toMatchObject({ source: 'index', total: 1 })
  })

  test('is not asked what else a mandate collects: before disabling, SmarterPay is', async ({
    page,
    sandbox,
    signIn,
  }) => {
    await signIn('lead')
    await expect.poll(async () => (await ask(page, 'size=1')).source, { timeout: 30_000 }).toBe('index')
    const schedule = aSchedule()
    const other = aSchedule({ mandate: schedule.mandate })
    await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
    await page.goto(`/schedules/${schedule.id}`)
    await expect(page.getByText('None on this mandate.')).toBeVisible()
    await sandbox.plant({ schedules: [other] })
    expect(await ask(page, `mandate=${schedule.mandate}`)).toMatchObject({ source: 'index', total: 1 })
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Disable schedule' }).click()
    const dialog = page.getByRole('dialog', { name: `Disable schedule ${schedule.id}?` })
    await expect(dialog).toContainText('1 other active schedule on it is not affected.')
    await dialog.getByRole('button', { name: 'Keep schedule active' }).click()
    await expect(page.getByRole('link', { name: String(other.custom_reference) })).toBeVisible()

    await page.goto('/schedules/new')
    await page.getByRole('textbox', { name: 'Mandate' }).fill(String(schedule.mandate))
    await page.getByRole('button', { name: 'Look up' }).click()
    await expect(page.getByText('This mandate has 2 active schedules already.')).toBeVisible()
    expect(await ask(page, `mandate=${schedule.mandate}`)).toMatchObject({ source: 'index', total: 1 })
  })
})
