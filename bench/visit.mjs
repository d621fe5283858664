// One visit in a browser that knows nothing yet: the list cold, a filter, a schedule; in milliseconds, and bytes of scripts.
import { detailStands, LIST_ROW, onlyInactive, scriptBytes, watchAct, watchFirst } from './in-the-page.mjs'

const WITHIN = { timeout: 60_000 }

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
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.firstMs > 0, undefined, WITHIN)
    const firstRow = await page.evaluate(() => window.firstMs)
    await page.waitForLoadState('networkidle')
    const scripts = await page.evaluate(scriptBytes)

    await openFilter(page)
    await page.evaluate(watchAct, [onlyInactive, 'click'])
    await pressInactive(page)
    await page.waitForFunction(() => window.tookMs > 0, undefined, WITHIN)
    const filter = await page.evaluate(() => window.tookMs)
    await pressInactive(page)
    const collects = page.locator('table[aria-label="Schedules"] tbody tr').filter({ has: page.getByText(/^active$/i) })
    const link = collects
      .filter({ hasText: /Ju[nl] 2025/ })
      .locator('a')
      .first()
    await link.waitFor()
    await page.keyboard.press('Escape')

    await page.evaluate(watchAct, [detailStands, 'click'])
    await link.click()
    await page.waitForFunction(() => window.tookMs > 0, undefined, WITHIN)
    const detail = await page.evaluate(() => window.tookMs)
    return { firstRow, scripts, filter, detail }
  } finally {
    await context.close()
  }
}
