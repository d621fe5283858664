// One visit in a browser that knows nothing yet: the list cold, a filter, a schedule; in milliseconds, and bytes of scripts.
import { detailStands, LIST_ROW, measured, onlyInactive, scriptsFetched, watchAct, watchFirst } from './in-the-page.mjs'
import { weigh } from './weigh.mjs'

/**
 * `openFilter` brings the status filter's Inactive up, `pressInactive` turns it on or off. `cookies`: those of somebody who
 * signed in; none for the bare page. `slowdown`: how many times slower the processor is made.
 */
export async function visit(browser, { url, cookies, slowdown, openFilter, pressInactive }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.addCookies(cookies)
    await context.addInitScript(watchFirst, LIST_ROW)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const first = measured(page)
    await page.goto(url, { waitUntil: 'commit' })
    const firstRow = await first
    await page.waitForLoadState('networkidle')
    const fetched = await page.evaluate(scriptsFetched)

    await openFilter(page)
    await page.evaluate(watchAct, [onlyInactive, 'click'])
    const filtered = measured(page)
    await pressInactive(page)
    const filter = await filtered
    await pressInactive(page)
    const collects = page.locator('table[aria-label="Schedules"] tbody tr').filter({ has: page.getByText(/^active$/i) })
    const link = collects
      .filter({ hasText: /Ju[nl] 2025/ })
      .locator('a')
      .first()
    await link.waitFor()
    await page.keyboard.press('Escape')

    await page.evaluate(watchAct, [detailStands, 'click'])
    const opened = measured(page)
    await link.click()
    const detail = await opened
    const { gzip, sent } = await weigh(fetched)
    return { firstRow, scripts: gzip, sent, filter, detail }
  } finally {
    await context.close()
  }
}
