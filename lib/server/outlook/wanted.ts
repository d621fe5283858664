import 'server-only'

// Says that the copy moved, so that what is worked out from it follows soon. Known to whoever writes the copy.

type Held = typeof globalThis & { quarterdayOutlookWanted?: () => void }
const held: Held = globalThis

/** The copy has moved, or is about to. Costs nothing and never fails. */
export const wantOutlook = (): void => held.quarterdayOutlookWanted?.()

/** Who is told; one in a process. */
export function onOutlookWanted(tell: () => void): void {
  held.quarterdayOutlookWanted = tell
}
