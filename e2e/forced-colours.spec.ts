// Where the system's few colours replace ours, what a ground alone told is told otherwise.
import type { Locator } from '@playwright/test'
import { expect } from './fixtures'
import { onThe28th, overReadBook, untilListed } from './read-book'
import { aSchedule, type Row, upcoming, withPayers } from './records'

const test = overReadBook()

const computed = (part: Locator, name: string, pseudo?: string) =>
  part.evaluate((element, [property, of]) => getComputedStyle(element, of).getPropertyValue(property), [
    name,
    pseudo,
  ] as const)

test('in forced colours blocked buttons, the open page and tab, and the strengths of the heat map stay apart', async ({
  page,
  signIn,
  sandbox,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await sandbox.plant(withPayers(onThe28th('APART', 2532)))
  await signIn('finance')
  await untilListed(page, '2025-07-28', 1)
  await page.goto('/schedules')
  const [blocked, free] = ['Previous page', 'Export'].map((name) => page.getByRole('button', { name }))
  if (!blocked || !free) throw new Error('two buttons')
  await expect(blocked).toHaveAttribute('aria-disabled', 'true')
  expect(await computed(blocked, 'color')).not.toBe(await computed(free, 'color'))
  const here = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Schedules' })
  const ground = await computed(page.locator('body'), 'background-color')
  expect(await computed(here, 'background-color', '::before'), 'the mark of the open page').not.toBe(ground)

  await page.goto('/collections?from=2025-07-01&to=2025-07-31&section=heat-map')
  const [open, other] = [true, false].map((selected) => page.getByRole('tab', { selected }).first())
  if (!open || !other) throw new Error('two tabs')
  expect(await computed(other, 'border-bottom-width'), 'a tab that is not open has no line').toBe('0px')
  expect(await computed(open, 'border-bottom-width')).toBe('4px')
  const marks = page.locator('li > [class*="heat-"]')
  await expect(marks).toHaveCount(5)
  const grounds = await marks.evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor))
  expect(new Set(grounds).size, 'each strength has a ground of its own').toBe(5)
  const day = page.getByRole('link', { name: /^Monday 28 July 2025/ })
  await day.focus()
  expect(await computed(day, 'outline-style')).toBe('solid')
})

test('in forced colours the ring around a day of the year is whole, and today and locked fields have a look of their own', async ({
  agent,
  sandbox,
}) => {
  await agent.emulateMedia({ forcedColors: 'active' })
  const rows: Row[] = [
    ['2025-06-06', 2532],
    ['2025-07-21', 2532],
    ['2025-08-19', 0],
  ]
  const schedule = aSchedule({ next_collection_date: '2025-06-06', upcoming_payments: upcoming(rows) })
  await sandbox.plant({ schedules: [schedule] })
  await agent.goto(`/schedules/${schedule.id}?tab=payments&show=year&month=2025-06`)
  for (const name of [/^Monday 21 July 2025/, /^Tuesday 19 August 2025/, /^Friday 19 September 2025.*projected$/]) {
    const ring = agent.getByRole('button', { name }).locator('span')
    expect(await computed(ring, 'border-top-color'), 'the ring').toBe(await computed(ring, 'color'))
    // Else a ground is painted behind the number, over the ring.
    expect(await computed(ring, 'forced-color-adjust')).toBe('none')
  }
  const today = agent.locator('[data-day="2025-06-05"] > span')
  expect(await computed(today, 'outline-style'), 'the ring around today').toBe('solid')

  await agent.getByRole('tab', { name: 'List' }).click()
  const [locked, free] = ['Friday 6 June 2025', 'Monday 21 July 2025'].map((day) =>
    agent.getByRole('textbox', { name: `Payment date, ${day}` }),
  )
  if (!locked || !free) throw new Error('two fields')
  await expect(locked).toHaveAttribute('readonly')
  expect(await computed(locked, 'color')).not.toBe(await computed(free, 'color'))
  expect(await computed(locked.locator('..'), 'border-top-style')).toBe('dashed')
  expect(await computed(free.locator('..'), 'border-top-style')).toBe('solid')
})
