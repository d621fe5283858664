import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { aCardSchedule, aPlan, aSchedule } from './records'
import type { Wire } from './sandbox'

/** A word that the references of one test share, so that the filter shows these alone. */
const newMark = () => `MARK-${randomInt(1e9)}`
const table = (page: Page) => page.getByRole('table', { name: 'Schedules' })
const rows = (page: Page) => table(page).getByRole('rowheader')
const references = async (page: Page) =>
  (await rows(page).getByRole('link').allTextContents()).map((text) => text.trim().split('-').at(-1))

function four(mark: string): (Wire & { id: string })[] {
  return [
    aSchedule({ custom_reference: `${mark}-A`, created_at: '2025-01-01T10:00:00Z' }),
    aSchedule({
      custom_reference: `${mark}-B`,
      created_at: '2025-01-02T10:00:00Z',
      status: 'inactive',
      upcoming_payments: '[]',
    }),
    aCardSchedule({ custom_reference: `${mark}-C`, created_at: '2025-01-03T10:00:00Z' }),
    aPlan({ custom_reference: `${mark}-D`, created_at: '2025-01-04T10:00:00Z' }),
  ]
}

test('each filter answers at once, stands in the address, and is one step of Back', async ({ agent, sandbox }) => {
  const mark = newMark()
  await sandbox.plant({ schedules: four(mark) })
  await agent.goto(`/schedules?reference=${mark}`)
  await expect(rows(agent)).toHaveCount(4)
  await agent.getByRole('button', { name: 'Status', exact: true }).click()
  await agent.getByRole('checkbox', { name: 'Inactive' }).check()
  await expect(rows(agent)).toHaveCount(1)
  expect(await references(agent)).toEqual(['B'])
  await expect(agent).toHaveURL(new RegExp(`reference=${mark}&status=inactive$`))
  await agent.keyboard.press('Escape')
  await expect(agent.getByRole('button', { name: 'Remove filter Status: Inactive' })).toBeVisible()

  await agent.goBack()
  await expect(rows(agent)).toHaveCount(4)
  await expect(agent.getByRole('button', { name: 'Remove filter Status: Inactive' })).toBeHidden()
  await agent.goForward()
  await expect(rows(agent)).toHaveCount(1)

  await agent.getByRole('button', { name: 'Remove filter Status: Inactive' }).click()
  await expect(rows(agent)).toHaveCount(4)
  await agent.getByRole('button', { name: 'Method', exact: true }).click()
  await agent.getByRole('checkbox', { name: 'Card' }).check()
  await expect(rows(agent)).toHaveCount(1)
  expect(await references(agent)).toEqual(['C'])
  await agent.keyboard.press('Escape')
  await agent.getByRole('button', { name: 'Remove filter Method: Card' }).click()
  await agent.getByRole('button', { name: 'Type', exact: true }).click()
  await agent.getByRole('checkbox', { name: 'Payment plan' }).check()
  await expect(rows(agent)).toHaveCount(1)
  expect(await references(agent)).toEqual(['D'])
  await agent.keyboard.press('Escape')

  await agent.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(agent).toHaveURL(/\/schedules$/)
  await expect(rows(agent)).toHaveCount(50)
})

test('an address with filters opens as it was sent to somebody', async ({ agent, sandbox }) => {
  const mark = newMark()
  await sandbox.plant({ schedules: four(mark) })
  await agent.goto(
    `/schedules?reference=${mark}&status=active&method=direct-debit&kind=ongoing&next=2025-06-19..2025-06-19`,
  )
  await expect(rows(agent)).toHaveCount(1)
  expect(await references(agent)).toEqual(['A'])
  const filters = agent.getByRole('group', { name: 'Filters' })
  for (const name of ['Status: Active', 'Method: Direct Debit', 'Type: Ongoing'])
    await expect(filters.getByRole('button', { name: `Remove filter ${name}` })).toBeVisible()
  await expect(agent.getByText('1 matches')).toBeVisible()
})

