'use client'

import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useHydrated } from '@/components/ui/hydrated'
import { isBlock } from '@/lib/schedules/typed'

export type TypedFieldProps = {
  /** Accessible name, as "Payment date, Monday 20 June 2022". */
  name: string
  /** What the draft holds, as a person would type it. */
  text: string
  column: 'date' | 'amount'
  /** Differs from SmarterPay's. */
  changed: boolean
  invalid: boolean
  /** Too late to change. */
  locked?: boolean
  describedBy?: string | undefined
  onCommit: (text: string) => void
  onPaste: (block: string) => void
  prefix?: ReactNode
  autoFocus?: boolean
}

/** Focus goes to the same column of the row above or below. */
function step(from: HTMLInputElement, way: 1 | -1): boolean {
  const fields = [
    ...(from.closest('table')?.querySelectorAll<HTMLInputElement>(`input[data-column=${from.dataset.column}]`) ?? []),
  ]
  const to = fields[fields.indexOf(from) + way]
  to?.focus()
  to?.select()
  return to !== undefined
}

/**
 * A field that keeps what is being typed to itself until Enter or leaving it; Escape puts back what stood there.
 * Up and Down walk the column; a pasted block goes to the draft as a whole.
 */
export function TypedField(props: TypedFieldProps) {
  const {
    name,
    text,
    column,
    changed,
    invalid,
    locked = false,
    describedBy,
    onCommit,
    onPaste,
    prefix,
    autoFocus,
  } = props
  const [typing, setTyping] = useState<string | null>(null)
  const live = useHydrated()
  const commit = () => {
    if (typing === null) return
    setTyping(null)
    if (typing !== text) onCommit(typing)
  }
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      commit()
    } else if (event.key === 'Escape' && typing !== null) {
      event.stopPropagation()
      setTyping(null)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey && !event.shiftKey) {
      if (step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
    }
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const block = event.clipboardData.getData('text/plain')
    if (!isBlock(block)) return
    event.preventDefault()
    setTyping(null)
    onPaste(block)
  }
  const edge = invalid
    ? 'border-danger inset-ring-1 inset-ring-danger'
    : changed
      ? 'border-accent shadow-[inset_3px_0_0_var(--color-accent)]'
      : locked
        ? 'border-line-strong bg-sunken text-ink-2 forced-colors:border-[GrayText] forced-colors:border-dashed forced-colors:text-[GrayText]'
        : 'border-control'
  return (
    <span
      className={`flex h-7 items-center gap-1.5 rounded-control border bg-surface px-2 text-body has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus max-sm:h-11 ${edge}`}
    >
      {prefix}
      <input
        aria-label={name}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        readOnly={locked || !live}
        data-column={column}
        inputMode={column === 'amount' ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: only in a form that the person just opened
        autoFocus={autoFocus}
        value={typing ?? text}
        onChange={(event) => setTyping(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={key}
        onPaste={locked ? undefined : paste}
        className={`h-full w-full min-w-0 bg-transparent tabular-nums outline-none ${column === 'amount' ? 'text-right' : ''} ${locked ? 'forced-colors:text-[GrayText]' : ''}`}
      />
    </span>
  )
}
