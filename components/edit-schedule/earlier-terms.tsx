'use client'

import { FoundDraft, type WasSent } from '@/components/review/found-draft'
import { TwoDrafts } from '@/components/review/two-drafts'

export type EarlierTermsProps = {
  /** UTC instant. */
  savedAt: string
  sent: WasSent
  /** Something stands in the form that is not yet kept. */
  typed: boolean
  /** Which of the two goes on is being asked. */
  choosing: boolean
  onChoosing: (on: boolean) => void
  onContinue: () => void
  onDiscard: () => void
}

/** The form as it was typed on an earlier visit, offered. It takes the place of what was typed since only where a person says so. */
export function EarlierTerms(props: EarlierTermsProps) {
  const { savedAt, sent, typed, choosing, onChoosing, onContinue, onDiscard } = props
  return (
    <>
      <FoundDraft
        savedAt={savedAt}
        sent={sent}
        onContinue={typed ? () => onChoosing(true) : onContinue}
        onDiscard={onDiscard}
      />
      {choosing && (
        <TwoDrafts
          savedAt={savedAt}
          since="changed this form again just now"
          sent={sent === true}
          apart="A field holds one of them, so they cannot be put together."
          onBoth={null}
          onEarlier={onContinue}
          onThis={onDiscard}
          onClose={() => onChoosing(false)}
        />
      )}
    </>
  )
}
