'use client'

import { useQuery } from '@tanstack/react-query'
import { CreditCard, Landmark, Search, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { Mandate } from '@/lib/payers/model'
import type { ProblemError } from '@/lib/problem'
import {
  bankAccountQuery,
  cardCustomerQuery,
  cardQuery,
  mandateCustomerQuery,
  mandateQuery,
  siblingsQuery,
} from '@/lib/queries/payers'
import { SCHEDULE_ID } from '@/lib/schedules/model'
import { activeWords, othersOnMandate, unknownWords } from '@/lib/schedules/on-mandate'
import { fieldId, useNewForm } from './form'
import { formatMonth } from './month-words'

const STOPPED: readonly Mandate['status'][] = [
  'cancelled',
  'cancelled-by-payer',
  'cancelled-by-originator',
  'failed-validation',
]

type LookUpProps = { path: 'mandateId' | 'cardId'; label: string; hint: string; onAsk: (id: string) => void }

/** An id as typed, and the button that looks it up; typing on takes back what was asked. */
function LookUp({ path, label, hint, onAsk }: LookUpProps) {
  const { text, set, errorAt } = useNewForm()
  const id = text[path].trim()
  const usable = SCHEDULE_ID.test(id)
  return (
    <form
      noValidate
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (usable) onAsk(id)
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          id={fieldId(path)}
          label={label}
          hint={hint}
          error={errorAt(path)}
          autoComplete="off"
          spellCheck={false}
          value={text[path]}
          onChange={(event) => {
            set({ [path]: event.currentTarget.value })
            onAsk('')
          }}
        />
      </div>
      <Button type="submit" icon={Search} blocked={!usable} className="mt-[1.375rem]">
        Look up
      </Button>
    </form>
  )
}

/** Who pays: a mandate found by its id, or its reference as typed. The reference is what SmarterPay asks for. */
export function MandateFields() {
  const { text, set, errorAt } = useNewForm()
  const [asked, setAsked] = useState(SCHEDULE_ID.test(text.mandateId) ? text.mandateId : '')
  return (
    <>
      <LookUp
        path="mandateId"
        label="Mandate"
        hint="Its id, such as M01741EJ519Y51P3XGL. Finds the reference below."
        onAsk={setAsked}
      />
      {asked && <FoundMandate key={asked} id={asked} />}
      <TextField
        id={fieldId('auddis')}
        label="AUDDIS reference"
        hint="The reference that the payer’s bank knows the mandate by."
        error={errorAt('auddis')}
        autoComplete="off"
        spellCheck={false}
        value={text.auddis}
        onChange={(event) => set({ auddis: event.currentTarget.value })}
      />
    </>
  )
}

function FoundMandate({ id }: { id: string }) {
  const { text, set, setUsual } = useNewForm()
  const { data, error, isFetching, refetch } = useQuery(mandateQuery(id))
  const customer = useQuery(mandateCustomerQuery(id))
  const account = useQuery(bankAccountQuery(id))
  const siblings = useQuery(siblingsQuery(id))
  const mandate = data?.mandate
  const reference = mandate?.reference ?? null
  useEffect(() => {
    if (reference) set({ auddis: reference })
  }, [reference, set])
  const others = siblings.data && othersOnMandate(siblings.data)
  const usual = others?.active.find((row) => row.kind === 'ongoing')?.amount ?? null
  useEffect(() => setUsual(usual), [usual, setUsual])
  if (!mandate) return <Asking error={error} busy={isFetching} what="mandate" onAgain={() => void refetch()} />
  const stopped = STOPPED.includes(mandate.status)
  const other = reference !== null && text.auddis.trim().toUpperCase() !== reference
  return (
    <Found icon={<Landmark aria-hidden size={15} strokeWidth={1.9} className="mt-0.5 flex-none text-ink-2" />}>
      <span className="font-medium">
        {customer.data?.customer.name ?? customer.data?.customer.company ?? 'Mandate found'}
      </span>
      <span className="block text-ink-2">
        {[reference, account.data?.bankAccount.bankName, account.data?.bankAccount.accountNumber]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {others && (
        <span className="block text-ink-3">
          {activeWords(others)
            ? `This mandate has ${activeWords(others)} already. ${unknownWords(others) ?? ''}`
            : (unknownWords(others) ?? 'No other active schedule on this mandate.')}
        </span>
      )}
      {siblings.isError && !others && (
        <span className="block text-ink-3">Other schedules on this mandate could not be looked up.</span>
      )}
      {stopped && <Caution>This mandate is cancelled or failed: SmarterPay will not collect by it.</Caution>}
      {reference === null && <Caution>SmarterPay tells no reference for it: type it below.</Caution>}
      {other && <Caution>The reference below is another one than this mandate’s {reference}.</Caution>}
    </Found>
  )
}

/** Who pays: a card by its id, shown by its last digits alone. */
export function CardFields() {
  const { text } = useNewForm()
  const [asked, setAsked] = useState(SCHEDULE_ID.test(text.cardId) ? text.cardId : '')
  return (
    <>
      <LookUp
        path="cardId"
        label="Card"
        hint="Its id, such as CD01OVWD48GY1K8N0M76. Never a card number."
        onAsk={setAsked}
      />
      {asked && <FoundCard key={asked} id={asked} />}
    </>
  )
}

function FoundCard({ id }: { id: string }) {
  const { reading } = useNewForm()
  const { data, error, isFetching, refetch } = useQuery(cardQuery(id))
  const customer = useQuery(cardCustomerQuery(id))
  const card = data?.card
  if (!card) return <Asking error={error} busy={isFetching} what="card" onAgain={() => void refetch()} />
  const first = reading.parts && (reading.parts.firstCollectionDate ?? reading.parts.startDate)
  const tooEarly = card.expires !== null && first !== null && first.slice(0, 7) > card.expires
  return (
    <Found icon={<CreditCard aria-hidden size={15} strokeWidth={1.9} className="mt-0.5 flex-none text-ink-2" />}>
      <span className="font-medium">
        {card.type ?? 'Card'} {card.ending ? `ending ${card.ending}` : 'found'}
      </span>
      <span className="block text-ink-2">
        {[customer.data?.customer.name ?? card.nameOnCard, card.expires && `expires ${formatMonth(card.expires)}`]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {tooEarly && <Caution>It expires before the first payment.</Caution>}
    </Found>
  )
}

function Found({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div role="status" className="flex items-start gap-2.5 rounded-control bg-sunken px-3 py-2.5 text-small">
      {icon}
      <div className="min-w-0 wrap-anywhere">{children}</div>
    </div>
  )
}

function Caution({ children }: { children: ReactNode }) {
  return (
    <span className="mt-1 flex items-start gap-1.5 font-medium text-warn">
      <TriangleAlert aria-hidden size={14} strokeWidth={1.9} className="mt-0.5 flex-none" />
      <span>{children}</span>
    </span>
  )
}

type AskingProps = { error: ProblemError | null; busy: boolean; what: string; onAgain: () => void }

function Asking({ error, busy, what, onAgain }: AskingProps) {
  if (!error || busy)
    return (
      <p role="status" className="text-ink-3 text-small">
        Looking up the {what}…
      </p>
    )
  const unknown = error.problem.kind === 'not-found'
  return (
    <p role="status" className="text-small text-warn">
      {unknown ? `SmarterPay knows no ${what} with this id.` : `The ${what} could not be looked up.`} You can go on with
      what is typed.{' '}
      {!unknown && (
        <Button size="small" onClick={onAgain}>
          Try again
        </Button>
      )}
    </p>
  )
}
