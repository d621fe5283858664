import { memo } from 'react'
import { MARKS } from './chart-marks'

/** A mark of the chart: across in parts of the width, from 0 to 1; up and down in pixels. */
export type Box = { x: number; width: number; y: number; height: number }

/** A part of the width that is a hundredth of a pixel on the widest screen. */
const exact = (part: number) => Math.round(part * 1e6) / 1e6

/** The boxes as one path, in parts of the width and of the height. */
const pathOf = (boxes: readonly Box[], height: number): string =>
  boxes
    .map((box) => {
      const [x, y, across, down] = [box.x, box.y / height, box.width, box.height / height].map(exact)
      return `M${x} ${y}h${across}v${down}h-${across}z`
    })
    .join('')

type FilledProps = { id: string; boxes: readonly Box[]; height: number; fill: string }

/** Boxes filled with a pattern that keeps its form however wide the chart is. */
export function Filled({ id, boxes, height, fill }: FilledProps) {
  if (boxes.length === 0) return null
  return (
    <>
      <clipPath id={id} clipPathUnits="objectBoundingBox">
        <path d={pathOf(boxes, height)} />
      </clipPath>
      <rect width="100%" height={height} fill={fill} clipPath={`url(#${id})`} />
    </>
  )
}

export type BandsProps = {
  /** Of the patterns. */
  id: string
  /** Of each of the marks, in their order. */
  bands: readonly (readonly Box[])[]
  height: number
}

/** The marks of the chart, a path for each band: as many nodes for a year of days as for a week. */
export const Bands = memo(function Bands({ id, bands, height }: BandsProps) {
  return MARKS.map(({ name, look }, at) => {
    const boxes = bands[at] ?? []
    const { fill, ...rest } = look(id)
    if (boxes.length === 0) return null
    return (
      <g key={name} data-band={name}>
        {fill && <Filled id={`${id}-${name}`} boxes={boxes} height={height} fill={fill} />}
        <svg
          aria-hidden="true"
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          width="100%"
          height={height}
          overflow="visible"
        >
          <path d={pathOf(boxes, height)} vectorEffect="non-scaling-stroke" {...rest} {...(fill && { fill: 'none' })} />
        </svg>
      </g>
    )
  })
})
