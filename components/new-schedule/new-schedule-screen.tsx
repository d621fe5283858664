'use client'

import { useState } from 'react'
import type { Reviewer } from '@/components/review/reviewer'
import { EMPTY_WHY } from '@/components/review/why-form'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { Trail } from '@/components/ui/trail'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/calendar-date'
import { EMPTY_NEW, type NewText } from '@/lib/schedules/new-text'
import { NewScheduleForm } from './new-schedule-form'
import { type KeptWork, type NewWork, useNewDraft } from './use-new-draft'

/** What the form begins with where a schedule is made in place of another. */
export type Prefill = { recreates: string; text: NewText; remarks: string[] }

const emptyWork = (prefill: Prefill | null): NewWork => ({
  text: prefill?.text ?? EMPTY_NEW,
  why: EMPTY_WHY,
  recreates: prefill?.recreates ?? null,
})

/** The page of a new schedule. Typed work that was kept is offered first; work that was being sent is followed at once. */
export function NewScheduleScreen({ by, prefill }: { by: Reviewer; prefill: Prefill | null }) {
  const draft = useNewDraft()
  const { earlier, asking } = draft
  const [chosen, setChosen] = useState<KeptWork | 'anew' | null>(null)
  // Decided once: what this page keeps itself later is no draft of earlier.
  const [first] = useState({ asked: false })
  if (earlier !== undefined && !first.asked && chosen === null && (earlier === null || earlier.key !== null)) {
    first.asked = true
    setChosen(earlier ?? 'anew')
  }
  const begin = chosen === 'anew' ? emptyWork(prefill) : chosen?.work
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6">
      <Trail above={[{ href: '/schedules', name: 'Schedules' }]} here="New" />
      <h1 className="mb-3 text-page font-strong tracking-[-0.014em]">New schedule</h1>
      {earlier === undefined &&
        (asking.problem ? (
          <ProblemPanel problem={asking.problem} onRetry={() => void asking.again()} />
        ) : (
          <Waiting what="what you typed before" />
        ))}
      {earlier && chosen === null && (
        <div className="max-w-[62ch]">
          <Banner
            live="status"
            title={`You have an unsaved draft from ${formatInstant(new Date(earlier.savedAt))}.`}
            actions={
              <>
                <Button variant="primary" onClick={() => setChosen(earlier)}>
                  Continue
                </Button>
                <Button
                  onClick={() => {
                    draft.drop()
                    setChosen('anew')
                  }}
                >
                  Discard
                </Button>
              </>
            }
          >
            It is kept for you alone, for eight hours.
          </Banner>
        </div>
      )}
      {begin && (
        <>
          {chosen === 'anew' && prefill && (
            <div className="mb-4 max-w-[62ch]">
              <Banner title={`In place of ${prefill.recreates}, which was disabled.`}>
                {prefill.remarks.join(' ')}
              </Banner>
            </div>
          )}
          <NewScheduleForm
            key={chosen === 'anew' ? 'anew' : 'kept'}
            by={by}
            begin={begin}
            sent={
              typeof chosen === 'object' && chosen?.key ? { key: chosen.key, at: Date.parse(chosen.savedAt) } : null
            }
            draft={draft}
          />
        </>
      )}
    </div>
  )
}
