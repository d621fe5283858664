import { formatPounds } from '@/lib/money'
import { monthLabel } from '@/lib/schedules/calendar-view'
import { type MonthSum, projectedText, type Sums } from '@/lib/schedules/year-view'

const HEAD =
  'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
const CELL = 'h-(--row-compact) border-line border-b px-2 tabular-nums whitespace-nowrap first:pl-0 last:pr-0'
const FOOT = 'h-10 border-line-strong border-t px-2 font-strong tabular-nums whitespace-nowrap first:pl-0 last:pr-0'

/** The year in words: the same months as a table. */
export function MonthTable({ months, total }: { months: readonly MonthSum[]; total: Sums }) {
  const changed = months.some(({ listedPence, wasPence }) => listedPence !== wasPence)
  const heads = ['Payments', 'Listed', ...(changed ? ['Before'] : []), 'Skipped', 'Projected payments', 'Projected']
  return (
    <section className="mt-6">
      <h3 id="payments-by-month" className="text-title font-strong">
        Payments by month
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on narrow screens it scrolls sideways, by keyboard too */}
      <section tabIndex={0} aria-labelledby="payments-by-month" className="overflow-x-auto">
        <table
          aria-labelledby="payments-by-month"
          className="w-full max-w-[760px] border-separate border-spacing-0 text-small"
        >
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} text-left`}>
                Month
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className={`${HEAD} text-right`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((sum) => (
              <tr key={monthLabel(sum.month)}>
                <th scope="row" className={`${CELL} text-left font-medium`}>
                  {monthLabel(sum.month)}
                </th>
                <Figures sum={sum} changed={changed} look={CELL} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={`${FOOT} text-left`}>
                Twelve months
              </th>
              <Figures sum={total} changed={changed} look={FOOT} />
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  )
}

function Figures({ sum, changed, look }: { sum: Sums; changed: boolean; look: string }) {
  const quiet = (count: number) => (count === 0 ? 'text-ink-3' : '')
  return (
    <>
      <td className={`${look} text-right ${quiet(sum.listed)}`}>{sum.listed}</td>
      <td className={`${look} text-right ${quiet(sum.listed)}`}>{formatPounds(sum.listedPence)}</td>
      {changed && (
        <td className={`${look} text-right font-regular text-ink-3`}>
          {sum.wasPence === sum.listedPence ? 'No change' : formatPounds(sum.wasPence)}
        </td>
      )}
      <td className={`${look} text-right ${quiet(sum.skipped)}`}>{sum.skipped}</td>
      <td className={`${look} text-right text-ink-2 ${quiet(sum.projected)}`}>{sum.projected}</td>
      <td className={`${look} text-right text-ink-2 ${quiet(sum.projected)}`}>
        {sum.projected > 0 ? projectedText(sum) : '–'}
      </td>
    </>
  )
}
