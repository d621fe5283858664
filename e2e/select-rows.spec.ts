import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { aSchedule, withPayers } from './records'

const table = (page: Page) => page.getByRole('table', { name: 'Schedules' })
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Bulk actions' })
const rows = (page: Page) => table(page).getByRole('rowheader')

test('the first row that is selected moves none: a box had its place before', async ({ agent, sandbox }) => {
  const mark = `BOX-${randomInt(1e9)}`
  const schedules = ['A', 'B'].map((letter) => aSchedule({ custom_reference: `${mark}-${letter}` }))
  await sandbox.plant({ schedules })
  await agent.goto(`/schedules?reference=${mark}&sort=reference`)
  await expect(rows(agent)).toHaveCount(2)
  const place = () =>
    table(agent)
      .locator('th a, td')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()))
  const before = await place()
  await rows(agent).nth(1).getByRole('link').focus()
  await agent.keyboard.press('x')
  await expect(bar(agent)).toContainText('1 schedule selected')
  await expect(table(agent).getByRole('checkbox', { name: `Select schedule ${schedules[1]?.id}` })).toBeChecked()
  expect(await place()).toEqual(before)
})

test('rows are selected by keyboard and by their menu, and leave as a file', async ({ agent, sandbox }) => {
  const mark = `PICK-${randomInt(1e9)}`
  const schedules = ['A', 'B', 'C'].map((letter) => aSchedule({ custom_reference: `${mark}-${letter}` }))
  await sandbox.plant({ schedules })
  await agent.goto(`/schedules?reference=${mark}&sort=reference`)
  await expect(rows(agent)).toHaveCount(3)
  await expect(table(agent).getByRole('checkbox'), 'nobody selects yet').toHaveCount(0)

  await rows(agent).first().getByRole('link').focus()
  await agent.keyboard.press('x')
  const box = (at: number) => table(agent).getByRole('checkbox', { name: `Select schedule ${schedules[at]?.id}` })
  await expect(box(0)).toBeChecked()
  await expect(bar(agent)).toContainText('1 schedule selected')
  await agent.keyboard.press('j')
  await agent.keyboard.press('j')
  await agent.keyboard.press('x')
  await expect(bar(agent)).toContainText('2 schedules selected')
  await expectAccessible(agent)
  await expectNoSidewaysScroll(agent)

  await rows(agent)
    .nth(2)
    .locator('..')
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await agent.getByRole('menuitem', { name: 'Remove from selection' }).click()
  await expect(box(2)).not.toBeChecked()
  const all = bar(agent).getByRole('checkbox', { name: 'Select all on this page' })
  await expect(all).toBeChecked({ indeterminate: true })
  await all.click()
  await expect(bar(agent)).toContainText('3 schedules selected')
  await box(1).uncheck()

  await agent.getByRole('searchbox', { name: 'Search schedules' }).fill(`${mark}-B`)
  await expect(rows(agent)).toHaveCount(1)
  await expect(bar(agent), 'what was chosen stays chosen').toContainText(
    '2 schedules selected, 2 of them not on this page',
  )

  await bar(agent).getByRole('button', { name: 'Export' }).click()
  await agent.getByRole('menuitem', { name: 'CSV' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Export schedules' })
  await expect(dialog.getByRole('radio', { name: 'Selection, 2 schedules' })).toBeChecked()
  const download = agent.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Export as/ }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  const ids = file
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0])
  expect(ids.sort()).toEqual([schedules[0]?.id, schedules[2]?.id].sort())

  await bar(agent).getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar(agent)).toBeHidden()
  await expect(table(agent).getByRole('checkbox')).toHaveCount(0)
})

test('a row says why it was found where nothing in it shows that', async ({ agent, sandbox }) => {
  const word = `Swim${randomInt(1e9)}`
  const schedule = aSchedule({ description: `${word}, monthly`, custom_reference: `${word}-REF` })
  await sandbox.plant({ schedules: [schedule] })
  await agent.goto(`/schedules?q=${schedule.mandate}&cols=reference,amount`)
  await expect(rows(agent)).toHaveCount(1)
  await expect(rows(agent)).toContainText(`Mandate: ${schedule.mandate}`)
  await agent.goto(`/schedules?q=${schedule.mandate}`)
  await expect(rows(agent)).toHaveCount(1)
  await expect(rows(agent)).not.toContainText('Mandate:')
})

