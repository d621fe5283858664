'use client'

import { Button } from '@/components/ui/button'
import { problemWords } from '@/components/ui/problem-words'

/** A page of the console that broke while it was made; the frame around it stands. */
export default function ConsoleError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = problemWords({ kind: 'unexpected', ref: error.digest ?? '' })
  return (
    <div className="flex flex-col items-start gap-1 px-4 py-10 sm:px-6">
      <h1 className="text-page font-strong">{words.title}</h1>
      <p className="mb-3 max-w-[62ch] text-ink-2">{words.text}</p>
      <div className="flex items-center gap-3">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        {words.ref && <span className="text-small text-ink-3">{words.ref}</span>}
      </div>
    </div>
  )
}
