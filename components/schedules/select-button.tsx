import { SquareCheck } from 'lucide-react'
import { memo } from 'react'
import { buttonLook } from '@/components/ui/button'
import type { RowSelection } from './use-selecting'

/** Begins to select rows, and ends it, where a row has no place for its menu: on narrow screens. */
export const SelectButton = memo(function SelectButton({
  selecting,
  begin,
  end,
}: Pick<RowSelection, 'selecting' | 'begin' | 'end'>) {
  return (
    <button
      type="button"
      data-command=""
      aria-pressed={selecting !== null}
      onClick={selecting ? end : begin}
      className={`${buttonLook()} aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent sm:hidden`}
    >
      <SquareCheck size={15} strokeWidth={1.9} aria-hidden className="-ml-0.5 flex-none" />
      Select
    </button>
  )
})
