import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import type { Bridge } from '@/lib/collections/moved'
import { bridgeText, endsOf, linesOfBridge, STEP_WORDS, signedPounds } from '@/lib/collections/moved-words'
import { formatPounds } from '@/lib/money'

/** Pixels. Across, everything is in hundredths of the width: the picture needs no script to fit. */
const ROW = 34
const BAR = 18
/** Of the span that moves, this much stays free on the left where the scale does not begin at nought. */
const FREE = 0.25
/** Bars end here, so that the longest has its figure beside it. */
const WIDEST = 62
const THINNEST = 0.4

type Row = { id: string; name: string; from: number; to: number; words: string; step: boolean }

const withoutYear = (day: string) => day.replace(/ \d{4}\b/, '')

function rowsOf(bridge: Bridge): Row[] {
  const lines = linesOfBridge(bridge)
  const { from, to } = endsOf(bridge)
  const whole = (id: string, name: string, to: number): Row => ({
    id,
    name,
    from: 0,
    to,
    words: formatPounds(to),
    step: false,
  })
  return [
    whole('then', withoutYear(from), bridge.opening),
    ...bridge.steps.map(({ step, amount }, at): Row => {
      const { from = 0, to = 0 } = lines[at] ?? {}
      return { id: step, name: STEP_WORDS[step].label, from, to, words: signedPounds(amount), step: true }
    }),
    whole('now', bridge.until ? withoutYear(to) : 'Now', bridge.closing),
  ]
}

/** Where the scale begins: at nought, unless all that moves would then be too small to see. Pence. */
function startOf(rows: readonly Row[]): number {
  const met = rows.flatMap(({ from, to, step }) => (step ? [from, to] : [to]))
  const [low, high] = [Math.min(...met), Math.max(...met)]
  const start = low - Math.max((high - low) * FREE, 100)
  return start > high / 3 && high > low ? start : Math.min(0, low)
}

/** The bridge as a picture: what was listed, each step from where the last one ended, and what is listed now. */
export function MovedChart({ bridge }: { bridge: Bridge }) {
  const id = useId().replaceAll(/[^a-z0-9]/gi, '')
  const rows = rowsOf(bridge)
  const start = startOf(rows)
  const most = Math.max(...rows.map(({ from, to }) => Math.max(from, to)), start + 100)
  const x = scaleLinear([start, most], [0, WIDEST])
  const height = rows.length * ROW
  return (
    <figure className="m-0 min-w-0 break-inside-avoid">
      <div className="flex text-small">
        <div aria-hidden className="w-44 flex-none max-sm:w-32">
          {rows.map(({ id: row, name, step }) => (
            <div
              key={row}
              style={{ height: ROW }}
              className={`flex items-center pr-3 text-right leading-tight ${step ? 'text-ink-2' : 'font-strong'} justify-end max-sm:text-micro`}
            >
              {name}
            </div>
          ))}
        </div>
        <svg
          role="img"
          aria-label={bridgeText(bridge)}
          className="block min-w-0 flex-1 overflow-visible tabular-nums"
          height={height}
        >
          <defs>
            <pattern id={`${id}-less`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="5" height="5" className="fill-surface" />
              <rect width="2" height="5" className="fill-chart-scheduled" />
            </pattern>
          </defs>
          <line x1="0" x2="0" y2={height} className="stroke-chart-axis" />
          {rows.map((row, at) => (
            <Bar
              key={row.id}
              row={row}
              at={at}
              x={x}
              start={start}
              pattern={`url(#${id}-less)`}
              last={at === rows.length - 1}
            />
          ))}
        </svg>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-micro">
        <Key words="Listed" look={{ className: 'fill-chart-locked' }} />
        <Key words="More" look={{ className: 'fill-chart-scheduled' }} />
        <Key words="Less" look={{ className: 'stroke-chart-scheduled', fill: `url(#${id}-less)` }} />
        {start > 0 && <span className="text-ink-3">The scale begins at {formatPounds(Math.round(start))}.</span>}
      </figcaption>
    </figure>
  )
}

type Look = { className: string; fill?: string }

const Key = ({ words, look }: { words: string; look: Look }) => (
  <span className="flex items-center gap-1.5">
    <svg width="14" height="14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="13" height="13" {...look} />
    </svg>
    {words}
  </span>
)

type BarProps = {
  row: Row
  at: number
  x: (pence: number) => number
  start: number
  pattern: string
  last: boolean
}

function Bar({ row: { from, to, words, step }, at, x, start, pattern, last }: BarProps) {
  const [left, right] = [x(Math.max(Math.min(from, to), start)), x(Math.max(from, to))]
  const top = at * ROW + (ROW - BAR) / 2
  const look: Look = !step
    ? { className: 'fill-chart-locked' }
    : to >= from
      ? { className: 'fill-chart-scheduled' }
      : { className: 'stroke-chart-scheduled', fill: pattern }
  return (
    <>
      <rect x={`${left}%`} width={`${Math.max(right - left, THINNEST)}%`} y={top} height={BAR} {...look} />
      {!last && (
        <line
          x1={`${x(to)}%`}
          x2={`${x(to)}%`}
          y1={top + BAR}
          y2={top + ROW}
          className="stroke-chart-axis"
          strokeDasharray="2 2"
        />
      )}
      <text
        x={`${right}%`}
        dx={8}
        y={at * ROW + ROW / 2}
        dominantBaseline="central"
        className={`fill-ink max-sm:text-micro ${step ? '' : 'font-strong'}`}
      >
        {words}
      </text>
    </>
  )
}
