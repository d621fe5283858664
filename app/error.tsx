'use client'

import { OurFault } from '@/components/ui/our-fault'

/** A page that broke while it was made: our own mistake, said in the same words as everywhere. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="flex min-h-[70dvh] flex-col items-start justify-center gap-1 px-6 sm:px-16">
      <OurFault reference={error.digest} onRetry={reset} />
    </main>
  )
}
