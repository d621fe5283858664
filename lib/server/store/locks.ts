import 'server-only'

/** Numbers of PostgreSQL's advisory locks, each for one thing that one transaction at a time may do; the database knows no other names for them. */
export const LOCKS = {
  migrations: 7_430_251_962,
  /** The chain of records: each is written after the one before. */
  chain: 7_430_251_963,
  snapshots: 7_430_251_964,
  outlook: 7_430_251_965,
} as const
