'use client'

import { useQuery } from '@tanstack/react-query'
import { GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import { changedParts, partValue, partWord } from '@/components/review/part-words'
import { ResultHeading } from '@/components/review/result-heading'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/choice'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/calendar-date'
import { scheduleQuery } from '@/lib/queries/schedules'
import type { Terms } from '@/lib/schedules/changes'
import type { TermsPart } from '@/lib/schedules/check-terms'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { termsLabel, termsValue } from '@/lib/schedules/terms-words'
import { changedRows } from '@/lib/schedules/upcoming'

const HEAD = 'border-line-strong border-b px-2 py-2 text-left align-bottom text-ink-3 text-micro font-medium first:pl-0'
const CELL = 'h-11 border-line border-b px-2 py-2 text-small tabular-nums first:pl-0'

export type TermsConflictProps = {
  opened: ScheduleAnswer
  terms: Terms
  /** A new form on the new reading, with these parts of mine. */
  onMerged: (now: ScheduleAnswer, parts: TermsPart[]) => void
  onBack: () => void
}

/** Then, now and yours, for the parts of a rule. What does not overlap is merged, what does is asked. Nothing is sent from here. */
export function TermsConflict(props: TermsConflictProps) {
  const query = useQuery({ ...scheduleQuery(props.opened.schedule.id), staleTime: 0 })
  return (
    <Loaded query={query} skeleton={<Waiting what="what SmarterPay holds now" />}>
      {(now) => <Comparison {...props} now={now} />}
    </Loaded>
  )
}

type Side = 'theirs' | 'mine'

function Comparison({ opened, terms, now, onMerged, onBack }: TermsConflictProps & { now: ScheduleAnswer }) {
  const [choices, setChoices] = useState<Partial<Record<TermsPart, Side>>>({})
  const mine = (Object.keys(terms) as TermsPart[]).filter((part) => terms[part] !== undefined)
  const theirs = changedParts(opened.schedule, now.schedule)
  const both = mine.filter((part) => theirs.some((other) => other.part === part))
  const others = theirs.filter(({ part }) => !mine.some((own) => own === part))
  const open = both.filter((part) => choices[part] === undefined)
  const rows = changedRows(opened.schedule.upcoming ?? [], now.schedule.upcoming ?? []).length
  const at = (answer: ScheduleAnswer) => formatInstant(new Date(answer.asOf))
  const { schedule } = now
  const active = schedule.status === 'active'
  const value = (part: TermsPart, of: unknown) => termsValue(part, of, schedule)
  return (
    <section aria-label="Conflict" className="max-w-5xl">
      <div className="mb-3 flex items-start gap-2.5 rounded-control border border-warn-line bg-warn-soft px-3 py-2.5">
        <GitCompareArrows aria-hidden size={16} strokeWidth={1.9} className="mt-1 flex-none text-warn" />
        <div>
          <ResultHeading>This schedule changed after you opened it.</ResultHeading>
          <p className="text-small">
            Nothing was saved. Your changes are kept here
            {both.length > 0 ? `; ${both.length} ${both.length === 1 ? 'needs' : 'need'} your choice` : ''}.
            {rows > 0 &&
              ` ${rows} upcoming ${rows === 1 ? 'payment is' : 'payments are'} another than when you opened it.`}
          </p>
        </div>
      </div>
      <div className="overflow-x-auto">
        <table aria-label="Conflict" className="w-full border-separate border-spacing-0">
          <thead>
            <tr>
              {['Part', `When you opened, ${at(opened)}`, `Now in SmarterPay, ${at(now)}`, 'Your change'].map(
                (head) => (
                  <th key={head} scope="col" className={HEAD}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {mine.map((part) => {
              const [was, is] =
                part === 'firstTwoInSameMonth' ? [undefined, undefined] : [opened.schedule[part], schedule[part]]
              const asks = both.includes(part)
              return (
                <tr key={part} className={asks ? 'bg-warn-soft' : undefined}>
                  <th scope="row" className={`${CELL} text-left font-medium`}>
                    {termsLabel(part, schedule)}
                  </th>
                  <td className={`${CELL} text-ink-3`}>{value(part, was)}</td>
                  <td className={`${CELL} ${asks ? 'font-strong' : ''}`}>{value(part, is)}</td>
                  <td className={CELL}>
                    {asks ? (
                      <RadioGroup
                        label={`What becomes of ${termsLabel(part, schedule)}`}
                        value={choices[part] ?? null}
                        onChoose={(side) => setChoices({ ...choices, [part]: side })}
                        options={[
                          { value: 'theirs', label: `Keep theirs: ${value(part, is)}` },
                          { value: 'mine', label: `Use mine: ${value(part, terms[part])}` },
                        ]}
                      />
                    ) : (
                      <b className="font-strong">{value(part, terms[part])}</b>
                    )}
                  </td>
                </tr>
              )
            })}
            {others.map(({ part, was, is }) => (
              <tr key={part}>
                <th scope="row" className={`${CELL} text-left font-medium`}>
                  {partWord(part)}
                </th>
                <td className={`${CELL} text-ink-3`}>{was}</td>
                <td className={`${CELL} font-strong`}>{is || partValue(part, null)}</td>
                <td className={`${CELL} text-ink-3`}>No change</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {active && (
          <Button
            variant="primary"
            blocked={open.length > 0}
            onClick={() =>
              onMerged(
                now,
                mine.filter((part) => choices[part] !== 'theirs'),
              )
            }
          >
            Go on with merged changes
          </Button>
        )}
        <Button onClick={() => onMerged(now, [])}>Take theirs, drop my changes</Button>
        <Button variant="quiet" onClick={onBack}>
          Back to editing
        </Button>
        {!active && <span className="text-small text-warn font-medium">The schedule is no longer active.</span>}
      </div>
    </section>
  )
}
