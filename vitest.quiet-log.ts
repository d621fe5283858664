// The process's own log tells tests nothing that they do not check; warnings and errors stay, since nobody expects them.
import { vi } from 'vitest'

vi.mock(import('pino'), async (actual) => {
  const { default: pino } = await actual()
  const quiet = (options: object, ...to: []) => pino(to.length > 0 ? options : { ...options, level: 'warn' }, ...to)
  return { default: Object.assign(quiet, pino) }
})
