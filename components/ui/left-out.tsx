'use client'

import { useState } from 'react'
import { Banner } from './banner'
import { TextButton } from './button'

/** What was left out of the address, until it is dismissed. */
export function LeftOut({ ignored, className = 'mt-3' }: { ignored: string; className?: string }) {
  const [dismissed, setDismissed] = useState('')
  if (ignored === dismissed) return null
  return (
    <div className={`max-w-[62ch] ${className}`}>
      <Banner
        live="status"
        title="A part of this address was left out."
        actions={<TextButton onClick={() => setDismissed(ignored)}>Dismiss</TextButton>}
      >
        {ignored}
      </Banner>
    </div>
  )
}
