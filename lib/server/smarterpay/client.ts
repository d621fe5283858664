import 'server-only'
import { env, smarterpayOrigin } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { createTransport, type Transport } from './transport'

// One transport for the whole process, however many bundles Next makes of this file: the limits are the process's.

const KEY = Symbol.for('quarterday.smarterpay')
const shared: typeof globalThis & { [KEY]?: Transport } = globalThis

/** The road to the SmarterPay that the settings name. */
export function smarterpay(): Transport {
  if (shared[KEY]) return shared[KEY]
  const settings = env()
  shared[KEY] = createTransport({
    origin: smarterpayOrigin(settings),
    token: settings.SMARTERPAY_TOKEN,
    readTimeoutMs: settings.SMARTERPAY_READ_TIMEOUT_MS,
    writeTimeoutMs: settings.SMARTERPAY_WRITE_TIMEOUT_MS,
    log,
  })
  return shared[KEY]
}
