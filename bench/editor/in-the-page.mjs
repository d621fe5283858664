// What is measured inside every page, the same way: from the act to the first moment after the frame that shows its result.

/** Defines `afterPaint`; runs before anything of the page. */
export function prepare() {
  window.afterPaint = (isDone, tell) => {
    const look = () => {
      if (!isDone()) return requestAnimationFrame(look)
      const channel = new MessageChannel()
      channel.port1.onmessage = () => tell(performance.now())
      channel.port2.postMessage(0)
    }
    requestAnimationFrame(look)
  }
}

/** The next event of that name begins; `window.tookMs` holds the milliseconds once `isDoneText` is true and painted. */
export function watch([name, isDoneText]) {
  const isDone = new Function(`return ${isDoneText}`)()
  delete window.tookMs
  addEventListener(
    name,
    (event) =>
      window.afterPaint(isDone, (at) => {
        window.tookMs = at - event.timeStamp
      }),
    { capture: true, once: true },
  )
}

/** Begins to write down the time of every frame, in `window.frames`. */
export function watchFrames() {
  window.frames = []
  const note = (at) => {
    window.frames.push(at)
    if (!window.enough) requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

/** The milliseconds between those frames. */
export function frameTimes() {
  window.enough = true
  return window.frames.slice(1).map((at, n) => at - window.frames[n])
}

/** Days of the editor's calendar whose content changes from here on, in `window.redrawn`; marks of the drag itself left out. */
export function watchDays() {
  window.redrawn = new Set()
  const MARKS = ['data-drop', 'data-takes', 'data-lifted']
  new MutationObserver((changes) => {
    for (const { target, attributeName } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const day = element?.closest('[data-date]')
      if (day && !MARKS.includes(attributeName)) window.redrawn.add(day.dataset.date)
    }
  }).observe(document.querySelector('[role="grid"]').parentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
}
