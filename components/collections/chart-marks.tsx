import type { SVGProps } from 'react'
import { scheduledOf } from '@/lib/collections/days'
import type { CollectionsRow } from '@/lib/collections/model'

// The marks of the chart: certainty falls from the axis upwards, and each is told by its pattern as well as by its colour.

type Mark = {
  name: 'locked' | 'scheduled' | 'projected' | 'at-risk'
  words: string
  /** Pence of a row. */
  of: (row: CollectionsRow) => number
  /** `id` is that of the patterns. */
  look: (id: string) => SVGProps<SVGRectElement>
}

export const MARKS: readonly Mark[] = [
  { name: 'locked', words: 'Locked', of: ({ locked }) => locked, look: () => ({ className: 'fill-chart-locked' }) },
  { name: 'scheduled', words: 'Scheduled', of: scheduledOf, look: () => ({ className: 'fill-chart-scheduled' }) },
  {
    name: 'projected',
    words: 'Projected',
    of: ({ projected }) => projected,
    look: (id) => ({ className: 'stroke-chart-projected', fill: `url(#${id}-dots)`, strokeDasharray: '3 2' }),
  },
  {
    name: 'at-risk',
    words: 'At risk',
    of: ({ atRisk }) => atRisk,
    look: (id) => ({ className: 'stroke-chart-risk', fill: `url(#${id}-stripes)` }),
  },
]

/** The patterns that the marks and the closed days are filled with. Ids stand once in a page: `id` keeps them apart. */
export function ChartPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-dots`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className="fill-surface" />
        <circle cx="2.5" cy="2.5" r="1" className="fill-chart-projected" />
      </pattern>
      <pattern
        id={`${id}-stripes`}
        width="4.5"
        height="4.5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="4.5" height="4.5" className="fill-surface" />
        <rect width="2.2" height="4.5" className="fill-chart-risk" />
      </pattern>
      <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1" height="7" className="fill-hatch" />
      </pattern>
    </defs>
  )
}
