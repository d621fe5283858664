import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

/** One line of facts: what it is, what it says. Stands in a `dl`. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[128px_minmax(0,1fr)] gap-x-2 border-line border-b py-[7px] text-small last:border-b-0">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}

/** A reference with a button that copies it. */
export function Copied({ text, what, children = text }: { text: string; what: string; children?: ReactNode }) {
  return (
    <span className="flex items-center gap-1">
      <span className="min-w-0 wrap-anywhere">{children}</span>
      <span className="-my-1.5 flex-none">
        <CopyButton text={text} what={what} />
      </span>
    </span>
  )
}

/** In place of what is not there. */
export function Nothing({ children = 'None' }: { children?: ReactNode }) {
  return <span className="text-ink-3">{children}</span>
}

/** In place of a part that SmarterPay sent and nobody here could read. */
export function Unreadable() {
  return <span className="text-warn">could not be read</span>
}
