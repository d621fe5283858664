import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aPayer, aPlan, aSchedule, withPayers } from './records'
import type { Sandbox } from './sandbox'

// Every page, in both themes and on narrow screens: no serious finding of axe, nothing to scroll sideways for.

type Stop = { what: string; path: string; stands: (page: Page) => Promise<void> }

async function everyPage(sandbox: Sandbox): Promise<Stop[]> {
  const schedule = aSchedule()
  const plan = aPlan({ mandate: schedule.mandate })
  await sandbox.plant({ schedules: [schedule, plan], ...aPayer(schedule) })
  const tab = (name: string) => async (page: Page) => {
    await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true')
    await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  }
  const payments = `/schedules/${schedule.id}?tab=payments&month=2025-06`
  return [
    {
      what: 'list',
      path: '/schedules',
      stands: (page) => expect(page.getByRole('table', { name: 'Schedules' })).toBeVisible(),
    },
    { what: 'overview', path: `/schedules/${schedule.id}`, stands: tab('Overview') },
    { what: 'plan', path: `/schedules/${plan.id}`, stands: tab('Overview') },
    { what: 'calendar', path: `${payments}&show=calendar`, stands: tab('Calendar') },
    { what: 'payment list', path: `${payments}&show=list`, stands: tab('List') },
    { what: 'year', path: `${payments}&show=year`, stands: tab('Year') },
    { what: 'details', path: `/schedules/${schedule.id}?tab=details`, stands: tab('Details') },
    {
      what: 'no such page',
      path: '/nothing-here',
      stands: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
    },
  ]
}

/** What rests on a copy of the whole book, and the statement. */
const bookPages = (schedule: string): { what: string; path: string; heading: string | RegExp }[] => [
  { what: 'Today', path: '/', heading: 'Today' },
  { what: 'collections', path: '/collections', heading: 'Upcoming collections' },
  { what: 'largest', path: '/collections?section=largest', heading: 'Upcoming collections' },
  { what: 'ending and starting', path: '/collections?section=turning', heading: 'Upcoming collections' },
  { what: 'payments', path: '/collections/payments?from=2025-06-16&to=2025-06-30', heading: /^Payments, / },
  { what: 'bank holidays', path: '/collections/holidays', heading: 'Bank-holiday planner' },
  { what: 'watchlist', path: '/watch', heading: 'Watchlist' },
  { what: 'statement', path: `/schedules/${schedule}/statement`, heading: 'Payment statement' },
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has a serious finding in the ${colorScheme} theme`, async ({ agent, sandbox, watch }) => {
    test.slow()
    watch.allowStatus(404)
    await agent.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const { what, path, stands } of await everyPage(sandbox)) {
      await test.step(what, async () => {
        await agent.goto(path)
        await stands(agent)
        await expectAccessible(agent)
      })
    }
    await test.step('an open filter, dialog and menu', async () => {
      await agent.goto('/schedules')
      await agent.getByRole('button', { name: 'Next payment', exact: true }).click()
      await expect(agent.getByRole('dialog', { name: 'Next payment' }).getByRole('textbox')).toHaveCount(2)
      await expectAccessible(agent)
      await agent.keyboard.press('Escape')
      await agent.getByRole('button', { name: 'Columns' }).click()
      await expect(agent.getByRole('dialog', { name: 'Choose columns' })).toBeVisible()
      await expectAccessible(agent)
      await agent.keyboard.press('Escape')
      await agent.getByRole('button', { name: 'Account menu' }).click()
      await expect(agent.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
      await expectAccessible(agent)
    })
  })

  test(`signing in has no serious finding in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/sign-in')
    await expectAccessible(page)
  })
}

for (const width of [390, 320]) {
  test(`at ${width} pixels no page has to be scrolled sideways, and none has a serious finding`, async ({
    agent,
    sandbox,
    watch,
  }) => {
    test.slow()
    watch.allowStatus(404)
    await agent.setViewportSize({ width, height: 844 })
    for (const { what, path, stands } of await everyPage(sandbox)) {
      await test.step(what, async () => {
        await agent.goto(path)
        await stands(agent)
        await expectNoSidewaysScroll(agent)
        await expectAccessible(agent)
      })
    }
  })
}

