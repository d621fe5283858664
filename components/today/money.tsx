import Link from 'next/link'
import { addDays, type CalendarDate, formatDate } from '@/lib/calendar-date'
import { type Sums, scheduledOf, sumsOf } from '@/lib/collections/days'
import type { Today } from '@/lib/collections/today'
import { paymentsText } from '@/lib/collections/words'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { MovedSince } from './moved-since'
import { Part } from './part'

const CELL = 'h-(--row-compact) border-line border-b px-2 align-middle first:pl-0 last:pr-0'
const HEAD = 'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium first:pl-0 last:pr-0'

const rangeHref = (from: CalendarDate, to: CalendarDate) => `/collections?from=${from}&to=${to}&group=day`

/** The bands of SmarterPay's list that hold something. */
const bandsOf = (sums: Sums) =>
  [
    { band: 'locked', amount: sums.locked, words: 'locked in' },
    { band: 'scheduled', amount: scheduledOf(sums), words: 'scheduled' },
    { band: 'at-risk', amount: sums.atRisk, words: 'at risk' },
  ].filter(({ amount }) => amount > 0)

type MoneyProps = { money: NonNullable<Today['money']>; from: CalendarDate }

/** What will come until the month ends, what moved in it, and the next seven days day by day. */
export function Money({ money: { week, monthEnd, month }, from }: MoneyProps) {
  const sums = sumsOf(month)
  return (
    <>
      <Part
        title={from === monthEnd ? 'Today, the last of the month' : `From today to ${formatDate(monthEnd)}`}
        all={{ href: rangeHref(from, monthEnd), words: 'Upcoming collections' }}
      >
        <p className="text-figure font-strong tracking-[-0.02em] tabular-nums">{formatPounds(sums.total)}</p>
        <p className="text-body text-ink-2">
          in SmarterPay’s list, {paymentsText(sums.count)}
          {sums.total > 0 && ': '}
          {bandsOf(sums).map(({ band, amount, words }, at) => (
            <span key={band}>
              {at > 0 && ', '}
              <Link
                href={`/collections/payments?from=${from}&to=${monthEnd}&band=${band}`}
                prefetch={false}
                className="underline underline-offset-2"
              >
                {formatPounds(amount)}
              </Link>{' '}
              {words}
            </span>
          ))}
          .
          {sums.projected > 0 && (
            <>
              {' '}
              Beside it{' '}
              <Link
                href={`/collections/payments?from=${from}&to=${monthEnd}&band=projected`}
                prefetch={false}
                className="underline underline-offset-2"
              >
                {formatPounds(sums.projected)}
              </Link>{' '}
              projected.
            </>
          )}
        </p>
      </Part>
      <MovedSince from={from} to={monthEnd} />
      <Part title="Next 7 days">
        <table aria-label="Next 7 days" className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} text-left`}>
                Date
              </th>
              <th scope="col" className={`${HEAD} text-right max-sm:hidden`}>
                Payments
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Total
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                At risk
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: 7 }, (_, ahead) => addDays(from, ahead)).map((date) => {
              const row = week.find((one) => one.date === date)
              return (
                <tr key={date} className={row ? '' : 'text-ink-3'}>
                  <th scope="row" className={`${CELL} text-left font-regular whitespace-nowrap`}>
                    {row ? (
                      <Link
                        href={`/collections/payments?from=${date}&to=${date}`}
                        prefetch={false}
                        className="inline-flex min-h-6 items-center font-medium"
                      >
                        {formatDate(date)}
                      </Link>
                    ) : (
                      formatDate(date)
                    )}
                  </th>
                  <td className={`${CELL} text-right max-sm:hidden`}>{row ? formatCount(row.count) : '–'}</td>
                  <td className={`${CELL} text-right font-strong`}>{row ? formatPounds(row.total) : '–'}</td>
                  <td className={`${CELL} text-right`}>{row && row.atRisk > 0 ? formatPounds(row.atRisk) : '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Part>
    </>
  )
}
