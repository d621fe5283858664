import type { ReactNode } from 'react'

export type ColumnHeadProps = {
  /** Amounts stand at the right. */
  end?: boolean
  /** Further looks: where it leaves, what stands before it. */
  look?: string | undefined
  children: ReactNode
}

/** The head of a column in a table that neither sorts nor stands still. */
export function ColumnHead({ end = false, look = '', children }: ColumnHeadProps) {
  return (
    <th
      scope="col"
      className={`h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0 ${end ? 'text-right' : 'text-left'} ${look}`}
    >
      {children}
    </th>
  )
}
