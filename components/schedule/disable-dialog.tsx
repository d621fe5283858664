'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ResolveForm, unconfirmedText } from '@/components/review/attention-panel'
import { NOTHING_SENT, type Outcome } from '@/components/review/outcome'
import { ResultHeading } from '@/components/review/result-heading'
import { UnknownPanel } from '@/components/review/unknown-panel'
import { useSaving } from '@/components/review/use-saving'
import { useSentEarlier } from '@/components/review/use-sent-earlier'
import { WhyFields } from '@/components/review/why-fields'
import { EMPTY_WHY, type WhyText, whyFaults, whyOf } from '@/components/review/why-form'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { say } from '@/components/ui/updates'
import { useTryAgain } from '@/lib/queries/changes'
import { useDisableSchedule } from '@/lib/queries/disable'
import { scheduleQuery } from '@/lib/queries/schedules'
import type { DisableSchedule } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { DisableImpactList } from './disable-impact-list'
import { useDisableDraft } from './use-disable-draft'

/** The text that a reason and a note stand for where nothing is read to anybody. */
const NO_SCRIPT = ''

export type DisableDialogProps = { answer: ScheduleAnswer; onClose: () => void }

/** **Disable schedule …?**: what it means first, why, and the safe button at hand. */
export function DisableDialog({ answer, onClose }: DisableDialogProps) {
  const { id } = answer.schedule
  const [seen, setSeen] = useState(answer)
  const [why, setWhy] = useState<WhyText>(EMPTY_WHY)
  const [tried, setTried] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const { mutateAsync } = useDisableSchedule(id)
  const tryAgain = useTryAgain(id)
  const send = useCallback((body: DisableSchedule, key: string) => mutateAsync({ ...body, key }), [mutateAsync])
  const { stage, key, open, close, save, again, finish, resume } = useSaving(send)
  // Confirmed on an earlier visit, which ended before it was known what came of it: followed, and not sent again.
  const [standing, setStanding] = useState<string | null>(null)
  useSentEarlier(standing, ({ key: sent, sentAt }) => {
    setStanding(null)
    finish({ kind: 'open', problem: null }, sent, sentAt)
  })
  const { drop } = useDisableDraft(id, { why, key }, (earlier) => {
    setWhy(earlier.why)
    if (!earlier.key) return
    resume(earlier.key)
    setStanding(earlier.key)
  })
  const current = useQuery({ ...scheduleQuery(id), enabled: false })
  useLayoutEffect(() => keep.current?.focus(), [])
  useEffect(open, [open])

  const saving = stage.at === 'reviewing' && stage.saving
  const outcome = stage.at === 'done' ? stage.outcome : null
  const done = outcome?.kind === 'saved' || outcome?.kind === 'adjusted' ? outcome.answer : null
  useEffect(() => {
    if (!done) return
    say(
      done.change.sent ? 'Schedule disabled. Snapshot saved.' : 'The schedule was inactive already. Nothing was sent.',
    )
    drop()
    onClose()
  }, [done, drop, onClose])

  const faults = whyFaults(why, NO_SCRIPT, false)
  const disable = () => {
    setTried(true)
    if (saving) return
    if (faults.length > 0) {
      form.current?.querySelector<HTMLElement>(faults[0]?.field === 'note' ? 'textarea' : 'select')?.focus()
      return
    }
    const { agreed: _, ...reasons } = whyOf(why, NO_SCRIPT)
    void save({ basis: seen.basis, ...reasons })
  }
  const lookAgain = async () => {
    const { data } = await current.refetch()
    if (!data) return
    setSeen(data)
    close()
    if (data.schedule.status !== 'active') onClose()
    else open()
  }
  const asking = stage.at !== 'done'
  const problem = stage.at === 'reviewing' ? (stage.outcome?.problem ?? null) : null
  return (
    <Dialog
      title={`Disable schedule ${id}?`}
      onClose={() => !saving && onClose()}
      firm
      wide={outcome?.kind === 'open'}
      footer={
        asking ? (
          <>
            <Button variant="danger" blocked={saving} onClick={disable}>
              {saving ? 'Disabling…' : 'Disable schedule'}
            </Button>
            <Button
              ref={keep}
              blocked={saving}
              onClick={() => {
                drop()
                onClose()
              }}
            >
              Keep schedule active
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )
      }
    >
      {asking ? (
        <fieldset disabled={saving} className="min-w-0">
          {problem && (
            <div className="mb-3">
              <ProblemPanel problem={problem} standing={NOTHING_SENT} />
            </div>
          )}
          <DisableImpactList schedule={seen.schedule} />
          <WhyFields why={why} onWhy={setWhy} faults={tried ? faults : []} form={form} label="Reason" />
        </fieldset>
      ) : (
        outcome && (
          <NotDone
            outcome={outcome}
            scheduleId={id}
            follow={
              <UnknownPanel
                scheduleId={id}
                changeId={stage.key}
                sentAt={stage.sentAt}
                problem={outcome.kind === 'open' ? outcome.problem : null}
                onOutcome={(next) => finish(next, stage.key, stage.sentAt)}
                what="disabling"
                tell="I have asked for the payments to be stopped, and the system is still confirming it. I will call you back today to confirm."
              />
            }
            waiting={tryAgain.isPending}
            onLook={() => void lookAgain()}
            onAgain={() => void again((key) => tryAgain.mutateAsync({ change: stage.key, key }))}
          />
        )
      )}
    </Dialog>
  )
}

