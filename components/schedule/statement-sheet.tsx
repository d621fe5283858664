'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { formatDate, formatInstant, formatLongDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { cardCustomerQuery, mandateCustomerQuery } from '@/lib/queries/payers'
import { amountText, countText } from '@/lib/schedules/calendar-names'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { frequencyText } from '@/lib/schedules/frequency-words'
import type { Schedule } from '@/lib/schedules/model'
import type { ShownPayment } from '@/lib/schedules/shown-payments'
import { periodEnd, type Statement, type StatementPeriod } from '@/lib/schedules/statement'

export type StatementSheetProps = {
  answer: ScheduleAnswer
  statement: Statement
  period: StatementPeriod
  contact: string
}

/** The sheet itself, as it comes out on A4. It never carries account, sort code or card numbers. */
export function StatementSheet({ answer, statement, period, contact }: StatementSheetProps) {
  const { schedule, asOf } = answer
  const { now } = useCircumstances()
  const { listed, projected, rows, passed } = statement
  const end = periodEnd(period, now.date)
  const last = rows.at(-1)
  const until = end ?? last?.date ?? now.date
  return (
    <article aria-label="Statement" className="max-w-3xl print:mt-3 print:max-w-none">
      <p className="text-ink-2 text-small">
        As at {formatInstant(new Date(asOf))}, for payments up to {formatLongDate(until)}.
      </p>
      <Facts schedule={schedule} />
      <p className="mt-4 text-lead text-ink-2">
        <b className="font-strong text-ink">{amountText(listed)}</b> in {countText(listed.count)} set up
        {projected.count > 0 && (
          <>
            , then <b className="font-strong text-ink">{amountText(projected)}</b> in {countText(projected.count)}{' '}
            projected
          </>
        )}
        .
      </p>
      {rows.length === 0 ? (
        <p className="mt-3 text-body text-ink-2">No payments fall in this period.</p>
      ) : (
        <Payments statement={statement} />
      )}
      {passed > 0 && (
        <p className="mt-3 text-small text-warn">
          Not shown: {countText(passed)} that SmarterPay still lists for days that have passed.
        </p>
      )}
      <p className="mt-6 border-line-strong border-t pt-3 text-body break-inside-avoid">
        {contact} Quote {schedule.customReference ?? schedule.id}.
      </p>
    </article>
  )
}

function Facts({ schedule }: { schedule: Schedule }) {
  const { auddis, customReference, description, id, kind, amount, instalments, method } = schedule
  return (
    <dl className="mt-3 border-line border-t">
      <PayerLine schedule={schedule} />
      {customReference && <Line term="Reference">{customReference}</Line>}
      {description && <Line term="For">{description}</Line>}
      <Line term="Schedule">{id}</Line>
      {auddis && <Line term="Mandate reference">{auddis}</Line>}
      <Line term="Paid by">
        {method === 'card' ? 'Card' : method === 'direct-debit' ? 'Direct Debit' : 'A method that is not known here'}
      </Line>
      <Line term="Terms">
        {amount !== null && `${formatPounds(amount)} `}
        {kind === 'plan' && instalments !== null && `in ${instalments} instalments, `}
        {frequencyText(schedule).replace(/^./, (letter) => letter.toLowerCase())}
      </Line>
    </dl>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[144px_minmax(0,1fr)] gap-x-3 border-line border-b py-1.5 text-body print:py-1 max-sm:grid-cols-[112px_minmax(0,1fr)]">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}

/** The payer's name, where SmarterPay tells one; a statement does without. */
function PayerLine({ schedule: { mandateId, cardId } }: { schedule: Schedule }) {
  const mandate = useQuery({ ...mandateCustomerQuery(mandateId ?? ''), enabled: mandateId !== null })
  const card = useQuery({ ...cardCustomerQuery(cardId ?? ''), enabled: mandateId === null && cardId !== null })
  const customer = (mandate.data ?? card.data)?.customer
  const name = customer?.name ?? customer?.company
  return name ? <Line term="Payer">{name}</Line> : null
}

const CELL = 'h-(--row-compact) border-line border-b px-2 align-middle first:pl-0 last:pr-0 max-sm:py-1.5 print:h-7'
const HEAD = 'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium first:pl-0 last:pr-0'

function Payments({ statement }: { statement: Statement }) {
  const { rows, listed, projected, listEnd } = statement
  const setUp = rows.filter(({ state }) => state !== 'projected')
  const beyond = rows.filter(({ state }) => state === 'projected')
  return (
    <table aria-label="Payments" className="mt-3 w-full border-separate border-spacing-0 text-body">
      <thead>
        <tr>
          <th scope="col" className={`${HEAD} text-left max-sm:w-full`}>
            Date
          </th>
          <th scope="col" className={`${HEAD} pl-6! text-left max-sm:hidden print:table-cell`}>
            State
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {setUp.map((payment) => (
          <PaymentLine key={payment.key} payment={payment} />
        ))}
        <TotalLine words={`Set up, ${countText(listed.count)}`} sum={amountText(listed)} />
      </tbody>
      {beyond.length > 0 && (
        <tbody>
          <tr>
            <td
              colSpan={3}
              className="border-accent-line border-t-2 border-dashed pt-3 pb-1 text-small text-ink-2 break-after-avoid"
            >
              <b className="font-strong text-ink">
                {listEnd ? `The list ends ${formatDate(listEnd)}. ` : ''}Projected from here on:
              </b>{' '}
              worked out from the terms above. These payments are not set up yet and may change.
            </td>
          </tr>
          {beyond.map((payment) => (
            <PaymentLine key={payment.key} payment={payment} />
          ))}
          <TotalLine words={`Projected, ${countText(projected.count)}`} sum={amountText(projected)} />
        </tbody>
      )}
    </table>
  )
}

/** What a payer is told of one payment beside its date and amount. */
function stateText({ state, estimate, likelyDate }: ShownPayment): string {
  if (likelyDate) return `Not a banking day, likely ${formatDate(likelyDate)}`
  if (state === 'skipped') return 'Skipped'
  if (state === 'projected') return estimate ? 'Projected, date may differ' : 'Projected'
  return 'Set up'
}

function PaymentLine({ payment }: { payment: ShownPayment }) {
  const projected = payment.state === 'projected'
  return (
    <tr className={`break-inside-avoid ${projected ? 'text-ink-2' : ''}`}>
      <th scope="row" className={`${CELL} text-left font-regular tabular-nums`}>
        {formatLongDate(payment.date)}
        <span className="block text-ink-3 text-micro sm:hidden print:hidden">{stateText(payment)}</span>
      </th>
      <td className={`${CELL} pl-6! text-small normal-nums max-sm:hidden print:table-cell`}>{stateText(payment)}</td>
      <td className={`${CELL} whitespace-nowrap text-right ${projected ? '' : 'font-medium'}`}>
        {payment.state === 'skipped' ? 'No payment (£0.00)' : amountText(payment)}
      </td>
    </tr>
  )
}

function TotalLine({ words, sum }: { words: string; sum: string }) {
  return (
    <tr className="[&>*]:h-10 [&>*]:font-strong">
      <th scope="row" className="text-left">
        {words}
      </th>
      <td className="max-sm:hidden print:table-cell" />
      <td className="text-right">{sum}</td>
    </tr>
  )
}
