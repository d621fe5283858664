// From the last key of a search to its rows, in the list and on a bare page over the same copy, by turns in one browser.
import { join } from 'node:path'
import { answering, environmentWith, freePort, ROOT, start } from '../scripts/processes.mjs'
import { median } from './figures.mjs'
import { measured, onlyHolding, watchAct } from './in-the-page.mjs'

const SLOWDOWNS = [1, 4]
const WITHIN = { timeout: 60_000 }
/** A part of a reference that some twenty schedules have; without its last key a page of others would stand there. */
const [TYPED, LAST] = ['MEM-471', '1']

async function startBare(databaseUrl) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = start(join(ROOT, 'bench/bare/search-server.mjs'), [databaseUrl, String(port)], {
    env: environmentWith({}),
  })
  await answering(`${url}/icon.svg`, program)
  return { url, ...program }
}

/** Milliseconds from the last key to the frame after its rows stood there. */
async function lastKey(browser, { url, cookies, slowdown }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(url)
    await page.locator('table[aria-label="Schedules"] tbody tr').first().waitFor(WITHIN)
    await page.waitForLoadState('networkidle')
    await page.getByRole('searchbox', { name: 'Search schedules' }).pressSequentially(TYPED, { delay: 120 })
    await page.waitForFunction(new Function(`return (${onlyHolding(TYPED)})()`), undefined, WITHIN)
    await page.waitForLoadState('networkidle')
    await page.evaluate(watchAct, [onlyHolding(`${TYPED}${LAST}`), 'keydown'])
    const stood = measured(page)
    await page.keyboard.press(LAST)
    return await stood
  } finally {
    await context.close()
  }
}

/** Medians for a processor as it is and a slower one: `[{ slowdown, ours, bare }]`. `people`: who signed in, used by turns. */
export async function measureTyping({ browser, dashboardUrl, databaseUrl, people, rounds }) {
  const bare = await startBare(databaseUrl)
  try {
    const taken = []
    for (const slowdown of SLOWDOWNS) {
      const [ours, theirs] = [[], []]
      for (let round = -1; round < rounds; round += 1) {
        const cookies = people[(round + 1) % people.length].forBrowser
        const one = await lastKey(browser, { url: `${dashboardUrl}/schedules`, cookies, slowdown })
        const other = await lastKey(browser, { url: `${bare.url}/`, cookies: [], slowdown })
        // The first of each warms the servers up and does not count.
        if (round >= 0) {
          ours.push(one)
          theirs.push(other)
        }
      }
      taken.push({ slowdown, ours: median(ours), bare: median(theirs) })
    }
    return taken
  } finally {
    await bare.end()
  }
}
