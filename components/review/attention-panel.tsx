'use client'

import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { formatDate } from '@/lib/calendar-date'
import { useResolveChange } from '@/lib/queries/changes'
import { scheduleQuery } from '@/lib/queries/schedules'
import { changeText, sentText } from '@/lib/schedules/change-words'
import type { Change } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { amountWords } from './changes-table'
import { ResultHeading } from './result-heading'

const CELL = 'h-9 border-line border-b px-2 text-left text-small tabular-nums first:pl-0'

export type AttentionPanelProps = {
  scheduleId: string
  change: Change
  wanted: readonly UpcomingPayment[]
  before: readonly UpcomingPayment[]
  /** A person said that it took effect; what SmarterPay holds was read after that. */
  onApplied: (now: ScheduleAnswer) => void
  onNotApplied: () => void
}

/** "A change of the payments, sent by lead@example.com on Thu 5 Jun 2025, 14:32, was never confirmed." */
export function unconfirmedText({ action, person, sentAt }: Change): string {
  const words = changeText(action)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${sentText({ by: person, sentAt })}, was never confirmed.`
}

/** SmarterPay holds neither the old list nor the one that was sent: both versions, and a person says what is so. */
export function AttentionPanel(props: AttentionPanelProps) {
  const { scheduleId, change, wanted, before, onApplied, onNotApplied } = props
  const [applied, setApplied] = useState(false)
  const now = useQuery({ ...scheduleQuery(scheduleId), staleTime: 0 })
  const goOn = async () => {
    const { data, error } = await now.refetch()
    if (data && !error) onApplied(data)
  }
  const resolved = (outcome: Resolution) => {
    if (outcome === 'not-applied') return onNotApplied()
    setApplied(true)
    void goOn()
  }
  const upcoming = now.data?.schedule.upcoming ?? null
  const dates = [...new Set([...before, ...wanted, ...(upcoming ?? [])].map(({ date }) => date))].sort()
  const on = (list: readonly UpcomingPayment[] | null, date: string) =>
    list === null
      ? 'not read'
      : list
          .filter((payment) => payment.date === date)
          .map(({ amount }) => amountWords(amount))
          .join(', ') || '–'
  return (
    <section aria-label="Needs attention">
      <div className="mb-3 flex items-start gap-2.5">
        <TriangleAlert aria-hidden size={18} strokeWidth={1.9} className="mt-1 flex-none text-warn" />
        <div>
          <ResultHeading>SmarterPay holds neither the old payments nor yours</ResultHeading>
          <p className="max-w-[62ch] text-ink-2 text-small">
            {unconfirmedText(change)} Somebody else may have changed the schedule in the same moment. Compare, then say
            what came of it; until then nothing else is sent for this schedule.
          </p>
          <p className="mt-1 wrap-anywhere text-ink-3 text-micro">Change {change.id}</p>
        </div>
      </div>
      {now.error && (
        <ProblemPanel problem={now.error.problem} onRetry={() => void (applied ? goOn() : now.refetch())} />
      )}
      <div className="relative mb-4 overflow-x-auto">
        <table aria-label="Both versions" className="w-full max-w-3xl border-separate border-spacing-0">
          <thead>
            <tr>
              {['Payment', 'Before', 'Sent', 'Now in SmarterPay'].map((head) => (
                <th key={head} scope="col" className={`${CELL} text-ink-3 text-micro font-medium`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dates.map((date) => {
              const [sent, stands] = [on(wanted, date), on(upcoming, date)]
              return (
                <tr key={date} className={upcoming && sent !== stands ? 'bg-warn-soft' : undefined}>
                  <th scope="row" className={`${CELL} whitespace-nowrap font-medium`}>
                    {formatDate(date)}
                  </th>
                  <td className={`${CELL} text-ink-3`}>{on(before, date)}</td>
                  <td className={CELL}>{sent}</td>
                  <td className={`${CELL} font-strong`}>{stands}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <ResolveForm scheduleId={scheduleId} changeId={change.id} onResolved={resolved} />
    </section>
  )
}

export type Resolution = 'applied' | 'not-applied'
export type ResolveFormProps = {
  scheduleId: string
  changeId: string
  onResolved: (outcome: Resolution) => void
}

/** A person's word on what came of a change, with how they know. */
export function ResolveForm({ scheduleId, changeId, onResolved }: ResolveFormProps) {
  const resolve = useResolveChange(scheduleId)
  const [outcome, setOutcome] = useState<Resolution | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const key = useRef(crypto.randomUUID())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (outcome === null || note.trim() === '' || resolve.isPending || resolve.isSuccess) return
    const said = { change: changeId, key: key.current, outcome, note: note.trim() }
    resolve.mutate(said, { onSuccess: () => onResolved(outcome) })
  }
  return (
    <form onSubmit={submit} className="grid min-w-0 max-w-[35rem] grid-cols-[minmax(0,1fr)] gap-3" noValidate>
      <RadioGroup
        label="What came of it?"
        value={outcome}
        onChoose={setOutcome}
        options={[
          { value: 'applied', label: 'It was saved', hint: 'What was sent took effect; the rest came from elsewhere.' },
          { value: 'not-applied', label: 'It was not saved', hint: 'Nothing of what was sent took effect.' },
        ]}
      />
      {tried && outcome === null && <p className="text-danger text-small font-medium">Choose one.</p>}
      <TextField
        label="How do you know?"
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={tried && note.trim() === '' ? 'Say how you know.' : undefined}
      />
      {resolve.error && <ProblemPanel problem={resolve.error.problem} />}
      <div>
        <Button type="submit" variant="primary" blocked={resolve.isPending || resolve.isSuccess}>
          Record what came of it
        </Button>
      </div>
    </form>
  )
}
