import type { ReactNode } from 'react'
import type { Part } from '@/lib/collections/payments-query'
import type { CollectionsQuery } from '@/lib/collections/query'
import { formatPounds } from '@/lib/money'
import { paymentsHref } from './payments-href'

/** What columns leave where there is no room; on paper all of them are there. */
export const MIDDLE = 'max-md:hidden print:table-cell'
export const WIDE = 'max-lg:hidden print:table-cell'
export const RUNNING = 'max-[56rem]:hidden print:table-cell'
/** The last column of a narrow screen ends with the page. */
export const LAST_ON_PHONE = 'max-md:pr-0 print:pr-2'
export const LAST_ON_TABLET = 'max-[56rem]:pr-0 print:pr-2'

/** All of SmarterPay's list. */
export const LISTED: Part[] = ['locked', 'scheduled', 'at-risk']

export type SumLinkProps = {
  query: CollectionsQuery
  span: Pick<CollectionsQuery, 'from' | 'to'>
  parts: Part[]
  /** Pence. */
  amount: number
  /** Whose sum it is, and of what. */
  name: string
  icon?: ReactNode
}

/** A sum of the table, leading to its payments; the table follows its links as a whole. */
export function SumLink({ query, span, parts, amount, name, icon }: SumLinkProps) {
  if (amount === 0) return <span className="text-ink-3">–</span>
  return (
    <a
      href={paymentsHref(query, span, ...parts)}
      aria-label={`${name} ${formatPounds(amount)}: show the payments`}
      className="inline-flex min-h-6 items-center gap-1.5 text-inherit no-underline hover:underline"
    >
      {icon}
      {formatPounds(amount)}
    </a>
  )
}
