// One visit each to the editor and to what it is measured beside, in a browser that knows nothing yet.
import { scriptsFetched } from '../in-the-page.mjs'
import { weigh } from '../weigh.mjs'
import { frameTimes, prepare, watch, watchDays, watchFrames } from './in-the-page.mjs'
import { FROM, HELD, MONTH, TO } from './payments.mjs'

const WITHIN = { timeout: 60_000 }
const WINDOW = { width: 1440, height: 1000 }
const FRAMES_OF_A_DRAG = 90

async function withPage(browser, { cookies = [], slowdown }, act) {
  const context = await browser.newContext({ viewport: WINDOW })
  try {
    await context.addCookies(cookies)
    await context.addInitScript(prepare)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return await act(page)
  } finally {
    await context.close()
  }
}

const tookMs = async (page) => {
  await page.waitForFunction(() => window.tookMs > 0, undefined, WITHIN)
  return page.evaluate(() => window.tookMs)
}
/** Measures the next event of that name. Playwright's own way to wait is in the page by then, and no part of what is measured. */
async function measureNext(page, name, isDoneText) {
  await page.waitForFunction(() => true)
  await page.evaluate(watch, [name, isDoneText])
}
const middleOf = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox()
  return { x: x + width / 2, y: y + height / 2 }
}

/** Moves to and fro over the days for as many frames, then on to `to`; the milliseconds of each frame. */
async function carry(page, from, to) {
  await page.evaluate(watchFrames)
  const half = FRAMES_OF_A_DRAG / 3
  await page.mouse.move(from.x - 300, from.y + 80, { steps: half })
  await page.mouse.move(from.x + 300, from.y - 80, { steps: half })
  await page.mouse.move(to.x, to.y, { steps: half })
  return page.evaluate(frameTimes)
}

/** Picks up at one point and drops at another; frame times, and milliseconds from the drop to its result on screen. */
async function drag(page, from, to, isDoneText, beforeDrop = async () => undefined) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 })
  const frames = await carry(page, from, to)
  await beforeDrop()
  await measureNext(page, 'pointerup', isDoneText)
  await page.mouse.up()
  return { frames, drop: await tookMs(page) }
}

const movedInEditor = `() => document.querySelector('[data-date="${TO}"] [data-row]') && !document.querySelector('[data-date="${FROM}"] [data-row]')`
const editorStands = `() => document.querySelectorAll('[role="gridcell"][data-date]').length === 42 && document.querySelector('[data-date="${FROM}"] [data-row]')`

/** `schedule`: its id, planted with the payments; new for every visit, for a draft stays. */
export function visitEditor(browser, { url, cookies, slowdown, schedule }) {
  return withPage(browser, { cookies, slowdown }, async (page) => {
    await page.goto(`${url}/schedules/${schedule}?tab=payments&show=calendar&month=${MONTH}`)
    const held = page.locator(`[data-date="${FROM}"] [data-row]`)
    await held.waitFor(WITHIN)
    await page.waitForLoadState('networkidle')
    await page.getByRole('tab', { name: 'Overview' }).click()
    await held.waitFor({ state: 'detached', ...WITHIN })
    await measureNext(page, 'click', editorStands)
    await page.getByRole('tab', { name: 'Payments' }).click()
    const first = await tookMs(page)

    const day = page.locator(`[role="gridcell"][data-date="${TO}"]`)
    const { frames, drop } = await drag(page, await middleOf(held), await middleOf(day), movedInEditor, () =>
      page.evaluate(watchDays),
    )
    await page.waitForLoadState('networkidle')
    const redrawn = await page.evaluate(() => window.redrawn.size)
    return { first, frames, drop, redrawn }
  })
}

/** Bytes of scripts, by gzip, that come between the standing schedule page and the end of a first edit. */
export function bytesOfFirstEdit(browser, { url, cookies, schedule }) {
  return withPage(browser, { cookies, slowdown: 1 }, async (page) => {
    await page.goto(`${url}/schedules/${schedule}`)
    await page.getByRole('tab', { name: 'Payments' }).waitFor(WITHIN)
    await page.waitForLoadState('networkidle')
    const before = new Set((await page.evaluate(scriptsFetched)).map(({ name }) => name))
    await page.getByRole('tab', { name: 'Payments' }).click()
    const held = page.locator(`[data-row]`).first()
    await held.waitFor(WITHIN)
    await held.click()
    const dialog = page.getByRole('dialog', { name: /^Payment on / })
    await dialog.getByRole('button', { name: 'Skip this payment' }).click()
    await page.getByText('1 change', { exact: true }).waitFor(WITHIN)
    await page.waitForLoadState('networkidle')
    const fetched = await page.evaluate(scriptsFetched)
    return (await weigh(fetched.filter(({ name }) => !before.has(name)))).gzip
  })
}

/** FullCalendar with one month in view, or with twelve. */
export function visitFullCalendar(browser, { url, slowdown, year }) {
  const moved = `() => {
    const held = document.querySelector('[data-payment="${HELD.id}"][data-mirror="false"]')
    const day = document.querySelector('[data-date="${TO}"]')
    const [a, b] = [held?.getBoundingClientRect(), day?.getBoundingClientRect()]
    return a && b && a.left >= b.left - 2 && a.left < b.right && a.top >= b.top - 2 && a.top < b.bottom
  }`
  return withPage(browser, { slowdown }, async (page) => {
    await page.goto(`${url}/fullcalendar${year ? '?year' : ''}`)
    const held = page.locator(`[data-payment="${HELD.id}"][data-mirror="false"]`)
    await held.waitFor(WITHIN)
    const day = page.locator(`[data-date="${TO}"]`).first()
    await day.scrollIntoViewIfNeeded()
    const { drop } = await drag(page, await middleOf(held), await middleOf(day), moved)
    return { drop }
  })
}

export function visitBigCalendar(browser, { url, slowdown }) {
  return withPage(browser, { slowdown }, async (page) => {
    await page.goto(`${url}/big-calendar`)
    const show = page.getByRole('button', { name: 'Show' })
    await show.waitFor(WITHIN)
    await measureNext(page, 'click', `() => document.querySelectorAll('.rbc-event').length > 20`)
    await show.click()
    return { first: await tookMs(page) }
  })
}

export function visitPlainGrid(browser, { url, slowdown }) {
  return withPage(browser, { slowdown }, async (page) => {
    await page.goto(`${url}/plain-grid`)
    await page.locator('.held').waitFor(WITHIN)
    const middle = { x: WINDOW.width / 2, y: WINDOW.height / 2 }
    await page.mouse.move(middle.x, middle.y)
    return { frames: await carry(page, middle, { x: middle.x + 150, y: middle.y }) }
  })
}
