import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, expectAccessible, test } from './fixtures'
import { aSchedule, newId, upcoming } from './records'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export schedules' })

async function openDialog(page: Page, form: 'CSV' | 'Excel'): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: form }).press('Enter')
  await expect(dialog(page)).toBeVisible()
}

async function exported(page: Page): Promise<Download> {
  const download = page.waitForEvent('download')
  await dialog(page)
    .getByRole('button', { name: /^Export as/ })
    .press('Enter')
  return download
}

const bytesOf = async (download: Download) => readFileSync(await download.path())

/** Lines of a file whose fields hold no line breaks; a quoted field is opened. */
function lines(text: string): string[][] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
}

test('an agent takes what the filter holds out as CSV, and nothing in it is a formula', async ({ agent, sandbox }) => {
  const mark = newId('OUT-')
  const one = aSchedule({ custom_reference: `${mark}-A`, description: '=HYPERLINK("http://evil.test")' })
  const two = aSchedule({ custom_reference: `${mark}-B`, status: 'inactive', upcoming_payments: '[]' })
  await sandbox.plant({ schedules: [one, two] })
  await agent.goto(`/schedules?reference=${mark}&cols=reference,amount,next,description`)
  await openDialog(agent, 'CSV')
  await expect(dialog(agent)).toContainText(`Custom reference contains ${mark}`)
  await expect(dialog(agent)).toContainText('An agent can take out 500 rows at once.')
  await expectAccessible(agent)
  const download = await exported(agent)
  expect(download.suggestedFilename()).toBe('schedules-2025-06-05.csv')
  const text = (await bytesOf(download)).toString('utf8')
  const [head, ...rows] = lines(text.replace(/^\uFEFF/, ''))
  expect(head).toEqual([
    'id',
    'custom_reference',
    'amount_pence',
    'amount_gbp',
    'next_payment',
    'next_payment_uk',
    'description',
  ])
  expect(rows).toHaveLength(2)
  expect(rows.find(([id]) => id === one.id)).toEqual([
    one.id,
    `${mark}-A`,
    '2532',
    '25.32',
    '2025-06-19',
    '19/06/2025',
    `'=HYPERLINK("http://evil.test")`,
  ])
  expect(rows.find(([id]) => id === two.id)?.slice(4, 6), 'an inactive schedule has nothing due').toEqual(['', ''])
  await expect(agent.getByRole('status', { name: 'Updates' })).toContainText('schedules-2025-06-05.csv')
  await expect(dialog(agent)).toBeHidden()
})

test('finance takes every listed payment out as a workbook that says what it is', async ({ page, signIn, sandbox }) => {
  const mark = newId('OUT-')
  const list = upcoming([
    ['2025-06-19', 2532],
    ['2025-07-21', 0],
    ['2025-08-19', 2532],
  ])
  await sandbox.plant({ schedules: [aSchedule({ custom_reference: mark, upcoming_payments: list })] })
  await signIn('finance')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`/schedules?reference=${mark}`)
  await openDialog(page, 'Excel')
  await dialog(page)
    .getByRole('radio', { name: /One row per payment/ })
    .check()
  await expectAccessible(page)
  const files = unzipSync(new Uint8Array(await bytesOf(await exported(page))))
  const part = (name: string) => new TextDecoder().decode(files[name])
  const sheet = part('xl/worksheets/sheet1.xml')
  expect([...sheet.matchAll(/<row>/g)]).toHaveLength(4)
  expect(sheet).not.toMatch(/<f[ >]/)
  expect(sheet).toContain('>21/07/2025<')
  expect(sheet).toContain('>skipped<')
  const about = part('xl/worksheets/sheet2.xml')
  expect(about).toContain('Filter: reference')
  expect(about).toContain(mark)
  for (const name of Object.keys(files)) expect(part(name), name).not.toMatch(/TargetMode|hyperlink/i)
})

test('what is too much for an agent is told with the way out, and an admin is not offered it', async ({
  agent,
  context,
  signIn,
  watch,
}) => {
  watch.allowStatus(413)
  await agent.goto('/schedules')
  await openDialog(agent, 'CSV')
  await dialog(agent).getByRole('button', { name: 'Export as CSV' }).click()
  await expect(dialog(agent).getByRole('alert')).toContainText('An agent can take out 500 rows at once', {
    timeout: 30_000,
  })
  await expectAccessible(agent)
  await context.clearCookies()
  await signIn('admin')
  await agent.goto('/schedules')
  await expect(agent.getByRole('table', { name: 'Schedules' })).toBeVisible()
  await expect(agent.getByRole('button', { name: 'Export' })).toHaveCount(0)
})