test('days are typed as people write them, and a day that does not exist is told at the field', async ({
  agent,
  sandbox,
}) => {
  const mark = newMark()
  await sandbox.plant({ schedules: four(mark) })
  await agent.goto(`/schedules?reference=${mark}`)
  await agent.getByRole('button', { name: 'Next payment', exact: true }).click()
  const panel = agent.getByRole('dialog', { name: 'Next payment' })
  await panel.getByRole('textbox', { name: 'From' }).fill('31/06/2025')
  await panel.getByRole('button', { name: 'Apply dates' }).click()
  await expect(panel.getByRole('textbox', { name: 'From' })).toHaveAccessibleDescription(/day that exists/)
  await panel.getByRole('textbox', { name: 'From' }).fill('16/06/2025')
  await panel.getByRole('textbox', { name: 'To' }).fill('19/06/2025')
  await panel.getByRole('button', { name: 'Apply dates' }).click()
  await expect(agent).toHaveURL(/next=2025-06-16\.\.2025-06-19/)
  await expect.poll(async () => (await references(agent)).sort()).toEqual(['A', 'B', 'D'])
})

test('SmarterPay sorts, the header says how, and the address keeps it', async ({ agent, sandbox }) => {
  const mark = newMark()
  await sandbox.plant({ schedules: four(mark) })
  await agent.goto(`/schedules?reference=${mark}`)
  await expect.poll(() => references(agent), 'newest first').toEqual(['D', 'C', 'B', 'A'])
  const header = table(agent).getByRole('columnheader', { name: 'Sort by reference' })
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(() => references(agent)).toEqual(['A', 'B', 'C', 'D'])
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(() => references(agent)).toEqual(['D', 'C', 'B', 'A'])
  await expect(agent).toHaveURL(/sort=-reference/)
  await agent.reload()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect(table(agent).getByRole('button', { name: 'Sort by amount' }), 'SmarterPay cannot').toHaveCount(0)
})

