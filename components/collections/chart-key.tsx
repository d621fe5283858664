import { memo, type ReactNode, type SVGProps } from 'react'
import { ChartPatterns, MARKS } from './chart-marks'

const CLOSED = { fill: 'url(#key-closed-hatch)', className: 'stroke-line' }

/** What the marks of the chart mean, in the order in which they stand on one another. `days`: closed ones are shown too. */
export const ChartKey = memo(function ChartKey({ days }: { days: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-micro text-ink-2">
      {MARKED}
      <Meaning id="key-closed" look={CLOSED} hidden={!days}>
        Not a banking day
      </Meaning>
    </ul>
  )
})

type MeaningProps = { id: string; look: SVGProps<SVGRectElement>; hidden?: boolean; children: ReactNode }

function Meaning({ id, look, hidden = false, children }: MeaningProps) {
  return (
    <li hidden={hidden} className="flex items-center gap-1.5">
      <svg width="14" height="14" aria-hidden="true">
        <ChartPatterns id={id} />
        <rect x="0.5" y="0.5" width="13" height="13" {...look} />
      </svg>
      {children}
    </li>
  )
}

const MARKED = MARKS.map(({ name, words, look }) => (
  <Meaning key={name} id={`key-${name}`} look={look(`key-${name}`)}>
    {words}
  </Meaning>
))
