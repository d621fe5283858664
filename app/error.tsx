'use client'

import { Button } from '@/components/ui/button'
import { problemWords } from '@/components/ui/problem-words'

/** A page that broke while it was made: our own mistake, said in the same words as everywhere. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = problemWords({ kind: 'unexpected', ref: error.digest ?? '' })
  return (
    <main id="main" className="flex min-h-[70dvh] flex-col items-start justify-center gap-1 px-6 sm:px-16">
      <h1 className="text-page font-strong">{words.title}</h1>
      <p className="mb-3 max-w-[62ch] text-ink-2">{words.text}</p>
      <div className="flex items-center gap-3">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        {words.ref && <span className="text-small text-ink-3">{words.ref}</span>}
      </div>
    </main>
  )
}
