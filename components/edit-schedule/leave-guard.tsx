'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Way = { to: string } | 'back'

/**
 * Asks before typed work is left: at links, at Back, and by the browser's own question where a tab closes. `onLeave` is
 * called before the page goes.
 */
export function LeaveGuard({ on, onLeave }: { on: boolean; onLeave: () => void }) {
  const router = useRouter()
  const [way, setWay] = useState<Way | null>(null)
  const going = useRef(false)

  useEffect(() => {
    if (!on) return
    going.current = false
    // One entry more, so that the first step back stays on this page and can be asked about.
    history.pushState(null, '', location.href)
    const close = (event: BeforeUnloadEvent) => {
      if (!going.current) event.preventDefault()
    }
    const back = () => {
      if (going.current) return
      history.pushState(null, '', location.href)
      setWay('back')
    }
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target || event.button !== 0) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const to = new URL(link.href, location.href)
      if (to.origin !== location.origin || to.pathname === location.pathname) return
      event.preventDefault()
      event.stopPropagation()
      setWay({ to: to.pathname + to.search })
    }
    window.addEventListener('beforeunload', close)
    window.addEventListener('popstate', back)
    document.addEventListener('click', press, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', close)
      window.removeEventListener('popstate', back)
      document.removeEventListener('click', press, { capture: true })
    }
  }, [on])

  const leave = useCallback(() => {
    going.current = true
    onLeave()
    if (way === 'back') history.go(-2)
    else if (way) router.push(way.to)
    setWay(null)
  }, [way, onLeave, router])

  if (way === null) return null
  return (
    <Dialog
      title="Leave without saving?"
      firm
      onClose={() => setWay(null)}
      footer={
        <>
          <Button onClick={leave}>Leave</Button>
          <Button variant="primary" data-first onClick={() => setWay(null)}>
            Stay
          </Button>
        </>
      }
    >
      <p className="text-ink-2">What you changed here has not been saved, and would be lost.</p>
    </Dialog>
  )
}
