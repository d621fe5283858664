'use client'

import { GitCompareArrows, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Button } from '@/components/ui/button'
import { formatDate, formatInstant } from '@/lib/calendar-date'
import { countOf } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { mergedPayments, mergeUpcoming, type Side } from '@/lib/schedules/merge'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { noticeClass } from '@/lib/schedules/notice'
import { totalOf } from '@/lib/schedules/upcoming'
import { amountWords } from './changes-table'
import { Fate, Result } from './conflict-cells'
import { changedParts, partWord } from './part-words'
import { ResultHeading } from './result-heading'

const HEAD = 'border-line-strong border-b px-2 py-2 text-left align-bottom text-ink-3 text-micro font-medium'
const WIDE_HEAD = `${HEAD} max-sm:hidden`
const CELL = 'h-11 border-line border-b px-2 py-2 text-small tabular-nums'
/** On a telephone with large text the words take two lines. */
const WRAPS = 'max-sm:h-auto max-sm:min-h-11 max-sm:shrink max-sm:whitespace-normal'

export type ConflictPanelProps = {
  opened: ScheduleAnswer
  now: ScheduleAnswer
  mine: readonly UpcomingPayment[]
  /** A new draft on the new basis, to be looked at and confirmed anew. */
  onMerged: (payments: UpcomingPayment[]) => void
  onTheirs: () => void
  onBack: () => void
}

const asOfText = (answer: ScheduleAnswer) => formatInstant(new Date(answer.asOf))

