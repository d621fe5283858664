'use client'

import type { ReactNode } from 'react'
import { AttentionPanel } from '@/components/review/attention-panel'
import { NotSavedPanel } from '@/components/review/not-saved-panel'
import { OtherChange } from '@/components/review/other-change'
import type { Outcome } from '@/components/review/outcome'
import { RefusedPanel } from '@/components/review/refused-panel'
import { UnknownPanel } from '@/components/review/unknown-panel'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { UpcomingPayment } from '@/lib/schedules/model'

export type EndingProps = {
  outcome: Exclude<Outcome, { kind: 'not-sent' | 'saved' | 'adjusted' }>
  changeId: string
  sentAt: number
  scheduleId: string
  /** SmarterPay's list before, and the one that was foreseen or sent. */
  before: readonly UpcomingPayment[]
  wanted: readonly UpcomingPayment[]
  what: string
  /** To be said to the payer while nobody knows. */
  tell: string
  trying: boolean
  /** Then, now and yours. */
  conflict: ReactNode
  onOutcome: (outcome: Outcome) => void
  /** A person said that it took effect; what SmarterPay holds was read after that. */
  onApplied: (now: ScheduleAnswer) => void
  onBack: () => void
  onAgain: () => void
}

/** What came of a change that SmarterPay did not plainly take. */
export function Ending(props: EndingProps) {
  const { outcome, changeId, onBack } = props
  switch (outcome.kind) {
    case 'refused':
      return <RefusedPanel reason={outcome.reason} changeId={changeId} onBack={onBack} />
    case 'stale':
      return props.conflict
    case 'busy':
      return (
        <NotSavedPanel title="Another change to this schedule is not finished." onBack={onBack}>
          Nothing was sent. Your changes are kept; save them once the other change is settled.
          {outcome.change && <OtherChange id={outcome.change} />}
        </NotSavedPanel>
      )
    case 'turned-away':
      return (
        <NotSavedPanel title="Not saved. The connection to SmarterPay needs an administrator." onBack={onBack}>
          SmarterPay does not accept this dashboard’s access. Nothing was changed there, and your changes are kept.
          <span className="block text-ink-3">Change {changeId}</span>
        </NotSavedPanel>
      )
    case 'not-applied':
      return (
        <NotSavedPanel
          title="Not saved. SmarterPay did not take the change."
          onAgain={props.onAgain}
          waiting={props.trying}
          onBack={onBack}
        >
          Nothing was changed there, and your changes are kept. Trying again sends the same changes once more.
          <span className="block text-ink-3">Change {changeId}</span>
        </NotSavedPanel>
      )
    case 'open':
      return (
        <UnknownPanel
          scheduleId={props.scheduleId}
          changeId={changeId}
          sentAt={props.sentAt}
          problem={outcome.problem}
          onOutcome={props.onOutcome}
          what={props.what}
          tell={props.tell}
        />
      )
    case 'needs-attention':
      return (
        <AttentionPanel
          scheduleId={props.scheduleId}
          change={outcome.change}
          wanted={props.wanted}
          before={props.before}
          onApplied={props.onApplied}
          onNotApplied={onBack}
        />
      )
  }
}
