'use client'

import { OurFault } from '@/components/ui/our-fault'

/** A page of the console that broke while it was made; the frame around it stands. */
export default function ConsoleError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="flex flex-col items-start gap-1 px-4 py-10 sm:px-6">
      <OurFault reference={error.digest} onRetry={reset} />
    </div>
  )
}
