'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TextButton } from '@/components/ui/button'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { PaymentsTakenAnswer, PaymentTaken } from '@/lib/payers/model'
import { paymentsTakenQuery } from '@/lib/queries/payers'
import { Nothing, Unreadable } from './fact'
import { Panel } from './panel'

const SHOWN = 6

/** What was sent to the bank or the card, and what became of it; latest first. */
export function PaymentsTaken({ id }: { id: string }) {
  return (
    <Panel title="Payments taken" query={useQuery(paymentsTakenQuery(id))} lines={4}>
      {(answer) => <Rows answer={answer} />}
    </Panel>
  )
}

function Rows({ answer: { rows, more } }: { answer: PaymentsTakenAnswer }) {
  const [all, setAll] = useState(false)
  if (rows.length === 0)
    return (
      <p className="text-small">
        <Nothing>None yet.</Nothing>
      </p>
    )
  return (
    <>
      <table aria-label="Payments taken" className="w-full border-separate border-spacing-0 text-small">
        <thead className="sr-only">
          <tr>
            <th scope="col">Date</th>
            <th scope="col">State</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
          {rows.slice(0, all ? rows.length : SHOWN).map((row, i) => (
            <tr key={row.id ?? i} className="[&>*]:h-8 [&>*]:border-line [&>*]:border-b">
              {'unreadable' in row ? (
                <td colSpan={3}>
                  A payment <Unreadable />
                </td>
              ) : (
                <Cells payment={row} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && !all && (
        <TextButton onClick={() => setAll(true)}>Show {rows.length - SHOWN} more</TextButton>
      )}
      {more && (all || rows.length <= SHOWN) && (
        <p className="text-small">
          <Nothing>There are older payments than these.</Nothing>
        </p>
      )}
    </>
  )
}

const WORDS: Record<Exclude<PaymentTaken['status'], 'unrecognised'>, string> = {
  'pending-submission': 'Not sent yet',
  submitted: 'Sent to the bank',
  pending: 'Pending',
  successful: 'Paid',
  failed: 'Failed',
  error: 'Error',
  cancelled: 'Cancelled',
  'indemnity-claimed': 'Refund claimed',
}
const BAD: readonly PaymentTaken['status'][] = ['failed', 'error', 'indemnity-claimed', 'unrecognised']

function Cells({ payment: { date, amount, status, statusAsSent, code } }: { payment: PaymentTaken }) {
  const words = status === 'unrecognised' ? (statusAsSent ?? 'Unrecognised') : WORDS[status]
  return (
    <>
      <th scope="row" className="pr-2 text-left font-regular tabular-nums sm:whitespace-nowrap">
        {date ? formatDate(date) : <Unreadable />}
      </th>
      <td className={BAD.includes(status) ? 'text-warn' : 'text-ink-2'}>
        {words}
        {code && `, code ${code}`}
      </td>
      <td className="pl-2 text-right tabular-nums">{amount === null ? <Unreadable /> : formatPounds(amount)}</td>
    </>
  )
}
