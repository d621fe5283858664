'use client'

import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { startSingleSignOn } from '@/lib/queries/sign-in'
import { signInWords } from './words'

/** The way over the organisation's own sign-in. */
export function SingleSignOn({ callbackUrl, primary }: { callbackUrl: string; primary: boolean }) {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const start = async () => {
    setBusy(true)
    setFailed(false)
    try {
      location.assign(await startSingleSignOn(callbackUrl))
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }
  return (
    <div className="mt-6 grid gap-4">
      {failed && (
        <Banner tone="danger" live="alert">
          {signInWords.failed}
        </Banner>
      )}
      <Button
        variant={primary ? 'primary' : 'secondary'}
        size="large"
        blocked={busy}
        onClick={start}
        className="w-full"
      >
        Sign in with single sign-on
      </Button>
    </div>
  )
}
