'use client'

import { Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-button'
import { type ActivityGroup, type ReadEntry, valueText, versionsOf } from '@/lib/activity/entry'
import { outcomeText, partText, scheduleOf } from '@/lib/activity/words'
import { formatDate, formatInstant } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { changedRows, changeWords, totalOf } from '@/lib/schedules/upcoming'
import { reasonText } from './filter-words'
import { RestorePayments } from './restore-payments'

const HEAD = 'h-8 border-line-strong border-b pr-4 text-left text-ink-3 text-micro font-medium'
const CELL = 'border-line border-b py-1.5 pr-4 align-top'

const paymentText = ({ date, amount }: UpcomingPayment) => `${formatDate(date)}, ${amountText(amount)}`
const amountText = (amount: number) => (amount === 0 ? `No payment (${formatPounds(0)})` : formatPounds(amount))

type DetailProps = { group: ActivityGroup; entry: ReadEntry; canRestore: boolean }

/** What changed row by row, why, and what can be done with it. */
export function EntryDetail({ group, entry, canRestore }: DetailProps) {
  const schedule = scheduleOf(group)
  const versions = versionsOf(group)
  const applied = entry.outcome === 'done' || entry.outcome === 'adjusted' || entry.outcome === 'seen'
  return (
    <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_336px]">
      <div className="min-w-0">
        <Differences entry={entry} after={applied ? 'After' : 'Was to be'} />
      </div>
      <div>
        <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-small">
          <Facts group={group} entry={entry} />
        </dl>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {canRestore && schedule && versions.before && (
            <RestorePayments schedule={schedule} version={versions.before} at={entry.at} which="before">
              Restore these payments
            </RestorePayments>
          )}
          <Button
            variant="quiet"
            size="small"
            icon={Link2}
            onClick={() => void copyText(`${location.origin}/activity?entry=${entry.seq}`)}
          >
            Copy link
          </Button>
        </div>
        {canRestore && schedule && versions.before && (
          <p className="mt-1 text-micro text-ink-3">
            Opens the {versions.before.length} payments from before this change (
            {formatPounds(totalOf(versions.before))}) as a draft. Nothing is saved by it.
          </p>
        )}
        {canRestore && schedule && versions.after && (
          <div className="mt-2">
            <RestorePayments schedule={schedule} version={versions.after} at={entry.at} which="after" quiet>
              Restore as they stood after it
            </RestorePayments>
          </div>
        )}
      </div>
    </div>
  )
}

function Differences({ entry, after }: { entry: ReadEntry; after: string }) {
  const rows = entry.payments ? changedRows(entry.payments.before, entry.payments.after) : []
  if (rows.length === 0 && entry.parts.length === 0)
    return <p className="text-small text-ink-3">No values of a schedule belong to this entry.</p>
  const sorted = rows
    .map((change) => ({
      was: 'before' in change ? change.before : null,
      is: 'after' in change ? change.after : null,
      words: change.kind === 'changed' ? changeWords(change.before, change.after) : [change.kind],
    }))
    .sort((a, b) => ((a.was ?? a.is)?.date ?? '').localeCompare((b.was ?? b.is)?.date ?? ''))
  return (
    <table aria-label="Changes" className="w-full border-separate border-spacing-0 text-small tabular-nums">
      <thead>
        <tr>
          {['What', 'Before', after].map((head) => (
            <th key={head} scope="col" className={HEAD}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ was, is, words }) => (
          <tr key={`${was?.date} ${was?.amount} ${is?.date} ${is?.amount}`}>
            <th scope="row" className={`${CELL} text-left font-medium`}>
              {was || is ? formatDate((was ?? is)?.date as UpcomingPayment['date']) : ''}
              <span className="block text-micro font-regular text-accent">{words.join(', ')}</span>
            </th>
            <td className={`${CELL} text-ink-3`}>{was ? paymentText(was) : '–'}</td>
            <td className={`${CELL} font-strong`}>{is ? paymentText(is) : '–'}</td>
          </tr>
        ))}
        {entry.parts.map(({ part, before, after: value }) => (
          <tr key={part}>
            <th scope="row" className={`${CELL} text-left font-medium first-letter:uppercase`}>
              {partText(part)}
            </th>
            <td className={`${CELL} wrap-anywhere text-ink-3`}>{valueText(part, before)}</td>
            <td className={`${CELL} wrap-anywhere font-strong`}>{valueText(part, value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  )
}

function Facts({ group, entry }: { group: ActivityGroup; entry: ReadEntry }) {
  const [first] = group.phases
  const result = outcomeText(entry)
  return (
    <>
      <Fact name="When">{formatInstant(new Date(entry.at))}</Fact>
      {entry.between && (
        <Fact name="Happened">
          between {formatInstant(new Date(entry.between.from))} and {formatInstant(new Date(entry.between.until))}
        </Fact>
      )}
      {first?.person && <Fact name="Person">{first.person}</Fact>}
      {result && <Fact name="Result">{result}</Fact>}
      {entry.refusal && (
        <Fact name="SmarterPay said">
          <q>{entry.refusal}</q>
        </Fact>
      )}
      {entry.resolved && (
        <Fact name="Found by">
          {entry.resolved.by ?? 'a person'}, {formatInstant(new Date(entry.resolved.at))}
          {entry.resolved.note && `: ${entry.resolved.note}`}
        </Fact>
      )}
      {entry.reason && <Fact name="Reason">{reasonText(entry.reason)}</Fact>}
      {entry.agreed !== null && (
        <Fact name="The payer">{entry.agreed ? 'was read this and agreed' : 'no agreement was ticked'}</Fact>
      )}
      {entry.note && <Fact name="Note">{entry.note}</Fact>}
      {first?.change && <Fact name="Request">{first.change}</Fact>}
      <Fact name="Entry">{entry.seq}</Fact>
    </>
  )
}
