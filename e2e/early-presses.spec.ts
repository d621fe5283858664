// A slow machine shows the page long before its scripts have come. What is pressed, chosen or typed by then is done once they have.
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { aSchedule, withPayers } from './records'

/** Opens an address and holds its scripts back; the answer lets them come, and ends when the page is alive. */
async function openWithoutScripts(page: Page, path: string): Promise<() => Promise<unknown>> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  const opened = page.goto(path)
  return () => {
    release()
    return opened
  }
}

test('a filter pressed before the scripts have come opens when they have', async ({ agent }) => {
  const letScriptsCome = await openWithoutScripts(agent, '/schedules')
  await agent.getByRole('button', { name: 'Status', exact: true }).click()
  await expect(agent.getByRole('dialog', { name: 'Status' })).toBeHidden()
  await letScriptsCome()
  await expect(agent.getByRole('dialog', { name: 'Status' }).getByRole('checkbox').first()).toBeFocused()
})

test('what was typed too early is searched for', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  const reference = String(schedule.custom_reference)
  await sandbox.plant({ schedules: [schedule] })
  const letScriptsCome = await openWithoutScripts(agent, '/schedules')
  const search = agent.getByRole('searchbox', { name: 'Search schedules' })
  await search.pressSequentially(reference)
  await letScriptsCome()
  await expect(agent.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')).toHaveCount(1)
  await expect(agent).toHaveURL(new RegExp(`q=${reference}`))
  await expect(search).toHaveValue(reference)
})

test('a letter typed just when the page comes alive is not written over by those before it', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  const reference = String(schedule.custom_reference)
  await sandbox.plant({ schedules: [schedule] })
  // On a slow machine the next frame, in which React is told, may come long after.
  await agent.addInitScript(() => {
    const own = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (act) =>
      own(function next(now) {
        if ('frameless' in document.documentElement.dataset) own(next)
        else act(now)
      })
  })
  const letScriptsCome = await openWithoutScripts(agent, '/schedules')
  const search = agent.getByRole('searchbox', { name: 'Search schedules' })
  await search.pressSequentially(reference.slice(0, 6))
  await agent.evaluate(() => document.documentElement.setAttribute('data-frameless', ''))
  const came = letScriptsCome()
  await agent.waitForFunction(
    () => {
      const field = document.querySelector('input[type=search]') ?? document
      return (
        'alive' in document.documentElement.dataset &&
        Object.keys(field).some((name) => name.startsWith('__reactProps$'))
      )
    },
    undefined,
    { polling: 20 },
  )
  await agent.keyboard.type(reference.slice(6))
  await agent.evaluate(() => document.documentElement.removeAttribute('data-frameless'))
  await came
  await expect(search).toHaveValue(reference)
  await expect(agent.getByRole('table', { name: 'Schedules' }).getByRole('rowheader')).toHaveCount(1)
})

test('what was chosen and ticked too early counts', async ({ agent }) => {
  const letScriptsCome = await openWithoutScripts(agent, '/schedules')
  await agent.getByRole('combobox', { name: 'Rows per page' }).selectOption('100')
  await agent.getByRole('radio', { name: 'Compact' }).check({ force: true })
  await letScriptsCome()
  const table = agent.getByRole('table', { name: 'Schedules' })
  await expect(table.getByRole('rowheader')).toHaveCount(100)
  await expect(agent).toHaveURL(/size=100/)
  await expect(table).toHaveAttribute('data-density', 'compact')
})

test('of several tabs pressed too early the last one opens, once', async ({ agent, sandbox }) => {
  const schedule = aSchedule()
  await sandbox.plant(withPayers(schedule))
  const letScriptsCome = await openWithoutScripts(agent, `/schedules/${schedule.id}`)
  const tab = (name: string) => agent.getByRole('tab', { name })
  await tab('Payments').click()
  await tab('Details').focus()
  await agent.keyboard.press('Enter')
  await letScriptsCome()
  await expect(tab('Details')).toHaveAttribute('aria-selected', 'true')
  await agent.goBack()
  await expect(tab('Overview'), 'one step of Back').toHaveAttribute('aria-selected', 'true')
})
