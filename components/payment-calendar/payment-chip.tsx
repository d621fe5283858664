import { amountText, countText, totalOf } from '@/lib/schedules/calendar-names'
import { chipText } from '@/lib/schedules/payment-words'
import type { PaymentState, ShownPayment } from '@/lib/schedules/shown-payments'
import { StateIcon, stateWord } from './payment-state'

const LOOKS: Record<PaymentState, string> = {
  scheduled: 'border-accent-line bg-accent-soft text-ink [&>svg]:text-accent',
  locked: 'border-control bg-surface text-ink [&>svg]:text-ink-2',
  skipped: 'border-control bg-surface text-ink-2 [&>svg]:text-ink-2',
  projected: 'border-dashed border-control text-ink-2 [&>svg]:text-ink-3',
}

/** The payments of one day in the calendar. The amount never gives way; the word does where there is no room. */
export function PaymentChip({ payments }: { payments: readonly ShownPayment[] }) {
  const [first, ...others] = payments
  if (!first) return null
  const same = others.every(({ state }) => state === first.state)
  const look = same ? first.state : 'scheduled'
  const second = others.length === 0 ? chipText(first) : null
  return (
    <span
      className={`mt-auto flex w-full items-center gap-1.5 overflow-hidden rounded-chip border px-[7px] text-small tabular-nums ${LOOKS[look]} ${second ? 'h-[41px]' : 'h-7'}`}
    >
      <StateIcon payments={payments} />
      {second ? (
        <span className="min-w-0 leading-4">
          <Amount payments={payments} state={look} />
          <span className="block truncate text-micro text-ink-2">{second}</span>
        </span>
      ) : (
        <span className="flex h-[26px] min-w-0 flex-1 flex-wrap gap-x-1.5 overflow-hidden leading-[26px]">
          <Amount payments={payments} state={look} />
          <span className="ml-auto text-micro leading-[26px] text-ink-2">
            {others.length > 0 ? countText(payments.length) : stateWord(first.state)}
          </span>
        </span>
      )}
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
