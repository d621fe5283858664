import { CircleDashed, Lock, TriangleAlert } from 'lucide-react'
import { ColumnHead } from '@/components/ui/column-head'
import { Flag } from '@/components/ui/flag'
import { formatDate } from '@/lib/calendar-date'
import type { CollectionPayment } from '@/lib/collections/model'
import { BAND_WORDS, RISK_WORDS } from '@/lib/collections/words'
import { formatPounds } from '@/lib/money'
import { PAYMENT_CELL, ScheduleCell } from './schedule-cell'

const MIDDLE = 'max-md:hidden print:table-cell'

const METHOD_WORDS = { 'direct-debit': 'Direct Debit', card: 'Card', unrecognised: 'Unrecognised' } as const
const KIND_WORDS = { ongoing: 'Ongoing', plan: 'Payment plan', unrecognised: 'Unrecognised' } as const

/** Single payments, each with its schedule. */
export function PaymentsTable({ rows }: { rows: readonly CollectionPayment[] }) {
  return (
    <table aria-label="Payments" className="w-full border-separate border-spacing-0 text-small">
      <thead>
        <tr>
          <ColumnHead>Schedule</ColumnHead>
          <ColumnHead look="max-sm:px-1">Date</ColumnHead>
          <ColumnHead end look="max-md:pr-0! print:pr-2!">
            Amount
          </ColumnHead>
          <ColumnHead look={`${MIDDLE} pl-7!`}>How surely</ColumnHead>
          <ColumnHead look={MIDDLE}>Method</ColumnHead>
          <ColumnHead look={MIDDLE}>Type</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((payment, index) => (
          // A schedule may list two payments of one amount on one day: the place in the page tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps nothing of its own, so that in another order none is mistaken
          <PaymentRow key={`${payment.schedule} ${payment.date} ${index}`} payment={payment} />
        ))}
      </tbody>
    </table>
  )
}

function PaymentRow({ payment }: { payment: CollectionPayment }) {
  const { schedule, reference, date, amount, method, kind } = payment
  return (
    <tr className="break-inside-avoid hover:bg-hover">
      <ScheduleCell schedule={schedule} reference={reference} date={date}>
        <BandFlag payment={payment} />
      </ScheduleCell>
      <td className={`${PAYMENT_CELL} whitespace-nowrap`}>{formatDate(date)}</td>
      <td className={`${PAYMENT_CELL} whitespace-nowrap text-right font-medium max-md:pr-0! print:pr-2!`}>
        {amount === 0 ? 'No payment (£0.00)' : formatPounds(amount)}
      </td>
      <td className={`${PAYMENT_CELL} ${MIDDLE} pl-7! normal-nums [&>*]:align-middle`}>
        <BandFlag payment={payment} />
      </td>
      <td className={`${PAYMENT_CELL} ${MIDDLE} text-ink-2`}>{METHOD_WORDS[method]}</td>
      <td className={`${PAYMENT_CELL} ${MIDDLE} text-ink-2`}>{KIND_WORDS[kind]}</td>
    </tr>
  )
}

/** The ordinary is plain: only what is not Scheduled has a mark. */
function BandFlag({ payment: { amount, band, risk } }: { payment: CollectionPayment }) {
  if (amount === 0) return <span className="text-ink-3 text-micro">Skipped</span>
  if (band === 'locked') return <Flag icon={Lock} words={BAND_WORDS.locked} />
  if (band === 'projected') return <Flag icon={CircleDashed} words={BAND_WORDS.projected} />
  if (band === 'at-risk')
    return (
      <Flag
        icon={TriangleAlert}
        tone="danger"
        words={
          risk ? `At risk: ${RISK_WORDS[risk].replace(/^./, (letter) => letter.toLowerCase())}` : BAND_WORDS['at-risk']
        }
      />
    )
  return <span className="text-ink-2 text-micro">{BAND_WORDS.scheduled}</span>
}
