'use client'

import { Loader } from 'lucide-react'
import { Delayed } from './delayed'

/** "Loading schedules", after half a second; after six, that SmarterPay is slow. `what` as in "schedules". */
export function Waiting({ what }: { what: string }) {
  return (
    <p role="status" className="flex min-h-5 items-center gap-2 text-small text-ink-2">
      <Delayed ms={500}>
        <Loader size={14} strokeWidth={1.9} aria-hidden />
        <span>
          Loading {what}
          <Delayed ms={6_000}>. SmarterPay is slow to answer; still waiting.</Delayed>
        </span>
      </Delayed>
    </p>
  )
}
