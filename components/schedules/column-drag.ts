import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { ColumnId } from './column-names'

export type ColumnDrag = {
  /** Its children are the columns, in their order. The first one stays where it is. */
  list: RefObject<HTMLElement | null>
  order: readonly ColumnId[]
  /** The order while one is in hand. */
  onMove: (order: ColumnId[]) => void
  /** The order once it is put down. */
  onDrop: (order: ColumnId[]) => void
}

/** The place of the child at that height, past the ends the nearest; never the first. */
function placeAt(list: HTMLElement, y: number): number {
  const ends = [...list.children].map((child) => child.getBoundingClientRect().bottom)
  const at = ends.findIndex((bottom) => y < bottom)
  return Math.max(at < 0 ? ends.length - 1 : at, 1)
}

function moved(order: readonly ColumnId[], id: ColumnId, to: number): ColumnId[] {
  const rest = order.filter((own) => own !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/** Columns dragged into their order by a handle each; a hand that is cut off puts the column back. */
export function useColumnDrag({ list, order, onMove, onDrop }: ColumnDrag) {
  const [held, setHeld] = useState<ColumnId | null>(null)
  const before = useRef<readonly ColumnId[]>(order)
  const place = held === null ? -1 : order.indexOf(held)
  useEffect(() => {
    if (place > 0) list.current?.children[place]?.scrollIntoView({ block: 'nearest' })
  }, [list, place])

  const end = (event: PointerEvent<HTMLElement>, put: boolean) => {
    if (held === null) return
    setHeld(null)
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      event.currentTarget.releasePointerCapture(event.pointerId)
    if (!put) onMove([...before.current])
    else if (order.join() !== before.current.join()) onDrop([...order])
  }
  return {
    held,
    handle: (id: ColumnId) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        before.current = order
        setHeld(id)
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (held !== id || !list.current) return
        const to = placeAt(list.current, event.clientY)
        if (to !== order.indexOf(id)) onMove(moved(order, id, to))
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
      onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
    }),
  }
}
