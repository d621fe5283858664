import Link from 'next/link'
import { ColumnHead } from '@/components/ui/column-head'
import type { Bridge, MovedRange } from '@/lib/collections/moved'
import { stepHref } from '@/lib/collections/moved-address'
import { endsOf, linesOfBridge, STEP_WORDS, signedPounds } from '@/lib/collections/moved-words'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'

const CELL = 'h-(--row-comfortable) border-line border-b px-2 py-1 align-middle first:pl-0 last:pr-0'
const MIDDLE = 'max-sm:hidden print:table-cell'

/** The bridge as a table: every step leads to its payments. */
export function MovedTable({ bridge, range }: { bridge: Bridge; range: MovedRange }) {
  const { snapshot, until, opening, closing, steps } = bridge
  const { from, to } = endsOf(bridge)
  const query = { ...range, since: snapshot.id, ...(until && { until: until.id }) }
  const lines = linesOfBridge(bridge)
  return (
    <table aria-label="What moved" className="w-full border-separate border-spacing-0 text-small">
      <thead>
        <tr>
          <ColumnHead>Step</ColumnHead>
          <ColumnHead end>Payments</ColumnHead>
          <ColumnHead end>Change</ColumnHead>
          <ColumnHead end look={MIDDLE}>
            Listed
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        <Whole name={`Listed on ${from}`} amount={opening} />
        {steps.map(({ step, count, amount }, at) => (
          <tr key={step} className="break-inside-avoid hover:bg-hover">
            <th scope="row" className={`${CELL} text-left font-medium`}>
              <Link href={stepHref(query, step)} prefetch={false} className="inline-flex min-h-6 items-center">
                {STEP_WORDS[step].label}
              </Link>
              <span className="block text-ink-3 text-micro font-regular">{STEP_WORDS[step].why}</span>
            </th>
            <td className={`${CELL} text-right`}>{formatCount(count)}</td>
            <td className={`${CELL} whitespace-nowrap text-right font-medium`}>{signedPounds(amount)}</td>
            <td className={`${CELL} ${MIDDLE} whitespace-nowrap text-right text-ink-2`}>
              {formatPounds(lines[at]?.to ?? 0)}
            </td>
          </tr>
        ))}
        {steps.length === 0 && (
          <tr>
            <td colSpan={4} className={`${CELL} text-ink-2`}>
              {until ? 'Nothing moved in this period between the two.' : 'Nothing has moved in this period since then.'}
            </td>
          </tr>
        )}
        <Whole name={until ? `Listed on ${to}` : 'Listed now'} amount={closing} change={closing - opening} />
      </tbody>
    </table>
  )
}

/** What is listed at one end; on a narrow screen it stands in the place of the change. */
function Whole({ name, amount, change }: { name: string; amount: number; change?: number }) {
  return (
    <tr className="break-inside-avoid [&>*]:h-11 [&>*]:font-strong">
      <th scope="row" className={`${CELL} text-left`}>
        {name}
      </th>
      <td className={CELL} />
      <td className={`${CELL} whitespace-nowrap text-right`}>
        <span className="sm:hidden print:hidden">{formatPounds(amount)}</span>
        {change !== undefined && <span className="max-sm:hidden print:inline">{signedPounds(change)}</span>}
      </td>
      <td className={`${CELL} ${MIDDLE} whitespace-nowrap text-right`}>{formatPounds(amount)}</td>
    </tr>
  )
}
