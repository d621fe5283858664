import 'server-only'

// How many calls SmarterPay sees from us at once, and how many may stand in line for how long.

export class LineFull extends Error {
  override name = 'LineFull'
}

export type Limiter = {
  /**
   * Waits for a place; resolves to the act that gives it back. Throws LineFull; where `signal` aborts, its reason.
   * `last`: for what nobody waits for. It lets everybody in the line go first, takes half of the places at most, and waits as long as it must.
   */
  enter(signal?: AbortSignal, how?: { last?: boolean | undefined }): Promise<() => void>
}

export function createLimiter({ atOnce = 8, waiting = 64, waitMs = 2_000 } = {}): Limiter {
  let running = 0
  let runningLast = 0
  const line: (() => void)[] = []
  const lastLine: (() => void)[] = []
  const mayLast = () => running < atOnce && runningLast < atOnce / 2 && line.length === 0

  const letIn = () => {
    if (running < atOnce) line.shift()?.()
    if (mayLast()) lastLine.shift()?.()
  }
  const place = (onLeave: () => void = () => undefined) => {
    let given = false
    return () => {
      if (given) return
      given = true
      running -= 1
      onLeave()
      letIn()
    }
  }
  const lastPlace = () => {
    running += 1
    runningLast += 1
    return place(() => {
      runningLast -= 1
    })
  }

  const enterLast = (signal?: AbortSignal): Promise<() => void> => {
    if (mayLast()) return Promise.resolve(lastPlace())
    return new Promise((resolve, reject) => {
      const abort = () => {
        lastLine.splice(lastLine.indexOf(called), 1)
        reject(signal?.reason)
      }
      const called = () => {
        signal?.removeEventListener('abort', abort)
        resolve(lastPlace())
      }
      signal?.addEventListener('abort', abort, { once: true })
      lastLine.push(called)
    })
  }

  return {
    enter(signal, { last = false } = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason)
      if (last) return enterLast(signal)
      if (running < atOnce) {
        running += 1
        return Promise.resolve(place())
      }
      if (line.length >= waiting) return Promise.reject(new LineFull())
      return new Promise((resolve, reject) => {
        const leave = (reason: unknown) => {
          line.splice(line.indexOf(called), 1)
          done()
          reject(reason)
        }
        const tired = setTimeout(() => leave(new LineFull()), waitMs)
        const abort = () => leave(signal?.reason)
        const done = () => {
          clearTimeout(tired)
          signal?.removeEventListener('abort', abort)
        }
        const called = () => {
          done()
          running += 1
          resolve(place())
        }
        signal?.addEventListener('abort', abort)
        line.push(called)
      })
    },
  }
}
