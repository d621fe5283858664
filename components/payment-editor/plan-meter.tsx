'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { countOf } from '@/lib/count'
import { formatPounds, sumPence } from '@/lib/money'
import type { Draft, Setting } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import { type Destination, freeRows, leftToPlace, spreadShares } from '@/lib/schedules/draft-spread'
import type { Schedule } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'
import { finishOf, type OneMore, withOneMore } from '@/lib/schedules/plan-finish'
import type { ChangeRule } from './change-rule'

type Choice = Destination | 'mine' | 'one-more'
const CHOICES = [
  { value: 'rest', label: 'Spread over the rest' },
  { value: 'next', label: 'Next payment' },
  { value: 'last', label: 'Last payment' },
  { value: 'mine', label: 'I will place it' },
] as const satisfies { value: Choice; label: string }[]
/** Only for money that has no place yet. */
const ONE_MORE = { value: 'one-more', label: 'Add one instalment at the end' } as const satisfies {
  value: Choice
  label: string
}

/** What a destination comes to, before it is chosen; null where it cannot take all of it. */
function consequence(
  to: Exclude<Choice, 'one-more'>,
  draft: Draft,
  after: string | null,
  setting: Setting,
): string | null {
  if (to === 'mine') return 'Change the amounts yourself until nothing is left.'
  const shares = [...spreadShares(draft, to, after, setting)]
  const [first] = shares
  if (!first) return null
  const amounts = shares.map(([, share]) => share)
  const [low, high] = [Math.min(...amounts.map(Math.abs)), Math.max(...amounts.map(Math.abs))]
  const each = low === high ? formatPounds(low) : `${formatPounds(low)} or ${formatPounds(high)}`
  const way = first[1] > 0 ? 'more' : 'less'
  if (shares.length > 1) {
    const pinned = draft.rows.filter((row) => row.pinned).length
    const stays = pinned > 0 ? `; ${countOf(pinned, 'pinned payment')} ${pinned === 1 ? 'stays' : 'stay'}` : ''
    return `${each} ${way} on each of ${shares.length} payments${stays}`
  }
  const row = draft.rows.find(({ id }) => id === first[0])
  return row?.date ? `${formatDate(row.date)} becomes ${formatPounds((row.amount ?? 0) + first[1])}` : null
}

/** What one instalment more would come to. It is the rule's business: a list is made anew, so what was changed here is not in it. */
function oneMoreText({ instalments, toCome, each, finish }: OneMore): string {
  const amount = each.lowest === each.highest ? formatPounds(each.lowest) : `about ${formatPounds(each.lowest)}`
  const until = finish ? `, the last probably on ${formatDate(finish)}` : ''
  return `Makes ${instalments} instalments of the plan: SmarterPay writes a new list of ${toCome} payments of ${amount}${until}. What was changed here is not in it.`
}

export type PlanMeterProps = {
  schedule: Schedule
  draft: Draft
  setting: Setting
  /** The row whose change left the money; "next" counts from it. */
  after: string | null
  act: (command: Command) => void
  changeRule: ChangeRule['changeRule']
}

