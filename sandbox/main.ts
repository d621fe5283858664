// `npm run sandbox`: the stand-in SmarterPay as a process of its own.
import { startSandbox } from './server'

const { SANDBOX_PORT, SMARTERPAY_TOKEN, TODAY, SANDBOX_SIZE } = process.env

const sandbox = await startSandbox({
  port: SANDBOX_PORT ? Number(SANDBOX_PORT) : 4010,
  ...(SMARTERPAY_TOKEN ? { token: SMARTERPAY_TOKEN } : {}),
  ...(TODAY ? { today: TODAY } : {}),
  seed: SANDBOX_SIZE ? { size: Number(SANDBOX_SIZE) } : {},
})
console.log(
  `Sandbox SmarterPay on ${sandbox.url}, ${sandbox.book.schedules.size} schedules, ${sandbox.book.clock.today()}`,
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    sandbox.close().then(() => process.exit(0))
  })
}
