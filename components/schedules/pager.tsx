'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { memo, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { ListQuery, ScheduleList } from '@/lib/schedules/contract'
import { rangeText } from './count-words'
import { PAGE_SIZES } from './list-address'

export type PagerProps = {
  query: ListQuery
  /** The answer on screen; undefined while there is none. */
  answer: ScheduleList | undefined
  busy: boolean
  onPage: (page: number) => void
  onSize: (size: number) => void
  /** The pointer or focus comes near the next page. */
  onIntent: (page: number) => void
}

/** Pages without an invented end: what is here, and whether more follow. */
export function Pager({ query, answer, busy, onPage, onSize, onIntent }: PagerProps) {
  const { page, size } = query
  const atEnd = busy || !answer?.more
  return (
    <nav
      aria-label="Pagination"
      className="flex min-h-[52px] flex-none flex-wrap items-center gap-x-3 gap-y-2 border-line-strong border-t bg-surface px-4 py-2.5 text-small text-ink-2 sm:px-6 print:hidden"
    >
      <span className="tabular-nums max-sm:w-full">{answer && !busy ? rangeText(query, answer) : ' '}</span>
      <span className="flex-1 max-sm:hidden" />
      <PageSize size={size} onSize={onSize} />
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong max-sm:hidden" />
      <span className="flex gap-2 max-sm:w-full max-sm:[&>button]:h-11 max-sm:[&>button]:flex-1">
        <Button size="small" icon={ChevronLeft} blocked={busy || page === 1} onClick={() => onPage(page - 1)}>
          Previous page
        </Button>
        <Button
          size="small"
          blocked={atEnd}
          onClick={() => onPage(page + 1)}
          onPointerEnter={() => !atEnd && onIntent(page + 1)}
          onFocus={() => !atEnd && onIntent(page + 1)}
        >
          Next page
          <ChevronRight size={15} strokeWidth={1.9} aria-hidden className="-mr-1" />
        </Button>
      </span>
    </nav>
  )
}

const PageSize = memo(function PageSize({ size, onSize }: Pick<PagerProps, 'onSize'> & { size: number }) {
  const id = useId()
  const sizes = PAGE_SIZES.some((own) => own === size) ? PAGE_SIZES : [...PAGE_SIZES, size].sort((a, b) => a - b)
  return (
    <>
      <label htmlFor={id}>Rows per page</label>
      <span className="w-[4.5rem] [&>span]:h-7 max-sm:[&>span]:h-11">
        <Select id={id} value={size} onChange={(event) => onSize(Number(event.target.value))}>
          {sizes.map((own) => (
            <option key={own} value={own}>
              {own}
            </option>
          ))}
        </Select>
      </span>
    </>
  )
})
