'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { takeWords } from '@/lib/queries/typed-work'

/** Says how a draft came about that nobody typed: payments put back from the log, and what could not be. */
export function PlacedNote({ id }: { id: string }) {
  const cache = useQueryClient()
  const [words, setWords] = useState<string | undefined>()
  useEffect(() => {
    const told = takeWords(cache, id)
    if (told) setWords(told)
  }, [cache, id])
  if (!words) return null
  return (
    <div className="mb-3">
      <Banner live="status" actions={<TextButton onClick={() => setWords(undefined)}>Dismiss</TextButton>}>
        {words}
      </Banner>
    </div>
  )
}