/** Whether a plan adds up, and where the rest should go. It stays in sight while amounts change. */
export function PlanMeter({ schedule, draft, setting, after, act, changeRule }: PlanMeterProps) {
  const progress = planProgress({ ...schedule, upcoming: [...draft.listed] })
  const left = leftToPlace(draft)
  const upcoming = sumPence(draft.rows.map(({ amount }) => amount ?? 0))
  const listed = sumPence(draft.listed.map(({ amount }) => amount))
  const collected = progress?.collected ?? 0
  const total = Math.max(collected + upcoming, collected + listed, 1)
  const share = (amount: number) => `${(amount / total) * 100}%`
  const paid = progress?.paid ?? 0
  const Icon = left === 0 ? Check : TriangleAlert
  return (
    <section
      aria-label="Plan balance"
      className={`mb-3 rounded-panel border bg-surface px-3 pt-2.5 pb-3 text-small sm:sticky sm:top-[calc(var(--bar-target)+var(--bar-top)+4px)] sm:z-(--z-sticky) ${left === 0 ? 'border-line-strong' : 'border-warn-line'}`}
    >
      <div className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
        {progress && <Figure words="Collected" amount={collected} />}
        <Figure words="Upcoming" amount={upcoming} />
        {progress && <Figure words="Plan" amount={progress.total} />}
        <span className={`inline-flex items-center gap-1.5 ${left === 0 ? 'text-ink-2' : 'font-medium text-warn'}`}>
          <Icon aria-hidden size={14} strokeWidth={1.9} />
          {left < 0 ? 'Too much' : 'Left to place'} <b className="font-strong">{formatPounds(Math.abs(left))}</b>
        </span>
        <span className="text-ink-3">
          <b className="font-strong text-ink">
            {paid + draft.rows.length} of {paid + draft.listed.length}
          </b>{' '}
          instalments
        </span>
        <Finish was={finishOf(draft.listed)} is={finishOf(draft.rows)} />
      </div>
      <div aria-hidden className="mt-2 flex h-3 gap-0.5 overflow-hidden rounded-[3px]">
        <i className="block bg-chart-locked" style={{ width: share(collected) }} />
        <i className="block bg-chart-scheduled" style={{ width: share(Math.min(upcoming, listed)) }} />
        {left !== 0 && (
          <i
            className="block bg-[repeating-linear-gradient(135deg,var(--color-warn)_0_2px,transparent_2px_6px)] forced-colors:bg-[Mark]"
            style={{ width: share(Math.abs(left)) }}
          />
        )}
      </div>
      {left !== 0 && (
        <Destinations
          schedule={schedule}
          draft={draft}
          setting={setting}
          after={after}
          act={act}
          changeRule={changeRule}
          left={left}
        />
      )}
    </section>
  )
}

/** Where the money goes that is left to place, or comes off that is too much. */
function Destinations(props: PlanMeterProps & { left: number }) {
  const { schedule, draft, setting, after, act, changeRule, left } = props
  const [choice, setChoice] = useState<Choice>('rest')
  const money = formatPounds(Math.abs(left))
  const more = left > 0 ? withOneMore({ ...schedule, upcoming: [...draft.listed] }, setting.c) : null
  const chosen = choice === 'one-more' && more === null ? 'rest' : choice
  const told = chosen === 'one-more' ? more && oneMoreText(more) : consequence(chosen, draft, after, setting)
  const question = `Where should ${money} ${left > 0 ? 'go' : 'come off'}?`
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-2">
      <b aria-hidden className="font-strong">
        {question}
      </b>
      <Segmented
        label={question}
        options={more ? [...CHOICES, ONE_MORE] : CHOICES}
        value={chosen}
        onChoose={setChoice}
        stacks
      />
      {chosen === 'one-more' && more && (
        <Button size="small" onClick={() => changeRule({ instalments: more.instalments })}>
          Change the rule
        </Button>
      )}
      {chosen !== 'mine' && chosen !== 'one-more' && told !== null && (
        <Button size="small" onClick={() => act({ kind: 'spread', to: chosen, after })}>
          {left > 0 ? 'Place' : 'Take off'} {money}
        </Button>
      )}
      <span className="text-ink-2">{told ?? noPlaceText(chosen, draft, setting)}</span>
    </div>
  )
}

/** When the plan is done, and when it was to be, where the draft moves it. */
function Finish({ was, is }: { was: CalendarDate | null; is: CalendarDate | null }) {
  if (is === null) return null
  if (was === null || was === is)
    return (
      <span className="text-ink-3">
        Last payment <b className="font-strong text-ink">{formatDate(is)}</b>
      </span>
    )
  return (
    <span className="font-medium text-accent">
      Finish moves from {formatDate(was)} to <b className="font-strong">{formatDate(is)}</b>
    </span>
  )
}

const noPlaceText = (choice: Choice, draft: Draft, setting: Setting): string =>
  freeRows(draft, setting).length === 0
    ? 'Every payment is pinned, changed by you or too late to change.'
    : choice === 'next'
      ? 'No later payment can take it.'
      : 'These payments cannot take all of it.'

function Figure({ words, amount }: { words: string; amount: number }) {
  return (
    <span className="text-ink-3">
      {words} <b className="font-strong text-ink">{formatPounds(amount)}</b>
    </span>
  )
}
