// Where the system's few colours replace ours, what a ground alone told is told otherwise.
import type { Locator } from '@playwright/test'
import { expect } from './fixtures'
import { onThe28th, overReadBook, untilListed } from './read-book'
import { withPayers } from './records'

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
