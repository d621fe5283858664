'use client'

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { useColumnDrag } from './column-drag'
import { COLUMN_IDS, COLUMN_NAMES, type ColumnId, STANDARD_COLUMNS } from './column-names'

export type ChooseColumnsProps = {
  columns: readonly ColumnId[]
  /** Null: the standard ones. */
  onChange: (columns: ColumnId[] | null) => void
  onClose: () => void
}

const ordered = (columns: readonly ColumnId[]) => [...columns, ...COLUMN_IDS.filter((id) => !columns.includes(id))]

/** Which columns stand in the list, and in which order. Every press shows at once behind the dialog. */
export function ChooseColumns({ columns, onChange, onClose }: ChooseColumnsProps) {
  const [order, setOrder] = useState(() => ordered(columns))
  const [shown, setShown] = useState<ReadonlySet<ColumnId>>(() => new Set(columns))

  const set = (nextOrder: ColumnId[], nextShown: ReadonlySet<ColumnId>) => {
    setOrder(nextOrder)
    setShown(nextShown)
    onChange(nextOrder.filter((id) => nextShown.has(id)))
  }
  const turn = (id: ColumnId, on: boolean) =>
    set(order, new Set(on ? [...shown, id] : [...shown].filter((own) => own !== id)))
  const move = (id: ColumnId, by: number) => {
    const at = order.indexOf(id)
    const rest = order.filter((own) => own !== id)
    set([...rest.slice(0, at + by), id, ...rest.slice(at + by)], shown)
  }
  const list = useRef<HTMLUListElement>(null)
  const drag = useColumnDrag({ list, order, onMove: setOrder, onDrop: (next) => set(next, shown) })
  const reset = () => {
    setOrder(ordered(STANDARD_COLUMNS))
    setShown(new Set(STANDARD_COLUMNS))
    onChange(null)
  }
  return (
    <Dialog
      title="Choose columns"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={reset}>
            Standard columns
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p className="mb-2 text-ink-3 text-small">Drag a column to its place, or move it by its arrows.</p>
      <ul ref={list}>
        {order.map((id, index) => {
          const name = COLUMN_NAMES[id]
          const fixed = id === 'reference'
          return (
            <li
              key={id}
              className={`flex min-h-9 items-center gap-1 border-line border-b last:border-b-0 ${drag.held === id ? 'bg-accent-soft' : ''}`}
            >
              <span
                aria-hidden
                {...(!fixed && { ...drag.handle(id), 'data-handle': id })}
                className={`grid size-7 flex-none place-items-center rounded-control text-ink-3 ${fixed ? 'invisible' : 'cursor-grab touch-none hover:bg-hover active:cursor-grabbing'}`}
              >
                <GripVertical size={16} strokeWidth={1.9} />
              </span>
              <div className="flex-1">
                <Checkbox checked={shown.has(id)} disabled={fixed} onChange={(event) => turn(id, event.target.checked)}>
                  {name}
                  {fixed && <span className="text-ink-3">, always first</span>}
                </Checkbox>
              </div>
              {!fixed && (
                <>
                  <IconButton
                    small
                    icon={ArrowUp}
                    label={`Move ${name} up`}
                    aria-disabled={index <= 1 || undefined}
                    onClick={() => index > 1 && move(id, -1)}
                  />
                  <IconButton
                    small
                    icon={ArrowDown}
                    label={`Move ${name} down`}
                    aria-disabled={index === order.length - 1 || undefined}
                    onClick={() => index < order.length - 1 && move(id, 1)}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
