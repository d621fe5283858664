'use client'

import { FilePen } from 'lucide-react'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { formatMinutes, londonTime } from '@/lib/calendar-date'

export type FoundDraftProps = { savedAt: string; onContinue: () => void; onDiscard: () => void }

/** What the person typed on an earlier visit, offered and not forced. */
export function FoundDraft({ savedAt, onContinue, onDiscard }: FoundDraftProps) {
  return (
    <div className="mb-3">
      <Banner
        icon={FilePen}
        live="status"
        title={`You have an unsaved draft from ${formatMinutes(londonTime(new Date(savedAt)).minutes)}.`}
        actions={
          <>
            <TextButton onClick={onContinue}>Continue</TextButton>
            <TextButton onClick={onDiscard}>Discard</TextButton>
          </>
        }
      >
        Nothing of it was sent.
      </Banner>
    </div>
  )
}
