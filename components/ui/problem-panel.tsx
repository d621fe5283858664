'use client'

import { CloudOff, LogIn, type LucideIcon, SearchX, WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Problem } from '@/lib/problem'
import { Banner } from './banner'
import { Button, TextButton } from './button'
import { LinkButton } from './link-button'
import { useOffline } from './offline'
import { problemWords } from './problem-words'
import { useRole } from './reader-role'

const ICONS: Partial<Record<Problem['kind'], LucideIcon>> = {
  unreachable: CloudOff,
  'not-found': SearchX,
  'not-signed-in': LogIn,
}
const STANDARD_WAIT_SECONDS = 20

/** Counts down, then asks again; starts anew whenever `since` changes. */
function AskAgain({ onRetry, seconds, since }: { onRetry: () => void; seconds: number; since: unknown }) {
  const [left, setLeft] = useState(seconds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new failure starts a new wait
  useEffect(() => {
    setLeft(seconds)
    const timer = setInterval(() => setLeft((now) => now - 1), 1_000)
    return () => clearInterval(timer)
  }, [seconds, since])
  useEffect(() => {
    if (left === 0) onRetry()
  }, [left, onRetry])
  return <span className="tabular-nums">{left > 0 ? ` Trying again in ${left} s.` : ' Trying again now.'}</span>
}

const signInHref = () =>
  `/sign-in?callbackUrl=${encodeURIComponent(typeof location === 'undefined' ? '/' : location.pathname + location.search)}`

export type ProblemPanelProps = {
  problem: Problem
  /** Reads again. Left out where nothing can be read again. */
  onRetry?: (() => void) | undefined
  /** Changes with each failure, so that waiting starts anew. */
  since?: unknown
  /** What still stands on the page although the newest reading failed. */
  standing?: string
}

/** A failed reading where its content would stand: what is so, what follows, the way out. */
export function ProblemPanel({ problem, onRetry, since, standing }: ProblemPanelProps) {
  const offline = useOffline()
  const role = useRole()
  if (offline && problem.kind === 'unreachable')
    return (
      <Banner icon={WifiOff} live="status" title="You are offline.">
        {standing ?? 'This page fills again when the network is back.'}
      </Banner>
    )
  const words = problemWords(problem, role)
  const waits = problem.kind === 'unreachable' || problem.kind === 'too-many'
  const again = words.again ? onRetry : undefined
  return (
    <div className="max-w-[62ch]">
      <Banner
        tone={words.tone}
        {...(ICONS[problem.kind] && { icon: ICONS[problem.kind] })}
        live={words.tone === 'danger' ? 'alert' : 'status'}
        title={words.title}
        actions={waits && again && <TextButton onClick={again}>Try now</TextButton>}
      >
        {standing ? `${words.text} ${standing}` : words.text}
        {waits && again && (
          <span aria-hidden>
            <AskAgain onRetry={again} seconds={words.waitSeconds ?? STANDARD_WAIT_SECONDS} since={since} />
          </span>
        )}
      </Banner>
      {words.quote && (
        <figure className="mt-3 border-line-strong border-l-3 pl-3">
          <figcaption className="text-small text-ink-3">SmarterPay said:</figcaption>
          <blockquote className="wrap-anywhere text-body">{words.quote}</blockquote>
        </figure>
      )}
      {(words.ref || (again && !waits) || problem.kind === 'not-signed-in') && (
        <div className="mt-3 flex items-center gap-3">
          {again && !waits && <Button onClick={again}>Try again</Button>}
          {problem.kind === 'not-signed-in' && (
            <LinkButton href={signInHref()} variant="primary" icon={LogIn} prefetch={false} suppressHydrationWarning>
              Sign in
            </LinkButton>
          )}
          {words.ref && <span className="text-small text-ink-3">{words.ref}</span>}
        </div>
      )}
    </div>
  )
}
