import { ChartPatterns, MARKS } from './chart-marks'

/** What the marks of the chart mean, in the order in which they stand on one another. `days`: closed ones are shown too. */
export function ChartKey({ days }: { days: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-micro text-ink-2">
      {MARKS.map(({ name, words, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg width="14" height="14" aria-hidden="true">
            <ChartPatterns id={`key-${name}`} />
            <rect x="0.5" y="0.5" width="13" height="13" {...look(`key-${name}`)} />
          </svg>
          {words}
        </li>
      ))}
      {days && (
        <li className="flex items-center gap-1.5">
          <svg width="14" height="14" aria-hidden="true">
            <ChartPatterns id="key-closed" />
            <rect x="0.5" y="0.5" width="13" height="13" fill="url(#key-closed-hatch)" className="stroke-line" />
          </svg>
          Not a banking day
        </li>
      )}
    </ul>
  )
}
