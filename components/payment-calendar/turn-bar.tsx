import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'
import { memo } from 'react'
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
export const TurnBar = memo(function TurnBar(props: TurnBarProps) {
  const { heading, label, step, onTurn, onToday, onNextPayment } = props
  return (
    <>
      <div className="flex items-center gap-2 max-sm:w-full">
        <Turn icon={ChevronLeft} label={`Previous ${step}`} way={-1} onTurn={onTurn} />
        <h2 id={heading} aria-live="polite" className="min-w-[148px] text-center text-title font-strong max-sm:flex-1">
          {label}
        </h2>
        <Turn icon={ChevronRight} label={`Next ${step}`} way={1} onTurn={onTurn} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={onToday}>Today</Button>
        {onNextPayment && <Button onClick={onNextPayment}>Next payment</Button>}
      </div>
    </>
  )
})

type TurnProps = { icon: LucideIcon; label: string; way: -1 | 1; onTurn: TurnBarProps['onTurn'] }

/** `data-turn`: a payment in hand that is held over it turns the page too. */
function Turn({ icon: Icon, label, way, onTurn }: TurnProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      data-turn={way}
      className="w-8 px-0! max-sm:size-11"
      onClick={() => onTurn(way)}
    >
      <Icon aria-hidden size={16} strokeWidth={1.9} />
    </Button>
  )
}
