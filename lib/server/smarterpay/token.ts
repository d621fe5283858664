import 'server-only'

// The bearer token, behind one function, so that a fixed one may later give way to one that is fetched.

export type TokenKeeper = {
  current(): string
  /** Gets a new one; everybody who asks meanwhile waits for the same renewal. */
  renew(): Promise<void>
}

/** A fixed token cannot be renewed; after a refusal it is worth one more try a moment later, and no more. */
export function fixedToken(token: string, pause: () => Promise<unknown>): TokenKeeper {
  let renewal: Promise<void> | undefined
  return {
    current: () => token,
    renew() {
      renewal ??= pause().then(() => {
        renewal = undefined
      })
      return renewal
    },
  }
}
