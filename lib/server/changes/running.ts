import 'server-only'

// Which changes this process has in hand. On globalThis, since the server's bundles may each hold a copy of a module.

type Hands = { sending: Set<string>; looking: Set<string> }
const KEY = Symbol.for('quarterday.changes')
const shared = globalThis as typeof globalThis & { [KEY]?: Hands }

/** Ids of changes that are being made, and of those that are being looked after, in this process. */
export function inHand(): Hands {
  shared[KEY] ??= { sending: new Set(), looking: new Set() }
  return shared[KEY]
}
