import { Circle, CircleDashed, Lock, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { memo, type ReactNode } from 'react'
import { followLink } from '@/components/ui/follow-link'
import { scheduledOf, sumsOf } from '@/lib/collections/days'
import type { Collections } from '@/lib/collections/model'
import { asksFor, type CollectionsQuery } from '@/lib/collections/query'
import { paymentsText } from '@/lib/collections/words'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { ChangeSince } from './change-since'
import { Figure } from './figure'
import { paymentsHref } from './payments-href'

export type FiguresProps = {
  collections: Collections
  query: CollectionsQuery
  /** The snapshot that was chosen to compare with; null: the usual one. */
  since: number | null
}

/**
 * The answer in figures: what is expected, parted among four bands, and how the list has changed. How much of it SmarterPay lists
 * stands under it.
 */
export const Figures = memo(function Figures({ collections, query, since }: FiguresProps) {
  const { push } = useRouter()
  const sums = sumsOf(collections.rows)
  const other = sums.total - sums.directDebit - sums.card
  const [listed, projected] = [asksFor(query, 'smarterpay'), asksFor(query, 'projected')]
  const of = (asked: boolean, words: string) => (asked ? words : 'left out by Status of data')
  const inList = (pence: number) => (listed ? pence : null)
  return (
    <>
      <dl
        onClick={(event) => followLink(event, push)}
        className="mb-4 grid grid-cols-6 divide-line text-ink-3 text-small max-xl:grid-cols-3 max-xl:gap-x-6 max-xl:gap-y-3 max-sm:grid-cols-2 xl:divide-x print:grid-cols-6"
      >
        <Money term="Expected" amount={sums.total + sums.projected} href={paymentsHref(query, query)}>
          {!listed && 'of our estimate alone'}
          {listed && sums.projected > 0 && (
            <>
              <a
                href={paymentsHref(query, query, 'locked', 'scheduled', 'at-risk')}
                className="underline underline-offset-2"
              >
                {formatPounds(sums.total)}
              </a>
              {' in SmarterPay’s list, '}
            </>
          )}
          {listed && paymentsText(sums.count)}
          {listed && sums.projected === 0 && ' in SmarterPay’s list'}
          {sums.skipped > 0 && (
            <>
              ,{' '}
              <a
                href={paymentsHref(query, query, 'skipped')}
                className="whitespace-nowrap underline underline-offset-2"
              >
                {formatCount(sums.skipped)} skipped
              </a>
            </>
          )}
        </Money>
        <Money term="Locked in" icon={Lock} amount={inList(sums.locked)} href={paymentsHref(query, query, 'locked')}>
          {of(listed, 'too late to change')}
        </Money>
        <Money
          term="Scheduled"
          icon={Circle}
          amount={inList(scheduledOf(sums))}
          href={paymentsHref(query, query, 'scheduled')}
        >
          {of(listed, 'in SmarterPay’s list, can still change')}
        </Money>
        <Money
          term="Projected"
          icon={CircleDashed}
          amount={projected ? sums.projected : null}
          href={paymentsHref(query, query, 'projected')}
        >
          {of(projected, 'our estimate, beyond the lists')}
        </Money>
        <Money
          term="At risk"
          icon={TriangleAlert}
          danger
          amount={inList(sums.atRisk)}
          href={paymentsHref(query, query, 'at-risk')}
        >
          {of(listed, 'may not arrive')}
        </Money>
        <ChangeSince query={query} total={listed ? sums.total : null} since={since} />
      </dl>
      {other > 0 && (
        <p className="-mt-2 mb-4 text-small text-warn">
          {formatPounds(other)} of it by a method that is not known here: neither Direct Debit nor Card.
        </p>
      )}
    </>
  )
})

type MoneyProps = {
  term: string
  /** Pence; null where it was not asked for. */
  amount: number | null
  href: string
  icon?: LucideIcon
  danger?: boolean
  children: ReactNode
}

/** A figure that is a sum of payments, and opens them. */
function Money({ amount, danger = false, ...figure }: MoneyProps) {
  const words = amount === null ? '–' : formatPounds(amount)
  const label = `${figure.term}, ${amount === null ? 'left out' : words}: show the payments`
  return <Figure {...figure} words={words} label={label} danger={danger && amount !== null && amount > 0} />
}
