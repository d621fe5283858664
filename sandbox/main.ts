// `npm run sandbox`: the stand-in SmarterPay as a process of its own. A setting that cannot stand stops it with one sentence.
import { type SandboxOptions, startSandbox } from './server'

function number(name: string, standard: number, most: number): number {
  const text = process.env[name]
  if (!text) return standard
  if (!/^\d{1,6}$/.test(text) || Number(text) > most) throw new Error(`${name} must be a number up to ${most}.`)
  return Number(text)
}

function settings(): SandboxOptions {
  const { SMARTERPAY_TOKEN, TODAY } = process.env
  return {
    port: number('SANDBOX_PORT', 4010, 65_535),
    seed: { size: number('SANDBOX_SIZE', 2500, 100_000) },
    ...(SMARTERPAY_TOKEN ? { token: SMARTERPAY_TOKEN } : {}),
    ...(TODAY ? { today: TODAY } : {}),
  }
}

try {
  const { url, book, close } = await startSandbox(settings())
  console.log(`Sandbox SmarterPay on ${url}, ${book.schedules.size} schedules, ${book.clock.today()}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => close().then(() => process.exit(0)))
} catch (error) {
  console.error(`The sandbox did not start: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