test.describe('over an index', () => {
  test.use({ own: { index: true, size: 200 } })

  test('what is summed up from the book has no serious finding in either theme, nor to be scrolled sideways for', async ({
    page,
    signIn,
    sandbox,
  }) => {
    test.setTimeout(240_000)
    const schedule = aSchedule()
    await sandbox.plant(withPayers(schedule))
    await signIn('lead')
    const read = async () => (await (await page.request.get('/api/collections')).json()).readSoFar
    await expect.poll(read, { timeout: 60_000 }).toBeNull()
    const watched = async () => Object.values<number>(await (await page.request.get('/api/watch/counts')).json())
    await expect.poll(async () => (await watched()).some((count) => count > 0), { timeout: 60_000 }).toBe(true)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const { what, path, heading } of bookPages(schedule.id)) {
      await test.step(what, async () => {
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
        await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 844 })
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme })
            await expectAccessible(page)
          }
          await expectNoSidewaysScroll(page)
        }
      })
    }
  })
})

test('at 390 pixels the payments open as a list, and the list of schedules keeps reference, amount and date', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.setViewportSize({ width: 390, height: 844 })
  await agent.goto(`/schedules?reference=${schedule.custom_reference}`)
  const table = agent.getByRole('table', { name: 'Schedules' })
  await expect(table.getByRole('link', { name: String(schedule.custom_reference) })).toBeVisible()
  await expect(table.getByText('£25.32')).toBeVisible()
  await expect(table.getByText('Thu 19 Jun 2025')).toBeVisible()
  await table.getByRole('link').first().click()
  await agent.getByRole('tab', { name: 'Payments' }).click()
  await expect(agent.getByRole('tab', { name: 'List' })).toHaveAttribute('aria-selected', 'true')
})

test('at 390 pixels what is typed in and chosen from is as high as a finger needs', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  await agent.setViewportSize({ width: 390, height: 844 })
  for (const [path, fields] of [
    [`/schedules/${schedule.id}/edit`, 4],
    ['/schedules/new', 4],
    [`/schedules/${schedule.id}/statement`, 2],
  ] as const) {
    await agent.goto(path)
    const main = agent.getByRole('main')
    const typed = main.getByRole('textbox').or(main.getByRole('combobox'))
    await expect(typed.nth(fields - 1)).toBeVisible()
    const frames = await typed.evaluateAll((all) =>
      all.map(({ parentElement }) => parentElement?.getBoundingClientRect().toJSON()),
    )
    expect(Math.min(...frames.map(({ height }) => height)), `heights on ${path}`).toBeGreaterThanOrEqual(40)
    expect(Math.max(...frames.map(({ right }) => right)), `margin of ${path}`).toBeLessThanOrEqual(374)
    const choices = main.getByRole('radiogroup').locator('label')
    const low = await choices.evaluateAll((all) => all.filter((each) => each.clientHeight < 40).length)
    expect(low, `choices on ${path}`).toBe(0)
  }
})

test('at 390 pixels tabs stand in one line that scrolls by itself, and the chosen one is in sight', async ({
  agent,
}) => {
  await agent.setViewportSize({ width: 390, height: 844 })
  await agent.goto('/collections?section=heat-map')
  const tabs = agent.getByRole('tablist', { name: 'Collections' }).getByRole('tab')
  await expect(tabs).toHaveCount(5)
  await expect(tabs.last()).toBeInViewport({ ratio: 1 })
  await tabs.last().focus()
  for (const [key, tab] of [
    ['Home', tabs.first()],
    ['ArrowRight', tabs.nth(1)],
    ['End', tabs.last()],
  ] as const) {
    await agent.keyboard.press(key)
    await expect(tab).toBeFocused()
    await expect(tab).toBeInViewport({ ratio: 1 })
  }
  const tops = await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  await expectNoSidewaysScroll(agent)
})
