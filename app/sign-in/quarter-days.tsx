import type { CalendarDate } from '@/lib/calendar-date'
import { dateIn, dayOfMonth, daysInMonth, monthName, monthOf } from '@/lib/calendar-date'

const NAMES = [
  { name: 'Lady Day', month: 3, day: 25 },
  { name: 'Midsummer', month: 6, day: 24 },
  { name: 'Michaelmas', month: 9, day: 29 },
  { name: 'Christmas', month: 12, day: 25 },
] as const
const MONTHS = Array.from({ length: 13 }, (_, month) => month)
const WIDTH = 720

/** A ruler of the year with its four quarter days, the next one marked. */
export function QuarterDays({ today }: { today: CalendarDate }) {
  const { year } = monthOf(today)
  const days = NAMES.map(({ name, month, day }) => {
    const date = dateIn({ year, month }, day)
    const at = ((month - 1 + (dayOfMonth(date) - 1) / daysInMonth({ year, month })) * WIDTH) / 12
    return { name, date, at, words: `${day} ${monthName(month)}` }
  })
  const next = days.find(({ date }) => date >= today)
  const label = `Quarter days of ${year}.${next ? ` Next: ${next.name}, ${next.words}.` : ''}`
  return (
    <svg
      viewBox="-50 0 820 64"
      role="img"
      aria-label={label}
      className="h-16 w-full max-w-[820px] flex-none max-md:hidden [&_text]:fill-ink-3 [&_text]:text-micro [&_text]:font-medium"
    >
      <line x1={0} x2={WIDTH} y1={20} y2={20} className="stroke-line-strong" />
      {MONTHS.map((month) => (
        <line
          key={month}
          x1={(month * WIDTH) / 12}
          x2={(month * WIDTH) / 12}
          y1={14}
          y2={20}
          className="stroke-line-strong"
        />
      ))}
      <text x={0} y={40}>
        {year}
      </text>
      {days.map(({ name, date, at, words }) => (
        <g key={name} className={date === next?.date ? '[&_rect]:fill-accent [&_text:first-of-type]:fill-ink' : ''}>
          <rect x={at - 4} y={12} width={8} height={8} className="fill-control" />
          <text x={at} y={40} textAnchor="middle">
            {name}
          </text>
          <text x={at} y={56} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
    </svg>
  )
}
