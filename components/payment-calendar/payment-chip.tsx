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

/** Where a column is narrow the icon stands under the amount. */
const NARROW =
  '@max-[110px]:h-[41px] @max-[110px]:flex-col-reverse @max-[110px]:items-start @max-[110px]:justify-center @max-[110px]:gap-0.5 @max-[110px]:px-1'

/** The payments of one day in the calendar. The amount never gives way; the word does where there is no room. */
export function PaymentChip({ payments }: { payments: readonly ShownPayment[] }) {
  const [first, ...others] = payments
  if (!first) return null
  const same = others.every(({ state }) => state === first.state)
  const look = same ? first.state : 'scheduled'
  const second = others.length === 0 ? chipText(first) : null
  return (
    <span className="@container mt-auto">
      <span
        className={`flex w-full items-center gap-1.5 overflow-hidden rounded-chip border px-[7px] text-small tabular-nums ${NARROW} ${LOOKS[look]} ${second ? 'h-[41px]' : 'h-7'}`}
      >
        <StateIcon payments={payments} />
        {second ? (
          <span className="min-w-0 leading-4">
            <Amount payments={payments} state={look} />
            <span className="block truncate text-ink-2 text-micro @max-[110px]:hidden">{second}</span>
          </span>
        ) : (
          <span className="flex h-[26px] min-w-0 flex-1 flex-wrap gap-x-1.5 overflow-hidden leading-[26px] @max-[110px]:h-4 @max-[110px]:flex-none @max-[110px]:leading-4">
            <Amount payments={payments} state={look} />
            <span className="ml-auto text-ink-2 text-micro leading-[26px]">
              {others.length > 0 ? countText(payments.length) : stateWord(first.state)}
            </span>
          </span>
        )}
      </span>
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
