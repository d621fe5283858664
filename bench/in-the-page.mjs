// What is measured inside a page, the same way on both: from the act to the frame after the wanted rows stood there. The page
// tells it by a line of its console, so that what drives the browser runs nothing in the page meanwhile.

/** Runs before anything of the page: tells in milliseconds when something first stood there, seen frame by frame. */
export function watchFirst(selector) {
  const look = () => {
    if (document.querySelector(selector)) {
      requestAnimationFrame(() => {
        const tookMs = performance.now()
        setTimeout(() => console.debug(`measured ${tookMs}`))
      })
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Waits for the milliseconds that the page tells next. Begin before the act. */
export async function measured(page) {
  const predicate = (message) => message.text().startsWith('measured ')
  const message = await page.waitForEvent('console', { predicate, timeout: 120_000 })
  return Number(message.text().slice('measured '.length))
}

/** The first data row of the list, on both pages. */
export const LIST_ROW = 'tbody a[href^="/schedules/"]'

/**
 * Starts the watch of one act: the next event of that name begins it; the frame after `isDone` becomes true ends it, and its
 * milliseconds are told.
 */
export function watchAct([isDoneText, name]) {
  const isDone = new Function(`return ${isDoneText}`)()
  addEventListener(
    name,
    (event) => {
      const look = () => {
        if (isDone()) {
          requestAnimationFrame(() => {
            const tookMs = performance.now() - event.timeStamp
            setTimeout(() => console.debug(`measured ${tookMs}`))
          })
        } else requestAnimationFrame(look)
      }
      look()
    },
    { capture: true, once: true },
  )
}

/** The rows that are to be seen: some may stand there unseen until they are written over. */
const ROWS_SEEN = `[...(table?.querySelectorAll('tbody tr') ?? [])].filter((row) => row.checkVisibility())`

/**
 * All rows of the list are of inactive schedules, and none of them waits for an answer. A row whose status nobody could read
 * stays under every filter of it.
 */
export const onlyInactive = `() => {
  const table = document.querySelector('table[aria-label="Schedules"]')
  const rows = ${ROWS_SEEN}
  return rows.length > 0 && !table.closest('[aria-busy="true"]') &&
    rows.every((row) => /\\b(inactive|unrecognised)\\b/i.test(row.innerText))
}`

/** All rows of the list hold this text, and none of them waits for an answer. */
export const onlyHolding = (text) => `() => {
  const table = document.querySelector('table[aria-label="Schedules"]')
  const rows = ${ROWS_SEEN}
  return rows.length > 0 && !table.closest('[aria-busy="true"]') && rows.every((row) => row.innerText.includes('${text}'))
}`

/** A schedule stands there with the table of its next payments. */
export const detailStands = `() =>
  /^Schedule /.test([...document.querySelectorAll('h1')].find((h) => h.checkVisibility())?.textContent ?? '') &&
  [...document.querySelectorAll('table')].some((t) => t.checkVisibility() && t.ariaLabel !== 'Schedules' && t.querySelector('tbody td'))`

/** The scripts that the page has fetched: their addresses, and their bytes as they came over the wire. */
export const scriptsFetched = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }))
