import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '@/components/ui/button'

export type TurnBarProps = {
  /** Id of the heading. */
  heading: string
  label: string
  step: 'month' | '12 months'
  onTurn: (way: -1 | 1) => void
  onToday: () => void
  onNextPayment?: (() => void) | undefined
}

/** The heading of what is on show between the buttons that turn it, and the ways home. */
export function TurnBar({ heading, label, step, onTurn, onToday, onNextPayment }: TurnBarProps) {
  return (
    <>
      <Button
        aria-label={`Previous ${step}`}
        title={`Previous ${step}`}
        className="w-8 px-0! max-sm:size-11"
        onClick={() => onTurn(-1)}
      >
        <ChevronLeft aria-hidden size={16} strokeWidth={1.9} />
      </Button>
      <h2 id={heading} aria-live="polite" className="min-w-[148px] text-center text-title font-strong">
        {label}
      </h2>
      <Button
        aria-label={`Next ${step}`}
        title={`Next ${step}`}
        className="w-8 px-0! max-sm:size-11"
        onClick={() => onTurn(1)}
      >
        <ChevronRight aria-hidden size={16} strokeWidth={1.9} />
      </Button>
      <Button onClick={onToday}>Today</Button>
      {onNextPayment && <Button onClick={onNextPayment}>Next payment</Button>}
    </>
  )
}
