'use client'

import { useRouter } from 'next/navigation'
import { TextButton } from '@/components/ui/button'

/** Asks the server for this page anew; what is typed stays. */
export function RefreshPage() {
  const router = useRouter()
  return (
    <TextButton onClick={() => router.refresh()} className="text-small">
      Refresh
    </TextButton>
  )
}
