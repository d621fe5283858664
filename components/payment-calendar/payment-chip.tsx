import { Check, CornerUpRight } from 'lucide-react'
import { formatDayAndMonth, formatLongDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { amountText, countText, paymentName, totalOf } from '@/lib/schedules/calendar-names'
import { chipText } from '@/lib/schedules/payment-words'
import type { Ghost, PaymentState, ShownPayment } from '@/lib/schedules/shown-payments'
import { StateIcon, stateWord } from './payment-state'

const SOFT = 'border-accent-line bg-accent-soft text-ink [&>svg]:text-accent'
const PLAIN = 'border-control bg-surface text-ink-2 [&>svg]:text-ink-2'
const LOOKS: Record<PaymentState, string> = {
  scheduled: SOFT,
  moved: SOFT,
  edited: SOFT,
  added: SOFT,
  restored: SOFT,
  locked: 'border-control bg-surface text-ink [&>svg]:text-ink-2',
  skipped: PLAIN,
  projected: 'border-dashed border-control text-ink-2 [&>svg]:text-ink-3',
}
const PICKED = 'border-dashed border-control bg-transparent text-ink-3 line-through'
/** Not saved yet: a second pixel of edge, in the accent. */
const DRAFTED =
  'border-accent! shadow-[inset_0_0_0_1px_var(--color-accent)] forced-colors:outline-2 forced-colors:-outline-offset-4 forced-colors:outline-[Highlight]'

/** One of several: filled, as a ticked box is. */
const MARKED =
  'border-accent! bg-accent! text-on-accent! [&_*]:text-on-accent! forced-colors:outline-2 forced-colors:outline-[Highlight]'

/** Where a column is narrow, less than 110 px for the chip, the icon stands under the amount. Asked of the month once, not of each chip. */
const NARROW =
  '@max-[54.25rem]/month:h-[2.5625rem] @max-[54.25rem]/month:flex-col-reverse @max-[54.25rem]/month:items-start @max-[54.25rem]/month:justify-center @max-[54.25rem]/month:gap-0.5 @max-[54.25rem]/month:px-1'
const SHAPE = `flex w-full items-center gap-1 overflow-hidden rounded-chip border px-1.5 text-left text-small tabular-nums ${NARROW}`

export type PaymentChipProps = {
  payments: readonly ShownPayment[]
  /** A button that opens the payment, for those who may change it; its press is heard by the grid. */
  opens?: boolean
  /** In hand, and over another day. */
  picked?: boolean | undefined
  /** One of several that were marked. */
  marked?: boolean
}

/** The payments of one day in the calendar. The amount never gives way; the word does where there is no room. */
export function PaymentChip({ payments, opens = false, picked = false, marked = false }: PaymentChipProps) {
  const [first, ...others] = payments
  if (!first) return null
  const same = others.every(({ state }) => state === first.state)
  const state = same ? first.state : 'scheduled'
  const second = others.length === 0 ? chipText(first) : null
  const drafted = payments.some((payment) => payment.drafted?.touched)
  const attention = payments.some((payment) => payment.drafted?.attention)
  const look = `${SHAPE} ${picked ? PICKED : LOOKS[state]} ${drafted ? DRAFTED : ''} ${attention && !marked ? '[&>svg]:text-warn!' : ''} ${marked ? MARKED : ''} ${second ? 'h-[2.5625rem]' : 'h-7'}`
  const drawn = (
    <>
      {marked ? (
        <Check aria-hidden size={14} strokeWidth={2.4} className="flex-none" />
      ) : (
        <StateIcon payments={payments} />
      )}
      {second ? (
        <span className="min-w-0 leading-4">
          <Amount payments={payments} state={state} />
          <SecondLine text={second} attention={attention} />
        </span>
      ) : (
        <span className="flex h-[1.625rem] min-w-0 flex-1 flex-wrap gap-x-1.5 overflow-hidden leading-[1.625rem] @max-[54.25rem]/month:h-4 @max-[54.25rem]/month:flex-none @max-[54.25rem]/month:leading-4">
          <Amount payments={payments} state={state} />
          <span className={`ml-auto text-micro leading-[1.625rem] ${attention ? 'text-warn' : 'text-ink-2'}`}>
            {others.length > 0 ? countText(payments.length) : first.drafted?.pinned ? 'Pinned' : stateWord(first.state)}
          </span>
        </span>
      )}
    </>
  )
  return (
    <span className="block">
      {opens ? (
        <button
          type="button"
          tabIndex={-1}
          data-chip
          data-row={others.length === 0 ? first.drafted?.row : undefined}
          className={`${look} hover:border-accent focus-visible:outline-offset-1`}
        >
          <span className="sr-only">
            {others.length === 0
              ? paymentName(first)
              : `${countText(payments.length)} on ${formatLongDate(first.date)}, ${amountText(totalOf(payments))}`}
          </span>
          <span aria-hidden className="contents">
            {drawn}
          </span>
        </button>
      ) : (
        <span className={look}>{drawn}</span>
      )}
    </span>
  )
}

/** "Skipped, was £25.32", the amount that was replaced struck. */
function SecondLine({ text, attention }: { text: string; attention: boolean }) {
  const [words, was] = text.split(/(?<=, was )/)
  return (
    <span
      className={`block truncate text-micro @max-[54.25rem]/month:hidden ${attention ? 'text-warn' : 'text-ink-2'}`}
    >
      {words}
      {was && <s className="decoration-1">{was}</s>}
    </span>
  )
}

function Amount({ payments, state }: { payments: readonly ShownPayment[]; state: PaymentState }) {
  return (
    <b className={`flex-none whitespace-nowrap ${state === 'projected' ? 'font-medium' : 'font-strong'}`}>
      {amountText(totalOf(payments))}
    </b>
  )
}

/** The old place of a payment that a draft moves away. */
export function GhostChip({ ghost: { amount, to } }: { ghost: Ghost }) {
  return (
    <span className="block">
      <span
        className={`${SHAPE} h-7 border-dashed border-control text-ink-3 [&>svg]:flex-none max-lg:[&>svg]:hidden @max-[54.25rem]/month:h-7!`}
      >
        <CornerUpRight aria-hidden size={14} strokeWidth={1.9} />
        <s className="decoration-1 @max-[54.25rem]/month:hidden">{formatPounds(amount)}</s>
        <span className="ml-auto whitespace-nowrap text-micro">to {formatDayAndMonth(to)}</span>
      </span>
    </span>
  )
}
