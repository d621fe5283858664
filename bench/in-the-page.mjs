// What is measured inside a page, the same way on both: from the act to the frame after the wanted rows stood there.

/** Runs before anything of the page: notes in `window.firstMs` when something first stood there, seen frame by frame. */
export function watchFirst(selector) {
  const look = () => {
    if (document.querySelector(selector)) {
      requestAnimationFrame(() => {
        window.firstMs = performance.now()
      })
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** The first data row of the list, on both pages. */
export const LIST_ROW = 'tbody a[href^="/schedules/"]'

/**
 * Starts the watch of one act: the next event of that name begins it; the frame after `isDone` becomes true ends it. Answers
 * nothing; `window.tookMs` holds the milliseconds then.
 */
export function watchAct([isDoneText, name]) {
  const isDone = new Function(`return ${isDoneText}`)()
  delete window.tookMs
  addEventListener(
    name,
    (event) => {
      const look = () => {
        if (isDone()) {
          requestAnimationFrame(() => {
            window.tookMs = performance.now() - event.timeStamp
          })
        } else requestAnimationFrame(look)
      }
      look()
    },
    { capture: true, once: true },
  )
}

/**
 * All rows of the list are of inactive schedules, and none of them waits for an answer. A row whose status nobody could read
 * stays under every filter of it.
 */
export const onlyInactive = `() => {
  const table = document.querySelector('table[aria-label="Schedules"]')
  const rows = [...table.querySelectorAll('tbody tr')]
  return rows.length > 0 && !table.closest('[aria-busy="true"]') &&
    rows.every((row) => /\\b(inactive|unrecognised)\\b/i.test(row.innerText))
}`

/** All rows of the list hold this text, and none of them waits for an answer. */
export const onlyHolding = (text) => `() => {
  const table = document.querySelector('table[aria-label="Schedules"]')
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])]
  return rows.length > 0 && !table.closest('[aria-busy="true"]') && rows.every((row) => row.innerText.includes('${text}'))
}`

/** A schedule stands there with the table of its next payments. */
export const detailStands = `() =>
  /^Schedule /.test([...document.querySelectorAll('h1')].find((h) => h.checkVisibility())?.textContent ?? '') &&
  [...document.querySelectorAll('table')].some((t) => t.checkVisibility() && t.ariaLabel !== 'Schedules' && t.querySelector('tbody td'))`

/** Bytes of scripts as they came over the wire, compressed. */
export const scriptBytes = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
