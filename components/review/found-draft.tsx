'use client'

import { FilePen } from 'lucide-react'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { formatMinutes, londonTime } from '@/lib/calendar-date'

/** Whether anything left under the key of earlier work; null where that could not be asked. */
export type WasSent = boolean | null

export type FoundDraftProps = { savedAt: string; sent: WasSent; onContinue: () => void; onDiscard: () => void }

function sentText(sent: WasSent): string {
  if (sent === null) return 'Whether it was sent could not be asked just now; saved again as it is, it counts once.'
  return sent ? 'It was sent: Continue shows what came of it.' : 'Nothing of it was saved.'
}

/** What the person typed on an earlier visit, offered and not forced. */
export function FoundDraft({ savedAt, sent, onContinue, onDiscard }: FoundDraftProps) {
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
        {sentText(sent)}
      </Banner>
    </div>
  )
}