/** Then, now and yours: what does not overlap is merged, what does is asked. Nothing is sent from here. */
export function ConflictPanel({ opened, now, mine, onMerged, onTheirs, onBack }: ConflictPanelProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const [was, is] = [opened.schedule.upcoming ?? [], now.schedule.upcoming]
  const c = useCircumstances()
  const { method } = now.schedule
  const rows = useMemo(
    () => mergeUpcoming(was, is ?? [], mine, (date) => noticeClass(date, method, c) === 'locked'),
    [was, is, mine, method, c],
  )
  const told = rows.filter(({ outcome }) => outcome !== 'same')
  const quiet = rows.length - told.length
  const open = rows.filter(({ id, outcome }) => outcome === 'choose' && !choices.has(id))
  const own = rows.filter(({ outcome }) => outcome === 'mine' || outcome === 'choose' || outcome === 'gone').length
  const asking = rows.filter(({ outcome }) => outcome === 'choose').length
  const void_ = rows.filter(({ outcome }) => outcome === 'gone').length
  const merged = mergedPayments(rows, choices)
  const parts = changedParts(opened.schedule, now.schedule)
  const editable = is !== null && now.schedule.status === 'active'
  return (
    <section aria-label="Conflict">
      <div className="mb-3 flex items-start gap-2.5 rounded-control border border-warn-line bg-warn-soft px-3 py-2.5">
        <GitCompareArrows aria-hidden size={16} strokeWidth={1.9} className="mt-1 flex-none text-warn" />
        <div>
          <ResultHeading>This schedule changed after you opened it.</ResultHeading>
          <p className="text-small">
            Nothing was saved. Your {countOf(own, 'change')} {own === 1 ? 'is' : 'are'} kept here.{' '}
            {own - asking - void_} {own - asking - void_ === 1 ? 'fits' : 'fit'} as{' '}
            {own - asking - void_ === 1 ? 'it is' : 'they are'}
            {asking > 0 && `; ${asking} ${asking === 1 ? 'needs' : 'need'} your choice`}
            {void_ > 0 && `; ${void_} ${void_ === 1 ? 'is' : 'are'} void, because the payment is no longer listed`}.
          </p>
        </div>
      </div>
      {parts.length > 0 && (
        <ul className="mb-3 text-small">
          {parts.map((part) => (
            <li key={part.part}>
              {partWord(part.part)}: was {part.was}, <b className="font-strong">now {part.is}</b>
            </li>
          ))}
        </ul>
      )}
      <div className="relative overflow-x-auto">
        <table aria-label="Conflict" className="w-full sm:min-w-[48rem] border-separate border-spacing-0">
          <thead>
            <tr>
              <th scope="col" className={HEAD}>
                Payment
              </th>
              <th scope="col" className={WIDE_HEAD}>
                When you opened
                <br />
                {asOfText(opened)}
              </th>
              <th scope="col" className={HEAD}>
                Now in SmarterPay
                <br />
                {asOfText(now)}
              </th>
              <th scope="col" className={WIDE_HEAD}>
                Your change
              </th>
              <th scope="col" className={HEAD}>
                Will be saved as
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map((row) => {
              const date = row.opened?.date ?? row.now?.date ?? row.mine?.date
              const asks = row.outcome === 'choose'
              return (
                <tr key={row.id} className={asks ? 'bg-warn-soft' : undefined}>
                  <th scope="row" className={`${CELL} whitespace-nowrap text-left font-medium`}>
                    {date && formatDate(date)}
                    {row.opened && (
                      <span className="block font-regular text-ink-3 text-micro sm:hidden">
                        was {amountWords(row.opened.amount)}
                      </span>
                    )}
                    {asks && (
                      <span className="flex items-center gap-1.5 text-micro text-warn">
                        <TriangleAlert aria-hidden size={14} strokeWidth={1.9} />
                        Choose one
                      </span>
                    )}
                  </th>
                  <td className={`${CELL} text-ink-3 max-sm:hidden`}>
                    {row.opened ? amountWords(row.opened.amount) : '–'}
                  </td>
                  <td className={CELL}>
                    <Fate opened={row.opened} is={row.now} />
                  </td>
                  <td className={`${CELL} max-sm:hidden`}>
                    <Fate opened={row.opened} is={row.mine} mine />
                  </td>
                  <td className={CELL}>
                    <Result
                      row={row}
                      choice={choices.get(row.id)}
                      onChoose={(side) => setChoices(new Map(choices).set(row.id, side))}
                    />
                  </td>
                </tr>
              )
            })}
            {quiet > 0 && (
              <tr>
                <th scope="row" className={`${CELL} text-left font-regular text-ink-2`}>
                  {countOf(quiet, 'other payment')}
                </th>
                <td colSpan={4} className={`${CELL} text-ink-3`}>
                  No change
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr className="text-small tabular-nums [&>*]:px-2 [&>*]:py-2.5">
              <th scope="row" className="text-left font-strong">
                Total
              </th>
              <td className="text-ink-3 max-sm:hidden">{formatPounds(totalOf(was))}</td>
              <td className="font-strong">{formatPounds(totalOf(is ?? []))}</td>
              <td className="font-strong max-sm:hidden">{formatPounds(totalOf(mine))}</td>
              <td className="font-strong">{merged ? formatPounds(totalOf(merged)) : 'after your choice'}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {editable && (
          <Button
            variant="primary"
            blocked={merged === null}
            className={WRAPS}
            onClick={() => merged && onMerged(merged)}
          >
            Review merged changes
          </Button>
        )}
        <Button className={WRAPS} onClick={onTheirs}>
          Take theirs, drop my changes
        </Button>
        <Button variant="quiet" onClick={onBack}>
          Back to editing
        </Button>
        {open.length > 0 && (
          <span className="ml-auto inline-flex items-center gap-1.5 text-small text-warn font-medium">
            <TriangleAlert aria-hidden size={14} strokeWidth={1.9} />
            Choose what happens on {open[0]?.opened && formatDate(open[0].opened.date)} first
          </span>
        )}
        {!editable && (
          <span className="text-small text-warn font-medium">
            {is === null
              ? 'SmarterPay’s list cannot be read now, so it cannot be changed.'
              : 'The schedule is no longer active.'}
          </span>
        )}
      </div>
    </section>
  )
}
