'use client'

import { useId } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { frequencyText } from '@/lib/schedules/frequency-words'
import type { Schedule } from '@/lib/schedules/model'
import { standingOf } from '@/lib/schedules/standing'
import { CollectedSoFar } from './collected-so-far'
import { Copied, Fact, Nothing, Unreadable } from './fact'

/** What an agent says on the telephone, in the order they are asked for it. */
export function KeyFacts({ schedule }: { schedule: Schedule }) {
  const heading = useId()
  const { mandateId, auddis, cardId, customReference, description } = schedule
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-1 text-title font-strong">
        Key facts
      </h2>
      <dl>
        <Fact term="Next payment">
          <NextPayment schedule={schedule} />
        </Fact>
        <Fact term="Rule">
          <Rule schedule={schedule} />
        </Fact>
        <Fact term="First payment">
          <FirstPayment schedule={schedule} />
        </Fact>
        <Fact term="Ends">
          <Ends schedule={schedule} />
        </Fact>
        <Fact term="Collected so far">
          <CollectedSoFar schedule={schedule} />
        </Fact>
        {mandateId && (
          <Fact term="Mandate">
            <Copied text={mandateId} what="mandate" />
          </Fact>
        )}
        {auddis && (
          <Fact term="AUDDIS reference">
            <Copied text={auddis} what="AUDDIS reference" />
          </Fact>
        )}
        {cardId && (
          <Fact term="Card">
            <Copied text={cardId} what="card id" />
          </Fact>
        )}
        <Fact term="Custom reference">
          {customReference ? <Copied text={customReference} what="custom reference" /> : <Nothing />}
        </Fact>
        <Fact term="Description">{description ?? <Nothing />}</Fact>
      </dl>
    </section>
  )
}

function NextPayment({ schedule }: { schedule: Schedule }) {
  const standing = standingOf(schedule)
  switch (standing.kind) {
    case 'running':
      if (!standing.next) return <Nothing>None, all are skipped</Nothing>
      return (
        <span className="font-medium tabular-nums">
          {formatDate(standing.next.date)}, {formatPounds(standing.next.amount)}
        </span>
      )
    case 'finished':
      return <Nothing>None, the schedule has finished</Nothing>
    case 'inactive':
      return <Nothing>None, the schedule is inactive</Nothing>
    case 'list-unreadable':
    case 'status-unrecognised':
      return standing.nextDate ? <>{formatDate(standing.nextDate)}, says SmarterPay</> : <Unreadable />
  }
}

function Rule({ schedule }: { schedule: Schedule }) {
  const { amount, kind, instalments, unreadable } = schedule
  const frequency = frequencyText(schedule)
  return (
    <>
      {amount === null ? (
        unreadable.includes('amount') ? (
          <Unreadable />
        ) : (
          <Nothing>no amount</Nothing>
        )
      ) : (
        formatPounds(amount)
      )}
      {kind === 'plan' && instalments !== null && ` in ${instalments} instalments`},{' '}
      {frequency.charAt(0).toLowerCase() + frequency.slice(1)}
    </>
  )
}

function FirstPayment({ schedule }: { schedule: Schedule }) {
  const { firstCollectionDate, startDate, firstCollectionAmount, amount, unreadable } = schedule
  if (unreadable.includes('firstCollectionDate')) return <Unreadable />
  const date = firstCollectionDate ?? startDate
  if (!date) return <Nothing />
  const differs = firstCollectionAmount !== null && firstCollectionAmount !== amount && schedule.kind === 'ongoing'
  return (
    <span className="tabular-nums">
      {formatDate(date)}
      {differs && `, ${formatPounds(firstCollectionAmount)}`}
    </span>
  )
}

function Ends({ schedule: { kind, endDate, upcoming, unreadable } }: { schedule: Schedule }) {
  if (unreadable.includes('endDate')) return <Unreadable />
  if (endDate) return <span className="tabular-nums">{formatDate(endDate)}</span>
  if (kind !== 'plan') return 'No end date'
  const last = upcoming?.at(-1)
  return last ? `With the last instalment, ${formatDate(last.date)}` : 'With the last instalment'
}
