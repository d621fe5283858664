'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import type { MovedRange } from '@/lib/collections/moved'
import { movedHref, stepHref } from '@/lib/collections/moved-address'
import { changeText, STEP_WORDS, signedPounds, snapshotDay } from '@/lib/collections/moved-words'
import { paymentsText } from '@/lib/collections/words'
import { bridgeQuery, snapshotsQuery } from '@/lib/queries/moved'
import { Nothing, Part } from './part'

export type MovedSinceProps = { from: CalendarDate; to: CalendarDate }

/** What moved in what is to come until the month ends, against a week ago. It follows once the page stands: it may take its time. */
export function MovedSince({ from, to }: MovedSinceProps) {
  const range: MovedRange = { from, to }
  const list = useQuery(snapshotsQuery(range))
  return (
    <Part title="What moved" all={{ href: movedHref(range, null), words: 'What moved, and who' }}>
      <Loaded query={list} skeleton={<Waiting what="snapshots" />}>
        {({ usual }) =>
          usual === null ? (
            <Nothing>
              There is no snapshot yet to compare with. One is taken each night;{' '}
              <Link href={movedHref(range, null)} prefetch={false} className="underline underline-offset-2">
                the first can be taken now
              </Link>
              .
            </Nothing>
          ) : (
            <Steps range={range} since={usual} />
          )
        }
      </Loaded>
    </Part>
  )
}

function Steps({ range, since }: { range: MovedRange; since: number }) {
  const answer = useQuery(bridgeQuery({ ...range, since }))
  return (
    <Loaded query={answer} skeleton={<Waiting what="what moved" />}>
      {({ snapshot, opening, closing, steps }) => (
        <>
          <p className="mb-1 text-body text-ink-2">
            <b className="inline-block font-strong text-ink first-letter:uppercase">{changeText(closing - opening)}</b>{' '}
            {range.from === range.to ? 'today' : `from today to ${formatDate(range.to)}`} than on{' '}
            {snapshotDay(snapshot)}
            {steps.length === 0 && ': nothing has moved'}.
          </p>
          <ul className="text-small">
            {steps.map(({ step, count, amount }) => (
              <li
                key={step}
                className="flex min-h-(--row-compact) items-center justify-between gap-3 border-line border-b"
              >
                <Link
                  href={stepHref({ ...range, since }, step)}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center"
                >
                  {STEP_WORDS[step].label}
                </Link>
                <span className="flex-1 text-ink-3 text-micro">{paymentsText(count)}</span>
                <span className="whitespace-nowrap font-medium tabular-nums">{signedPounds(amount)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  )
}
