import { Lock, TriangleAlert } from 'lucide-react'
import type { Line } from '@/lib/collections/days'
import type { CollectionsQuery } from '@/lib/collections/query'
import { paymentsText, rowText } from '@/lib/collections/words'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { paymentsHref } from './payments-href'
import { LAST_ON_PHONE, LAST_ON_TABLET, LISTED, MIDDLE, RUNNING, SumLink, WIDE } from './table-links'

export const CELL = 'h-(--row-compact) border-line border-b px-2 align-middle first:pl-0 last:pr-0 max-sm:h-11'
const AMOUNT = `${CELL} whitespace-nowrap text-right`

export type CollectedRowProps = { line: Extract<Line, { kind: 'row' }>; query: CollectionsQuery }

/** A day, week or month that takes something: every figure of it leads to its payments. */
export function CollectedRow({ line, query }: CollectedRowProps) {
  const { slot, row, running } = line
  const { span } = slot
  const name = rowText(slot, query.group)
  const of = { query, span }
  return (
    <tr className="group/row break-inside-avoid hover:bg-hover">
      <th scope="row" className={`${CELL} text-left font-medium`}>
        <a href={paymentsHref(query, span)} className="inline-flex min-h-6 items-center whitespace-nowrap">
          {name}
        </a>
        {slot.closed !== null && <span className="ml-2 text-micro text-warn">{slot.closed}, not a banking day</span>}
        <span className="block text-ink-3 text-micro font-regular md:hidden print:hidden">
          {paymentsText(row.count)}
          {row.atRisk > 0 && `, ${formatPounds(row.atRisk)} at risk`}
          {row.projected > 0 && `, ${formatPounds(row.projected)} projected`}
        </span>
      </th>
      <td className={`${CELL} ${MIDDLE} text-right`}>
        {formatCount(row.count)}
        {row.skipped > 0 && (
          <a
            href={paymentsHref(query, span, 'skipped')}
            className="ml-2 inline-flex min-h-6 items-center text-ink-3 text-micro"
          >
            {formatCount(row.skipped)} skipped
          </a>
        )}
      </td>
      <td className={`${AMOUNT} ${WIDE}`}>
        <SumLink
          {...of}
          query={{ ...query, method: ['direct-debit'] }}
          parts={LISTED}
          amount={row.directDebit}
          name={`${name}, Direct Debit`}
        />
      </td>
      <td className={`${AMOUNT} ${WIDE}`}>
        <SumLink
          {...of}
          query={{ ...query, method: ['card'] }}
          parts={LISTED}
          amount={row.card}
          name={`${name}, Card`}
        />
      </td>
      <td className={`${AMOUNT} ${LAST_ON_PHONE} font-strong`}>
        <SumLink {...of} parts={LISTED} amount={row.total} name={`${name}, total`} />
      </td>
      <td className={`${AMOUNT} ${MIDDLE}`}>
        <SumLink
          {...of}
          parts={['locked']}
          amount={row.locked}
          name={`${name}, locked`}
          icon={<Lock size={13} strokeWidth={1.9} aria-hidden className="text-ink-3" />}
        />
      </td>
      <td className={`${AMOUNT} ${MIDDLE}`}>
        <SumLink
          {...of}
          parts={['at-risk']}
          amount={row.atRisk}
          name={`${name}, at risk`}
          icon={<TriangleAlert size={13} strokeWidth={1.9} aria-hidden className="text-danger" />}
        />
      </td>
      <td className={`${AMOUNT} ${MIDDLE} ${LAST_ON_TABLET} text-ink-2`}>
        <SumLink {...of} parts={['projected']} amount={row.projected} name={`${name}, projected`} />
      </td>
      <td className={`${AMOUNT} ${RUNNING} text-ink-2`}>
        <SumLink
          {...of}
          span={{ from: query.from, to: span.to }}
          parts={LISTED}
          amount={running}
          name={`${name}, running total`}
        />
      </td>
    </tr>
  )
}
