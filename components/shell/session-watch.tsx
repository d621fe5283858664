'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { say } from '@/components/ui/updates'
import { sessionEnds, stayAwake } from '@/lib/queries/sign-in'
import { onSessionNews, tellSession } from './session-news'
import type { SessionWarning } from './session-warning'
import { signOut } from './sign-out'

export type SessionProps = {
  /** Instants of the server, in ms: its now, the end if nothing more is asked, and the end that nothing puts off. */
  now: number
  ends: number
  latest: number
}

const WARN_MS = 2 * 60_000
/** A machine that slept is noticed this much later at most. */
const LOOK_MS = 30_000
/** How long after opening the words of the warning are fetched. */
const WARNING_AFTER_MS = 20_000
/** Past the end, while the server cannot be reached. */
const ASK_AGAIN_MS = 10_000
const FOLLOW_TRIES = 20
const FOLLOW_MS = 500

function leave() {
  const here = encodeURIComponent(location.pathname + location.search)
  location.assign(`/sign-in?callbackUrl=${here}`)
}

/** Another tab is signing out: this one follows as soon as the server says that it is done. */
async function leaveOnceEnded(): Promise<void> {
  for (let tries = 0; tries < FOLLOW_TRIES; tries++) {
    if ((await sessionEnds().catch(() => undefined)) === null) return location.assign('/sign-in')
    await new Promise((resolve) => setTimeout(resolve, FOLLOW_MS))
  }
}

/** Warns two minutes before the session ends, by the server's own ends; knows what other tabs of this browser do. */
export function SessionWatch(session: SessionProps) {
  const ahead = useRef(0)
  const [ends, setEnds] = useState(session.ends)
  const [now, setNow] = useState(session.now)
  const [warned, setWarned] = useState(false)
  const [Warning, setWarning] = useState<typeof SessionWarning | null>(null)
  const { latest } = session

  const ask = useCallback(async () => {
    const next = await sessionEnds().catch(() => undefined)
    if (next === undefined) return undefined
    if (next === null) leave()
    else setEnds(next)
    return next
  }, [])
  useEffect(() => {
    ahead.current = session.now - Date.now()
  }, [session.now])
  useEffect(
    () =>
      onSessionNews((news) => {
        if (news === 'signed-out') void leaveOnceEnded()
        else void ask()
      }),
    [ask],
  )
  useEffect(() => {
    // A page that comes back from the browser's memory may be somebody else's by now.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void ask()
    }
    window.addEventListener('pageshow', back)
    return () => window.removeEventListener('pageshow', back)
  }, [ask])

  const left = ends - now
  const near = left <= WARN_MS
  const over = left <= 0
  // Fetched long before it is needed, while there is a network, and long after the page had better things to fetch.
  useEffect(() => {
    const fetchIt = () =>
      void import('./session-warning').then(
        (module) => setWarning(() => module.SessionWarning),
        () => undefined,
      )
    const timer = setTimeout(fetchIt, near ? 0 : WARNING_AFTER_MS)
    return () => clearTimeout(timer)
  }, [near])
  useEffect(() => {
    const look = () => setNow(Date.now() + ahead.current)
    const timer = setInterval(look, near ? 1_000 : Math.min(LOOK_MS, Math.max(1_000, left - WARN_MS)))
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [near, left])
  useEffect(() => {
    // What was asked of the server meanwhile, here or in another tab, has put the end off: it knows.
    if (!near) setWarned(false)
    else
      void ask().then((next) => {
        // Not reached: what is known here says that the end is near.
        if (next !== null) setWarned(next === undefined || next - Date.now() - ahead.current <= WARN_MS)
      })
  }, [near, ask])
  const turn = over ? Math.ceil(now / ASK_AGAIN_MS) : 0
  useEffect(() => {
    if (turn > 0) void ask()
  }, [turn, ask])

  if (!warned || !near || over || !Warning) return null
  const final = ends >= latest
  const stay = async () => {
    setWarned(false)
    if (final) return
    try {
      await stayAwake()
      await ask()
      tellSession('stayed')
    } catch {
      say('This dashboard could not be reached. Your typing is kept; try again.')
      setWarned(true)
    }
  }
  const out = () => {
    signOut().catch(() => say('You are still signed in: this dashboard could not be reached. Try again.'))
  }
  return <Warning ends={ends} left={left} final={final} onStay={() => void stay()} onSignOut={out} />
}
