'use client'

import { lazy, Suspense } from 'react'
import { FoundDraft } from '@/components/review/found-draft'
import type { Editor } from './use-editor'

const TwoDrafts = lazy(async () => ({ default: (await import('@/components/review/two-drafts')).TwoDrafts }))

export type EarlierDraftProps = { editor: Editor; found: NonNullable<Editor['found']>; onDecided: () => void }

/**
 * Work of an earlier visit, offered. Whoever changes payments before choosing is asked at the first change, and at each
 * one after an answer was put off: what waits here is not overwritten, and what was just done is not dropped.
 */
export function EarlierDraft({ editor, found, onDecided }: EarlierDraftProps) {
  const { sent, untouched, onTop, asks, askAgain, putOff, takeUp, decide, stage } = editor
  const discard = () => decide('discard')
  return (
    <>
      <FoundDraft
        savedAt={found.savedAt}
        sent={sent}
        onContinue={() => {
          if (!untouched) return askAgain()
          takeUp(found)
          onDecided()
        }}
        onDiscard={() => {
          discard()
          onDecided()
        }}
      />
      {asks && stage.at === 'editing' && (
        <Suspense fallback={null}>
          <TwoDrafts
            savedAt={found.savedAt}
            since="changed payments again just now"
            sent={sent === true}
            apart="The two stand on different lists, or payments were added, so they cannot be put together."
            onBoth={onTop && (() => takeUp(found, onTop))}
            onEarlier={() => takeUp(found)}
            onThis={discard}
            onClose={putOff}
          />
        </Suspense>
      )}
    </>
  )
}
