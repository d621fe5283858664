import Link from 'next/link'
import type { Bridge, MovedRange } from '@/lib/collections/moved'
import { stepHref } from '@/lib/collections/moved-address'
import { linesOfBridge, STEP_WORDS, signedPounds, snapshotDay } from '@/lib/collections/moved-words'
import { formatPounds } from '@/lib/money'

const CELL = 'h-(--row-comfortable) border-line border-b px-2 py-1 align-middle first:pl-0 last:pr-0'
const HEAD =
  'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
const MIDDLE = 'max-sm:hidden print:table-cell'

/** The bridge as a table: every step leads to its payments. */
export function MovedTable({ bridge, range }: { bridge: Bridge; range: MovedRange }) {
  const { snapshot, opening, closing, steps } = bridge
  const lines = linesOfBridge(bridge)
  return (
    <table aria-label="What moved" className="w-full border-separate border-spacing-0 text-small">
      <thead>
        <tr>
          <th scope="col" className={`${HEAD} text-left`}>
            Step
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Payments
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Change
          </th>
          <th scope="col" className={`${HEAD} ${MIDDLE} text-right`}>
            Listed
          </th>
        </tr>
      </thead>
      <tbody>
        <Whole name={`Listed on ${snapshotDay(snapshot)}`} amount={opening} />
        {steps.map(({ step, count, amount }, at) => (
          <tr key={step} className="break-inside-avoid hover:bg-hover">
            <th scope="row" className={`${CELL} text-left font-medium`}>
              <Link
                href={stepHref(range, snapshot.id, step)}
                prefetch={false}
                className="inline-flex min-h-6 items-center"
              >
                {STEP_WORDS[step].label}
              </Link>
              <span className="block text-ink-3 text-micro font-regular">{STEP_WORDS[step].why}</span>
            </th>
            <td className={`${CELL} text-right`}>{count.toLocaleString('en-GB')}</td>
            <td className={`${CELL} whitespace-nowrap text-right font-medium`}>{signedPounds(amount)}</td>
            <td className={`${CELL} ${MIDDLE} whitespace-nowrap text-right text-ink-2`}>
              {formatPounds(lines[at]?.to ?? 0)}
            </td>
          </tr>
        ))}
        {steps.length === 0 && (
          <tr>
            <td colSpan={4} className={`${CELL} text-ink-2`}>
              Nothing has moved in this period since then.
            </td>
          </tr>
        )}
        <Whole name="Listed now" amount={closing} change={closing - opening} />
      </tbody>
    </table>
  )
}

/** What is listed at one end; on a narrow screen it stands in the place of the change. */
function Whole({ name, amount, change }: { name: string; amount: number; change?: number }) {
  return (
    <tr className="[&>*]:h-11 [&>*]:font-strong">
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