type NotDoneProps = {
  outcome: Outcome
  scheduleId: string
  follow: ReactNode
  waiting: boolean
  onLook: () => void
  onAgain: () => void
}

/** Why the schedule is not disabled, or not known to be, and the way on. */
function NotDone({ outcome, scheduleId, follow, waiting, onLook, onAgain }: NotDoneProps) {
  const look = <Button onClick={onLook}>Look at it again</Button>
  switch (outcome.kind) {
    case 'open':
      return follow
    case 'refused':
      return (
        <Told title="SmarterPay refused. The schedule is as it was.">
          <figure className="my-2 border-line-strong border-l-3 pl-3">
            <figcaption className="text-ink-3 text-small">SmarterPay said:</figcaption>
            <blockquote className="wrap-anywhere">{outcome.reason || 'No reason was given.'}</blockquote>
          </figure>
          {look}
        </Told>
      )
    case 'stale':
      return (
        <Told title="This schedule changed after you opened it.">
          <p className="mb-2">Nothing was sent. Look at what disabling would stop now, then decide.</p>
          {look}
        </Told>
      )
    case 'not-applied':
      return (
        <Told title="Not disabled. SmarterPay did not take it.">
          <p className="mb-2">The schedule is as it was.</p>
          <Button blocked={waiting} onClick={onAgain}>
            Try again
          </Button>
        </Told>
      )
    case 'needs-attention':
      return (
        <Told title="It is not clear what became of it.">
          <p className="mb-3">
            {unconfirmedText(outcome.change)} SmarterPay holds neither what was there nor what was asked. Look at the
            schedule, then say what came of it; until then nothing else is sent for it.
          </p>
          <p className="mb-3 wrap-anywhere text-ink-3 text-micro">Change {outcome.change.id}</p>
          <ResolveForm scheduleId={scheduleId} changeId={outcome.change.id} onResolved={onLook} />
        </Told>
      )
    case 'busy':
      return (
        <Told title="Another change to this schedule is not finished.">
          <p className="mb-2">Nothing was sent. Disable it once the other change is settled.</p>
          {look}
        </Told>
      )
    case 'turned-away':
    case 'not-sent':
      return (
        <>
          <div className="mb-3">
            <ProblemPanel problem={outcome.problem} />
          </div>
          {look}
        </>
      )
    case 'saved':
    case 'adjusted':
      return null
  }
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Banner tone="warn">
      <ResultHeading>{title}</ResultHeading>
      {children}
    </Banner>
  )
}
