'use client'

import { ArrowRight, CircleSlash, Pencil } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { type MergeRow, mergedRow, type Side } from '@/lib/schedules/merge'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { amountWords } from './changes-table'

/** A side's row against the one that stood there when it was opened. */
export function Fate({
  opened,
  is,
  mine = false,
}: {
  opened: UpcomingPayment | null
  is: UpcomingPayment | null
  mine?: boolean
}) {
  const look = mine ? 'text-accent' : 'text-ink'
  if (!is) return <span className={opened ? look : 'text-ink-3'}>{opened ? 'No longer listed' : '–'}</span>
  if (!opened)
    return (
      <span className={look}>
        Added: {formatDate(is.date)}, {amountWords(is.amount)}
      </span>
    )
  const moved = opened.date !== is.date
  const edited = opened.amount !== is.amount
  if (!moved && !edited) return <span className="text-ink-3">No change</span>
  const Icon = moved ? ArrowRight : is.amount === 0 ? CircleSlash : Pencil
  return (
    <span className={`inline-flex items-center gap-1.5 ${look}`}>
      <Icon aria-hidden size={14} strokeWidth={1.9} className="flex-none text-ink-2" />
      {[...(moved ? [`to ${formatDate(is.date)}`] : []), ...(edited ? [amountWords(is.amount)] : [])].join(', ')}
    </span>
  )
}

const shortWords = (row: MergeRow, payment: UpcomingPayment | null) =>
  payment === null
    ? 'not listed'
    : row.opened?.date === payment.date
      ? amountWords(payment.amount)
      : `${formatDate(payment.date)}, ${amountWords(payment.amount)}`

/** What a row comes to, with the choice where both sides changed it. */
export function Result({
  row,
  choice,
  onChoose,
}: {
  row: MergeRow
  choice: Side | undefined
  onChoose: (side: Side) => void
}) {
  const name = useId()
  if (row.outcome !== 'choose') {
    const is = mergedRow(row, choice) ?? null
    const from = { theirs: 'theirs, kept', gone: 'gone, your change is void', mine: '', same: '' }[row.outcome]
    return (
      <>
        <b className={row.outcome === 'same' ? 'font-regular' : 'font-strong'}>{shortWords(row, is)}</b>
        {from && <span className="ml-2 text-ink-3">{from}</span>}
      </>
    )
  }
  const option = (side: Side, words: string): ReactNode => (
    <label className="flex items-center gap-2 py-1">
      <input type="radio" className="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} />
      {words}
    </label>
  )
  return (
    <fieldset>
      <legend className="sr-only">What happens to the payment of {row.opened && formatDate(row.opened.date)}</legend>
      {option('theirs', `Keep theirs: ${shortWords(row, row.now)}`)}
      {option('mine', `Use mine: ${shortWords(row, row.mine)}`)}
    </fieldset>
  )
}
