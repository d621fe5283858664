// What is measured inside a page, the same way on both: from the act to the frame after the wanted rows stood there.

/** Runs before anything of the page: notes the time of the first data row, seen frame by frame. */
export function watchFirstRow() {
  const look = () => {
    if (document.querySelector('tbody a[href^="/schedules/"]')) {
      requestAnimationFrame(() => {
        window.firstRowMs = performance.now()
      })
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * Starts the watch of one act: the next press begins it; the frame after `isDone` becomes true ends it. Answers nothing;
 * `window.tookMs` holds the milliseconds then.
 */
export function watchAct(isDoneText) {
  const isDone = new Function(`return ${isDoneText}`)()
  delete window.tookMs
  addEventListener(
    'click',
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

/** All rows of the list are of inactive schedules, and none of them waits for an answer. */
export const onlyInactive = `() => {
  const table = document.querySelector('table[aria-label="Schedules"]')
  const rows = [...table.querySelectorAll('tbody tr')]
  return rows.length > 0 && !table.closest('[aria-busy="true"]') &&
    rows.every((row) => /\\binactive\\b/i.test(row.innerText))
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
