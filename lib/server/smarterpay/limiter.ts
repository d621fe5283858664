import 'server-only'

// How many calls SmarterPay sees from us at once, and how many may stand in line for how long.

export class LineFull extends Error {
  override name = 'LineFull'
}

export type Limiter = {
  /** Waits for a place; resolves to the act that gives it back. Throws LineFull; where `signal` aborts, its reason. */
  enter(signal?: AbortSignal): Promise<() => void>
}

export function createLimiter({ atOnce = 8, waiting = 64, waitMs = 2_000 } = {}): Limiter {
  let running = 0
  const line: (() => void)[] = []

  const place = () => {
    let given = false
    return () => {
      if (given) return
      given = true
      running -= 1
      line.shift()?.()
    }
  }

  return {
    enter(signal) {
      if (signal?.aborted) return Promise.reject(signal.reason)
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
