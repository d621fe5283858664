'use client'

import { TextButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { formatPounds, isPence, parsePounds, poundsText } from '@/lib/money'
import { amountSlip } from '@/lib/schedules/draft-advice'
import { fieldId, useNewForm } from './form'

type Name = 'amount' | 'firstCollectionAmount'
export type MoneyFieldProps = { name: Name; label: string; hint?: string; usual: number | null }

/** Pounds as typed. An amount a hundred times the usual is asked about, and put right by one press. */
export function MoneyField({ name, label, hint, usual }: MoneyFieldProps) {
  const { text, set, errorAt } = useNewForm()
  const amount = parsePounds(text[name])
  const slip = amount !== null && usual !== null && isPence(usual) ? amountSlip(amount, usual) : null
  const error = errorAt(name)
  return (
    <div>
      <TextField
        id={fieldId(name)}
        label={label}
        prefix="£"
        inputMode="decimal"
        autoComplete="off"
        className="h-full w-full min-w-0 bg-transparent tabular-nums outline-none"
        hint={hint}
        error={error}
        value={text[name]}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
      {slip && amount !== null && (
        <p role="status" className="mt-1 text-small text-warn">
          {formatPounds(amount)} is {slip.times >= 1 ? `${slip.times} times` : `a ${Math.round(1 / slip.times)}th of`}{' '}
          the usual {formatPounds(slip.usual)}.{' '}
          <TextButton className="text-small" onClick={() => set({ [name]: poundsText(slip.meant) })}>
            Use {formatPounds(slip.meant)}
          </TextButton>
        </p>
      )}
    </div>
  )
}
