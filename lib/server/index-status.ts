import 'server-only'
import type { IndexStatus } from '@/lib/schedules/contract'
import { indexState } from './book/state'
import { EMBEDDED_COMFORT } from './book/sync'
import { store } from './store/store'

// What people are told of the index.

const text = (at: Date | null) => at?.toISOString() ?? null

/** For everybody: whether there is one, how old it is, and how far the pass that runs has come. */
export async function indexStatus(): Promise<IndexStatus> {
  const state = await indexState()
  return {
    kept: state !== null,
    asOf: text(state?.completeBegan ?? null),
    schedules: state?.completeRows ?? null,
    reading: state?.passBegan ? { since: state.passBegan.toISOString(), read: state.passRead } : null,
    lastEnd: state?.lastEnd ?? null,
    lastEnded: text(state?.lastEnded ?? null),
  }
}

/** For those who look after the dashboard: the same, on which store, and what ought to be done. */
export async function healthDetails() {
  const [{ kind }, index, state] = await Promise.all([store(), indexStatus(), indexState()])
  const many = kind === 'pglite' && (index.schedules ?? 0) > EMBEDDED_COMFORT
  return {
    ok: true,
    store: kind,
    index: { ...index, passes: state?.completePasses ?? 0, leaseUntil: text(state?.leaseUntil ?? null) },
    advice: many
      ? [
          `The embedded store is comfortable up to some ${EMBEDDED_COMFORT} schedules: set DATABASE_URL to a PostgreSQL.`,
        ]
      : [],
  }
}
