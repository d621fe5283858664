'use client'

import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'

/** What was left out of the address, until it is dismissed. */
export function LeftOut({ ignored }: { ignored: string }) {
  const [dismissed, setDismissed] = useState('')
  if (ignored === dismissed) return null
  return (
    <div className="mt-3 max-w-[62ch]">
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
