'use client'

import { useState } from 'react'
import { ResolveForm, unconfirmedText } from '@/components/review/attention-panel'
import { NotSavedPanel } from '@/components/review/not-saved-panel'
import { OtherChange } from '@/components/review/other-change'
import type { Outcome } from '@/components/review/outcome'
import { RefusedPanel } from '@/components/review/refused-panel'
import { ResultHeading } from '@/components/review/result-heading'
import { UnknownPanel } from '@/components/review/unknown-panel'
import { LinkButton } from '@/components/ui/link-button'
import type { ProjectedRow } from '@/lib/schedules/project'
import { CreatedPanel } from './created-panel'

export type CreateOutcomeProps = {
  outcome: Outcome
  changeId: string
  sentAt: number
  forecast: readonly ProjectedRow[]
  recreates: string | null
  trying: boolean
  onOutcome: (outcome: Outcome) => void
  onBack: () => void
  onAgain: () => void
  /** A person said that it was created: nothing of it waits any more. */
  onMade: () => void
}

/** What came of making a schedule, where its form stood. */
export function CreateOutcome(props: CreateOutcomeProps) {
  const { outcome, changeId, onBack } = props
  const [unnamed, setUnnamed] = useState(false)
  const made = () => {
    setUnnamed(true)
    props.onMade()
  }
  const change = <span className="block text-ink-3">Change {changeId}</span>
  if (unnamed) return <Unnamed change={changeId} />
  switch (outcome.kind) {
    case 'saved':
    case 'adjusted':
      return <CreatedPanel answer={outcome.answer} forecast={props.forecast} recreates={props.recreates} />
    case 'refused':
      return <RefusedPanel reason={outcome.reason} changeId={changeId} onBack={onBack} />
    case 'open':
      return (
        <UnknownPanel
          scheduleId="new"
          changeId={changeId}
          sentAt={props.sentAt}
          problem={outcome.problem}
          onOutcome={props.onOutcome}
          onMade={made}
          what="new schedule"
          tell="I have sent the new schedule, and the system is still confirming it. I will call you back today to confirm. It will not be set up twice."
        />
      )
    case 'not-applied':
      return (
        <NotSavedPanel
          title="Not created. SmarterPay did not take it."
          onAgain={props.onAgain}
          waiting={props.trying}
          onBack={onBack}
        >
          No schedule was made, and what you typed is kept. Trying again sends the same once more, after another look.
          {change}
        </NotSavedPanel>
      )
    case 'turned-away':
      return (
        <NotSavedPanel title="Not created. The connection to SmarterPay needs an administrator." onBack={onBack}>
          SmarterPay does not accept this dashboard’s access. Nothing was made there, and what you typed is kept.
          {change}
        </NotSavedPanel>
      )
    case 'busy':
    case 'stale':
      return (
        <NotSavedPanel title="A schedule like this one is being created already." onBack={onBack}>
          Nothing was sent. What you typed is kept; look at the other one once it is settled.
          {outcome.kind === 'busy' && outcome.change && <OtherChange id={outcome.change} />}
        </NotSavedPanel>
      )
    case 'not-sent':
      return (
        <NotSavedPanel title="Not created. Nothing was sent." onBack={onBack}>
          What you typed is kept.
        </NotSavedPanel>
      )
    case 'needs-attention':
      return (
        <section aria-label="Needs attention" className="max-w-[62ch]">
          <ResultHeading>It is not clear which schedule was made</ResultHeading>
          <p className="my-2 text-ink-2">
            {unconfirmedText(outcome.change)} More than one new schedule looks like it: compare them in the list, then
            say what came of yours. Do not send it again.
          </p>
          <p className="mb-2 wrap-anywhere text-ink-3 text-micro">Change {changeId}</p>
          <p className="mb-4">
            <Newest />
          </p>
          <ResolveForm
            scheduleId="new"
            changeId={changeId}
            onResolved={(said) => (said === 'applied' ? made() : props.onOutcome({ kind: 'not-applied' }))}
          />
        </section>
      )
  }
}

const Newest = () => (
  <LinkButton href="/schedules?sort=-created" prefetch={false}>
    Show the newest schedules
  </LinkButton>
)

/** Recorded by a person as created; which of the new schedules it is, the records do not tell. */
function Unnamed({ change }: { change: string }) {
  return (
    <section aria-label="Created" className="max-w-[62ch]">
      <ResultHeading>It is recorded that the schedule was created</ResultHeading>
      <p className="my-2 text-ink-2">
        A person said so. Nothing more is sent for it, and what was typed here is no longer kept. Change {change}.
      </p>
      <Newest />
    </section>
  )
}