test('columns are dragged into their order, and moved by their arrows', async ({ agent }) => {
  await agent.goto('/schedules')
  await agent.getByRole('button', { name: 'Columns' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Choose columns' })
  const names = () => dialog.getByRole('listitem').allInnerTexts()
  const handle = (id: string) => dialog.locator(`[data-handle="${id}"]`)
  const [from, to] = [await handle('amount').boundingBox(), await handle('payer').boundingBox()]
  if (!from || !to) throw new Error('a column has no place')
  await agent.mouse.move(from.x + 8, from.y + 8)
  await agent.mouse.down()
  await agent.mouse.move(to.x + 8, to.y + 8, { steps: 8 })
  await agent.mouse.up()
  expect((await names()).slice(0, 3).map((text) => text.trim())).toEqual(['Reference, always first', 'Amount', 'Payer'])
  await dialog.getByRole('button', { name: 'Move Amount down' }).click()
  expect((await names())[1]?.trim()).toBe('Payer')
  await dialog.getByRole('button', { name: 'Move Amount up' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const heads = await table(agent).getByRole('columnheader').allInnerTexts()
  expect(heads.slice(0, 3).map((text) => text.trim())).toEqual(['Reference', 'Amount', 'Payer'])
})

test('on a telephone rows are selected by a button and their boxes, and still open by a press', async ({
  agent,
  sandbox,
}) => {
  await agent.setViewportSize({ width: 390, height: 844 })
  const mark = `HELD-${randomInt(1e9)}`
  const schedules = Array.from({ length: 14 }, (_, at) =>
    aSchedule({ custom_reference: `${mark}-${String.fromCharCode(65 + at)}` }),
  )
  await sandbox.plant(withPayers(...schedules))
  await agent.goto(`/schedules?reference=${mark}&sort=reference`)
  await expect(rows(agent)).toHaveCount(14)
  const button = agent.getByRole('button', { name: 'Select', exact: true })
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expect(bar(agent)).toBeHidden()
  await button.focus()
  await agent.keyboard.press('Enter')
  await expect(bar(agent).getByRole('status')).toHaveText('No schedules selected')
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(button, 'the focus stays where it was').toBeFocused()
  await expectAccessible(agent)
  await expectNoSidewaysScroll(agent)

  const box = (at: number) => table(agent).getByRole('checkbox', { name: `Select schedule ${schedules[at]?.id}` })
  const place = await box(0).boundingBox()
  if (!place) throw new Error('the box has no place')
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2]
  await agent.mouse.click(x - 21, y - 21)
  await expect(box(0), 'its target is 44 px wide and high').toBeChecked()
  await agent.mouse.click(x + 21, y + 21)
  await expect(box(0)).not.toBeChecked()
  await agent.mouse.click(x, y)
  await expect(bar(agent)).toContainText('1 schedule selected')
  for (const part of [
    button,
    bar(agent).locator('label'),
    bar(agent).getByRole('button', { name: 'Export' }),
    bar(agent).getByRole('button', { name: 'Clear selection' }),
  ]) {
    expect((await part.boundingBox())?.height, 'as high as a thumb takes').toBeGreaterThanOrEqual(44)
  }

  const hidden = () =>
    agent.evaluate(() => {
      const focused = document.activeElement?.closest('tr')?.getBoundingClientRect()
      const bar = document.querySelector('[role=toolbar]')?.getBoundingClientRect()
      return !focused || !bar || focused.bottom > bar.top
    })
  await rows(agent).first().getByRole('link').focus()
  for (let at = 1; at < 14; at += 1) {
    await agent.keyboard.press('j')
    await expect(rows(agent).nth(at).getByRole('link')).toBeFocused()
    expect(await hidden(), `row ${at + 1} under the bar`).toBe(false)
  }
  await agent.keyboard.press('x')
  await expect(box(13)).toBeChecked()

  const amount = table(agent).getByRole('row').nth(2).getByText('£')
  await amount.scrollIntoViewIfNeeded()
  const words = await amount.boundingBox()
  if (!words) throw new Error('the amount has no place')
  await agent.mouse.click(words.x + 5, words.y + 5)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(schedules[2]?.id ?? '')
  await agent.goBack()
  await expect(bar(agent), 'what was chosen stays chosen').toContainText('2 schedules selected')
  await bar(agent).getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar(agent)).toBeHidden()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
})
