'use client'

import { useQuery } from '@tanstack/react-query'
import { useCircumstances } from '@/components/circumstances'
import { AdjustedPanel } from '@/components/review/adjusted-panel'
import { AttentionPanel } from '@/components/review/attention-panel'
import { ConflictPanel } from '@/components/review/conflict-panel'
import { NotSavedPanel } from '@/components/review/not-saved-panel'
import { OtherChange } from '@/components/review/other-change'
import type { Outcome } from '@/components/review/outcome'
import { RefusedPanel } from '@/components/review/refused-panel'
import { UnknownPanel } from '@/components/review/unknown-panel'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { scheduleQuery } from '@/lib/queries/schedules'
import type { ChangeAnswer } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { restoredPayments } from '@/lib/schedules/upcoming'
import { meanwhileText } from './meanwhile-text'
import type { DraftState } from './use-draft'

export type OutcomeViewProps = {
  outcome: Exclude<Outcome, { kind: 'not-sent' | 'saved' }>
  changeId: string
  sentAt: number
  opened: ScheduleAnswer
  /** What was sent, and what SmarterPay's list was before. */
  wanted: readonly UpcomingPayment[]
  before: readonly UpcomingPayment[]
  what: string
  state: DraftState
  trying: boolean
  onOutcome: (outcome: Outcome) => void
  onBack: () => void
  onAgain: () => void
  /** Goes on from a list just read, with a wish where there is one; nothing is sent by it. */
  onContinue: (from: ScheduleAnswer, wish?: readonly UpcomingPayment[], review?: boolean) => void
}

/** What came of a change of upcoming payments, where its editor stood. */
export function OutcomeView(props: OutcomeViewProps) {
  const { outcome, changeId, opened, wanted, before, onBack, onAgain } = props
  const scheduleId = opened.schedule.id
  switch (outcome.kind) {
    case 'adjusted':
      return <Adjusted {...props} answer={outcome.answer} />
    case 'refused':
      return <RefusedPanel reason={outcome.reason} changeId={changeId} onBack={onBack} />
    case 'stale':
      return <Conflict {...props} />
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
          onAgain={onAgain}
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
          scheduleId={scheduleId}
          changeId={changeId}
          sentAt={props.sentAt}
          problem={outcome.problem}
          onOutcome={props.onOutcome}
          what={props.what}
          tell={meanwhileText(props.state)}
        />
      )
    case 'needs-attention':
      return (
        <AttentionPanel
          scheduleId={scheduleId}
          change={outcome.change}
          wanted={wanted}
          before={before}
          onApplied={(now) => props.onContinue(now)}
          onNotApplied={onBack}
        />
      )
  }
}

function Adjusted({ answer, before, wanted, onContinue }: OutcomeViewProps & { answer: ChangeAnswer }) {
  const { now } = useCircumstances()
  const { schedule, basis, change } = answer
  const from = { schedule, basis, asOf: change.endedAt ?? change.at }
  return (
    <AdjustedPanel
      answer={answer}
      before={before}
      wanted={wanted}
      onAccept={() => onContinue(from)}
      onAdjust={() => onContinue(from, wanted)}
      onRestore={() => onContinue(from, restoredPayments(before, schedule.upcoming ?? [], now.date))}
    />
  )
}

function Conflict({ opened, wanted, onBack, onContinue }: OutcomeViewProps) {
  const query = useQuery({ ...scheduleQuery(opened.schedule.id), staleTime: 0 })
  return (
    <Loaded query={query} skeleton={<Waiting what="what SmarterPay holds now" />}>
      {(now) => (
        <ConflictPanel
          opened={opened}
          now={now}
          mine={wanted}
          onMerged={(payments) => onContinue(now, payments, true)}
          onTheirs={() => onContinue(now)}
          onBack={onBack}
        />
      )}
    </Loaded>
  )
}
