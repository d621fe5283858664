import { Circle, CircleDashed, Lock, type LucideIcon, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { scheduledOf, sumsOf } from '@/lib/collections/days'
import type { Collections } from '@/lib/collections/model'
import type { CollectionsQuery } from '@/lib/collections/query'
import { paymentsText } from '@/lib/collections/words'
import { formatPounds } from '@/lib/money'
import { paymentsHref } from './payments-href'

/** The answer in five figures: what is expected, parted among four bands. How much of it SmarterPay lists stands under it. */
export function Figures({ collections, query }: { collections: Collections; query: CollectionsQuery }) {
  const sums = sumsOf(collections.rows)
  const other = sums.total - sums.directDebit - sums.card
  return (
    <>
      <dl className="mb-4 grid grid-cols-5 divide-line text-ink-3 text-small max-lg:grid-cols-3 max-lg:gap-y-3 max-sm:grid-cols-2 lg:divide-x print:grid-cols-5">
        <Figure term="Expected" amount={sums.total + sums.projected} href={paymentsHref(query, query)}>
          {sums.projected > 0 && (
            <>
              <Link href={paymentsHref(query, query, 'locked', 'scheduled', 'at-risk')} prefetch={false}>
                {formatPounds(sums.total)}
              </Link>
              {' in SmarterPay’s list, '}
            </>
          )}
          {paymentsText(sums.count)}
          {sums.projected === 0 && ' in SmarterPay’s list'}
          {sums.skipped > 0 && (
            <>
              , <Link href={paymentsHref(query, query, 'skipped')}>{sums.skipped.toLocaleString('en-GB')} skipped</Link>
            </>
          )}
        </Figure>
        <Figure term="Locked in" icon={Lock} amount={sums.locked} href={paymentsHref(query, query, 'locked')}>
          too late to change
        </Figure>
        <Figure
          term="Scheduled"
          icon={Circle}
          amount={scheduledOf(sums)}
          href={paymentsHref(query, query, 'scheduled')}
        >
          in SmarterPay’s list, can still change
        </Figure>
        <Figure
          term="Projected"
          icon={CircleDashed}
          amount={sums.projected}
          href={paymentsHref(query, query, 'projected')}
        >
          our estimate, beyond the lists
        </Figure>
        <Figure
          term="At risk"
          icon={TriangleAlert}
          danger
          amount={sums.atRisk}
          href={paymentsHref(query, query, 'at-risk')}
        >
          may not arrive
        </Figure>
      </dl>
      {other > 0 && (
        <p className="-mt-2 mb-4 text-small text-warn">
          {formatPounds(other)} of it by a method that is not known here: neither Direct Debit nor Card.
        </p>
      )}
    </>
  )
}

type FigureProps = {
  term: string
  amount: number
  href: string
  icon?: LucideIcon
  danger?: boolean
  children: ReactNode
}

function Figure({ term, amount, href, icon: Icon, danger = false, children }: FigureProps) {
  return (
    <div className="min-w-0 lg:px-5 lg:first:pl-0">
      <dt className={`flex items-center gap-1.5 ${danger && amount > 0 ? 'text-danger' : ''}`}>
        {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden className="flex-none" />}
        {term}
      </dt>
      <dd>
        <Link
          href={href}
          prefetch={false}
          aria-label={`${term}, ${formatPounds(amount)}: show the payments`}
          className="block w-fit text-figure font-strong tracking-[-0.02em] text-ink tabular-nums no-underline hover:underline max-xl:text-[1.25rem] max-sm:text-[1.25rem]"
        >
          {formatPounds(amount)}
        </Link>
        <span className="text-micro">{children}</span>
      </dd>
    </div>
  )
}
