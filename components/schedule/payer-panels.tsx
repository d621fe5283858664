'use client'

import { useQuery } from '@tanstack/react-query'
import { CreditCard, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { monthName } from '@/lib/calendar-date'
import type { BankAccount, Card, Customer, Mandate } from '@/lib/payers/model'
import {
  bankAccountQuery,
  cardCustomerQuery,
  cardQuery,
  mandateCustomerQuery,
  mandateQuery,
} from '@/lib/queries/payers'
import type { Schedule } from '@/lib/schedules/model'
import { Copied, Fact, Nothing } from './fact'
import { Panel } from './panel'
import { PaymentsTaken } from './payments-taken'

/** Who pays, from which account, and what was taken. Each panel loads and fails alone. */
export function PayerPanels({ schedule }: { schedule: Schedule }) {
  const { mandateId, cardId } = schedule
  return (
    <>
      {mandateId ? <OfMandate id={mandateId} /> : cardId ? <OfCard id={cardId} schedule={schedule} /> : null}
      <PaymentsTaken id={schedule.id} />
    </>
  )
}

function OfMandate({ id }: { id: string }) {
  return (
    <>
      <Panel title="Customer" query={useQuery(mandateCustomerQuery(id))} lines={3}>
        {({ customer }) => <CustomerFacts customer={customer} />}
      </Panel>
      <Panel title="Mandate" query={useQuery(mandateQuery(id))} lines={2}>
        {({ mandate }) => <MandateFacts mandate={mandate} />}
      </Panel>
      <Panel title="Bank account" query={useQuery(bankAccountQuery(id))} lines={4}>
        {({ bankAccount }) => <BankAccountFacts account={bankAccount} />}
      </Panel>
    </>
  )
}

function OfCard({ id, schedule }: { id: string; schedule: Schedule }) {
  return (
    <>
      <Panel title="Customer" query={useQuery(cardCustomerQuery(id))} lines={3}>
        {({ customer }) => <CustomerFacts customer={customer} />}
      </Panel>
      <Panel title="Card" query={useQuery(cardQuery(id))} lines={3}>
        {({ card }) => <CardFacts card={card} schedule={schedule} />}
      </Panel>
    </>
  )
}

function CustomerFacts({ customer }: { customer: Customer }) {
  const { name, company, email, city, postalCode, customReference } = customer
  const place = [city, postalCode].filter(Boolean).join(', ')
  return (
    <dl>
      <Fact term="Name">{name ?? company ?? <Nothing />}</Fact>
      {name && company && <Fact term="Company">{company}</Fact>}
      <Fact term="Email">{email ? <Email text={email} /> : <Nothing />}</Fact>
      {place && <Fact term="Place">{place}</Fact>}
      {customReference && <Fact term="Their reference">{customReference}</Fact>}
    </dl>
  )
}

/** Breaks before the @ where it must break. */
function Email({ text }: { text: string }) {
  const at = text.lastIndexOf('@')
  return (
    <Copied text={text} what="email">
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </Copied>
  )
}

const MANDATE_WORDS: Record<Exclude<Mandate['status'], 'unrecognised'>, string> = {
  'on-hold': 'On hold',
  'new-instruction': 'New instruction',
  'first-collection': 'First collection',
  'ongoing-collection': 'Ongoing collection',
  'final-collection': 'Final collection',
  cancelled: 'Cancelled',
  'cancelled-by-payer': 'Cancelled by the payer',
  'cancelled-by-originator': 'Cancelled by the originator',
  'failed-validation': 'Failed validation',
}
const STOPPED: readonly Mandate['status'][] = [
  'cancelled',
  'cancelled-by-payer',
  'cancelled-by-originator',
  'failed-validation',
]

function MandateFacts({ mandate: { status, statusAsSent, reference, reason } }: { mandate: Mandate }) {
  return (
    <dl>
      <Fact term="State">
        {status === 'unrecognised' ? (
          <span className="text-warn">Unrecognised{statusAsSent && `: “${statusAsSent}”`}</span>
        ) : STOPPED.includes(status) ? (
          <Warning>{MANDATE_WORDS[status]}</Warning>
        ) : (
          MANDATE_WORDS[status]
        )}
      </Fact>
      {reason && <Fact term="Bacs says">{reason}</Fact>}
      <Fact term="Bank’s reference">{reference ?? <Nothing />}</Fact>
    </dl>
  )
}

function BankAccountFacts({ account }: { account: BankAccount }) {
  const { accountName, bankName, sortCode, accountNumber, enabled } = account
  return (
    <dl>
      <Fact term="Account name">{accountName ?? <Nothing />}</Fact>
      <Fact term="Bank">{bankName ?? <Nothing />}</Fact>
      <Fact term="Sort code">{sortCode ? <Masked text={sortCode} /> : <Nothing />}</Fact>
      <Fact term="Account number">{accountNumber ? <Masked text={accountNumber} /> : <Nothing />}</Fact>
      {enabled === false && (
        <Fact term="State">
          <Warning>Not enabled</Warning>
        </Fact>
      )}
    </dl>
  )
}

/** Stars for the eye; for the ear, what is left to hear. */
function Masked({ text }: { text: string }) {
  return (
    <>
      <span aria-hidden className="tabular-nums">
        {text}
      </span>
      <span className="sr-only">ends in {text.replaceAll(/[^\d]/g, '')}</span>
    </>
  )
}

function CardFacts({ card: { ending, type, expires, status }, schedule }: { card: Card; schedule: Schedule }) {
  const last = schedule.upcoming?.findLast(({ amount }) => amount > 0)
  const tooEarly = expires !== null && last !== undefined && last.date.slice(0, 7) > expires
  return (
    <dl>
      <Fact term="Card">
        <span className="inline-flex items-center gap-1.5 tabular-nums">
          <CreditCard aria-hidden size={14} strokeWidth={1.9} className="text-ink-3" />
          {type ?? 'Card'} {ending ? `ending ${ending}` : ''}
        </span>
      </Fact>
      <Fact term="Expires">
        {!expires ? (
          <Nothing />
        ) : tooEarly ? (
          <Warning>{monthText(expires)}, before the last payment</Warning>
        ) : (
          monthText(expires)
        )}
      </Fact>
      <Fact term="State">{status ?? <Nothing />}</Fact>
    </dl>
  )
}

const monthText = (month: string) => `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`

function Warning({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-warn">
      <TriangleAlert aria-hidden size={14} strokeWidth={1.9} className="flex-none" />
      <span>{children}</span>
    </span>
  )
}
