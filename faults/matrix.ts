// The 28 faults, and how each is made to happen to one write or read.
import type { Chance } from '@/sandbox/chance'
import type { FaultName } from '@/sandbox/faults'
import type { Road, StoreDown } from './messages'
import { WINDOW_MS } from './process'

/** One way in which a fault happens. `sandbox`: at SmarterPay's end. `again`: so many requests in a row meet it. */
export type Way = {
  sandbox?: { fault: FaultName; params?: Record<string, unknown>; times?: number }
  road?: Road
  storeDown?: StoreDown
  killed?: true
}
export type FaultCase = { name: string; way: (chance: Chance) => Way }

const at = (fault: FaultName, params: Record<string, unknown> = {}, times = 1): Way => ({
  sandbox: { fault, params, times },
})
const ALWAYS = 1_000

export const KILLED = 'our process killed'

export const FAULTS: readonly FaultCase[] = [
  { name: 'refused connection', way: () => ({ road: 'refused' }) },
  { name: 'no such name', way: () => ({ road: 'no-such-name' }) },
  { name: 'connect hangs', way: (chance) => ({ road: chance.pick(['hangs', 'hangs-before-tls'] as const) }) },
  { name: 'TLS failure', way: () => ({ road: 'tls' }) },
  { name: 'reset before reading', way: () => at('reset') },
  { name: 'applied then reset', way: () => at('applied-reset') },
  { name: 'applied then silence', way: () => at('applied-silence') },
  { name: 'silence, never applied', way: () => at('silence') },
  {
    name: 'applied after the connection is gone',
    way: (chance) => at('applied-late', { ms: chance.pick([0.2, 0.7, 2.5]) * WINDOW_MS }),
  },
  { name: '500 not applied', way: () => at('500') },
  { name: '500 applied', way: (chance) => at('500', { applied: true, stored: chance.happens(0.5) }) },
  { name: 'gateway HTML', way: (chance) => at('gateway-html', { applied: chance.happens(0.5) }) },
  { name: '429 or 503 with Retry-After', way: (chance) => at(chance.pick(['429', '503'] as const), { retryAfter: 1 }) },
  { name: '498 once', way: () => at('498') },
  { name: '498 always', way: () => at('498', {}, ALWAYS) },
  { name: '204', way: (chance) => at('204', { applied: chance.happens(0.7) }) },
  { name: 'HTML with 200', way: (chance) => at('html-200', { applied: chance.happens(0.7) }) },
  { name: 'cut JSON', way: (chance) => at('cut-json', { clean: chance.happens(0.5) }) },
  { name: "another record's answer", way: () => at('other-record') },
  { name: 'drifting spellings and types', way: () => at('drift') },
  { name: 'one byte a second', way: () => at('slow', { ms: 1_000 }) },
  { name: '50 MB', way: () => at('huge') },
  { name: 'a failure replayed for the key', way: () => at('failure-stored') },
  {
    name: 'stored differently than asked',
    way: (chance) => at('stored-differently', chance.happens(0.5) ? { days: 1 } : { pence: 7 }),
  },
  {
    name: 'redirect to another host',
    way: (chance) => at('redirect', { to: 'http://127.0.0.2:9/', applied: chance.happens(0.3) }),
  },
  {
    name: 'reads behind writes',
    way: (chance) => at('reads-behind', chance.happens(0.5) ? { reads: 2 } : { ms: 500 }),
  },
  {
    name: 'our store refusing',
    way: (chance) => ({ storeDown: chance.pick(['from-the-start', 'after-the-send'] as const) }),
  },
  { name: KILLED, way: () => ({ killed: true }) },
]
