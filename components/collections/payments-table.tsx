import { CircleDashed, Lock, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Flag } from '@/components/ui/flag'
import { formatDate } from '@/lib/calendar-date'
import type { CollectionPayment } from '@/lib/collections/model'
import { BAND_WORDS, RISK_WORDS } from '@/lib/collections/words'
import { formatPounds } from '@/lib/money'

const CELL = 'h-(--row-comfortable) border-line border-b px-2 align-middle first:pl-0 last:pr-0'
const HEAD =
  'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
const MIDDLE = 'max-md:hidden print:table-cell'

const METHOD_WORDS = { 'direct-debit': 'Direct Debit', card: 'Card', unrecognised: 'Unrecognised' } as const
const KIND_WORDS = { ongoing: 'Ongoing', plan: 'Payment plan', unrecognised: 'Unrecognised' } as const

/** Single payments, each with its schedule. */
export function PaymentsTable({ rows }: { rows: readonly CollectionPayment[] }) {
  return (
    <table aria-label="Payments" className="w-full border-separate border-spacing-0 text-small">
      <thead>
        <tr>
          <th scope="col" className={`${HEAD} text-left`}>
            Schedule
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            Date
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Amount
          </th>
          <th scope="col" className={`${HEAD} ${MIDDLE} pl-7! text-left`}>
            How surely
          </th>
          <th scope="col" className={`${HEAD} ${MIDDLE} text-left`}>
            Method
          </th>
          <th scope="col" className={`${HEAD} ${MIDDLE} text-left`}>
            Type
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((payment, index) => (
          // A schedule may list two payments of one amount on one day: the place in the page tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are not reordered
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
      <th scope="row" className={`${CELL} text-left font-medium`}>
        <Link
          href={`/schedules/${encodeURIComponent(schedule)}?tab=payments&focus=${date}`}
          prefetch={false}
          aria-label={`${reference ?? schedule}: open schedule ${schedule}`}
          className="inline-flex min-h-6 flex-col wrap-anywhere"
        >
          {reference ?? schedule}
        </Link>
        {reference && <span className="block wrap-anywhere text-ink-3 text-micro font-regular">{schedule}</span>}
        <span className="block md:hidden print:hidden">
          <BandFlag payment={payment} />
        </span>
      </th>
      <td className={`${CELL} whitespace-nowrap`}>{formatDate(date)}</td>
      <td className={`${CELL} whitespace-nowrap text-right font-medium`}>
        {amount === 0 ? 'No payment (£0.00)' : formatPounds(amount)}
      </td>
      <td className={`${CELL} ${MIDDLE} pl-7! normal-nums`}>
        <BandFlag payment={payment} />
      </td>
      <td className={`${CELL} ${MIDDLE} text-ink-2`}>{METHOD_WORDS[method]}</td>
      <td className={`${CELL} ${MIDDLE} text-ink-2`}>{KIND_WORDS[kind]}</td>
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