test('pages are turned without an invented total', async ({ agent, sandbox }) => {
  const mark = newMark()
  const schedules = Array.from({ length: 60 }, (_, n) => aSchedule({ custom_reference: `${mark}-${n}` }))
  await sandbox.plant({ schedules })
  await agent.goto(`/schedules?reference=${mark}&size=25`)
  const pager = agent.getByRole('navigation', { name: 'Pagination' })
  await expect(pager).toContainText('1–25, more follow')
  await expect(agent.getByText('More than 25')).toBeVisible()
  // Of each page the first screenful is drawn at first, the rest after it.
  const whole = async (count: number) => {
    await expect(rows(agent)).toHaveCount(count)
    return references(agent)
  }
  const first = await whole(25)
  await pager.getByRole('button', { name: 'Next page' }).click()
  await expect(pager).toContainText('26–50, more follow')
  const second = await whole(25)
  await pager.getByRole('button', { name: 'Next page' }).click()
  await expect(pager).toContainText('51–60, the last')
  await expect(pager.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true')
  const third = await whole(10)
  expect(new Set([...first, ...second, ...third]).size, 'each schedule once').toBe(60)
  await expect(agent.getByText('60 schedules')).toBeVisible()
  await agent.goBack()
  await expect(pager).toContainText('26–50')
  await pager.getByRole('combobox', { name: 'Rows per page' }).selectOption('100')
  await expect(rows(agent)).toHaveCount(60)
  await expect(agent).toHaveURL(/size=100/)
})

test('what an address holds beyond what is known is left out and named', async ({ agent }) => {
  await agent.goto('/schedules?colour=red&status=paused&page=0&amount=100..200')
  await expect(rows(agent)).toHaveCount(50)
  const notice = agent.getByRole('main').getByRole('status').filter({ hasText: 'left out' })
  await expect(notice).toContainText('“colour” is not known here.')
  await expect(notice).toContainText('Status is active, inactive or both.')
  await expect(notice).toContainText('SmarterPay cannot filter by amount')
})

test('typing never gets ahead of itself: what stands in the field is what is shown', async ({ agent, sandbox }) => {
  const mark = newMark()
  const [one] = four(mark)
  await sandbox.plant({ schedules: four(mark).concat(one ? [{ ...one, custom_reference: `${mark}-SPECIAL` }] : []) })
  await agent.goto('/schedules')
  await agent.getByRole('searchbox', { name: 'Search schedules' }).pressSequentially(`${mark}-SPECIAL`, { delay: 20 })
  await expect(rows(agent)).toHaveCount(1)
  expect(await references(agent)).toEqual(['SPECIAL'])
  await agent.goBack()
  await expect(agent, 'typing is not a step of Back').not.toHaveURL(/q=/)
})

test('columns and density are kept for the person', async ({ agent }) => {
  await agent.goto('/schedules')
  await agent.getByRole('button', { name: 'Columns' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Choose columns' })
  await dialog.getByRole('checkbox', { name: 'AUDDIS reference' }).check()
  await dialog.getByRole('checkbox', { name: 'Then' }).uncheck()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await agent.getByRole('radio', { name: 'Compact' }).check({ force: true })
  await agent.reload()
  await expect(table(agent).getByRole('columnheader', { name: 'AUDDIS reference' })).toBeVisible()
  await expect(table(agent).getByRole('columnheader', { name: 'Then' })).toHaveCount(0)
  await expect(agent.getByRole('radio', { name: 'Compact' })).toBeChecked()
})

test('one record that cannot be read is one marked row, one part one marked part', async ({ agent, sandbox }) => {
  const mark = newMark()
  await sandbox.plant({
    schedules: [
      aSchedule({ custom_reference: `${mark}-A` }),
      aSchedule({ custom_reference: `${mark}-B`, amount: '22.50' }),
      { ...aSchedule({ custom_reference: `${mark}-C` }), id: 'no id at all' },
    ],
  })
  await agent.goto(`/schedules?reference=${mark}`)
  await expect(rows(agent)).toHaveCount(2)
  await expect(
    table(agent)
      .getByRole('row')
      .filter({ hasText: `${mark}-B` }),
  ).toContainText('Not readable')
  await expect(
    table(agent)
      .getByRole('row')
      .filter({ hasText: `${mark}-A` }),
  ).toContainText('£25.32')
  await expect(table(agent)).toContainText('could not be read')
})

test('an odd text is a text: nothing in it runs, nothing in it is hidden', async ({ agent, sandbox }) => {
  const mark = newMark()
  const odd = `${mark}"><img src=x onerror=x>`
  await sandbox.plant({ schedules: [aSchedule({ custom_reference: odd, description: '=1+1<script>x</script>' })] })
  await agent.goto(`/schedules?reference=${mark}&cols=reference,description`)
  await expect(rows(agent)).toContainText('<img src=x onerror=x>')
  await expect(table(agent)).toContainText('=1+1<script>x</script>')
})

test('an inactive schedule shows no payment as due', async ({ agent, sandbox }) => {
  const mark = newMark()
  const changes = {
    custom_reference: mark,
    status: 'inactive',
    upcoming_payments: '[]',
    next_collection_date: '2025-06-19',
  }
  await sandbox.plant({ schedules: [aSchedule(changes)] })
  await agent.goto(`/schedules?reference=${mark}`)
  await expect(rows(agent)).toHaveCount(1)
  await expect(table(agent)).not.toContainText('19 Jun')
  await expect(table(agent)).toContainText('Inactive')
})

test('names and accounts of payers are not in the list', async ({ agent }) => {
  await agent.goto('/schedules')
  await expect(rows(agent)).toHaveCount(50)
  const answers = await (await agent.request.get('/api/schedules?size=50')).text()
  expect(answers).not.toMatch(/account_number|accountNumber|sort_?code|email|first_name/i)
})
