// What the runner and a worker (a process of the dashboard's own, without its screens) say to each other.
import type { Wanted } from '@/lib/schedules/judge'

/** How a write's way to SmarterPay is spoiled before it arrives; what arrives there is the sandbox's to spoil. */
export type Road = 'refused' | 'no-such-name' | 'hangs' | 'hangs-before-tls' | 'tls'

/** Ends the process, with no time for anything, before its step of that number (from 0), or while SmarterPay has the write. */
export type Kill = { beforeStep: number } | { afterSendMs: number }

/** When our own store takes nothing: from the start, or from the moment at which the write leaves. */
export type StoreDown = 'from-the-start' | 'after-the-send'

export type Order =
  | { do: 'see'; schedule: string }
  | {
      do: 'change'
      key: string
      schedule: string | null
      basis: string | null
      wanted: Wanted
      /** The change that this one tries again. */
      again?: string
      road?: { is: Road; port: number }
      kill?: Kill
      storeDown?: StoreDown
    }
  | { do: 'look'; schedule: string; road?: { is: Road; port: number }; storeDown?: StoreDown }
  | { do: 'row'; key: string }
  | { do: 'mend-store' }
  | { do: 'recover' }
  | { do: 'verify' }

/** A change as it stands in our store; null where there is none. */
export type Row = {
  state: string
  schedule: string | null
  sentAt: string | null
  after: Record<string, unknown> | null
  differences: unknown[]
  /** Phases of its records, in order. */
  phases: (string | null)[]
} | null

export type Told = { status: number; body: Record<string, unknown>; steps: string[] }
/** `problem`: thrown before anything was recorded. */
export type Reply<T = unknown> = { value: T } | { problem: string; steps: string[] } | { failed: string }
