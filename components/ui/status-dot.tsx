import { CircleHelp } from 'lucide-react'

const WORDS = { active: 'Active', inactive: 'Inactive', unrecognised: 'Unrecognised' } as const
export type StatusDotProps = { status: keyof typeof WORDS }

/** Filled is active, a ring is not; the word always stands beside it. */
export function StatusDot({ status }: StatusDotProps) {
  if (status === 'unrecognised')
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-small text-warn">
        <CircleHelp size={14} strokeWidth={1.9} aria-hidden />
        {WORDS[status]}
      </span>
    )
  const active = status === 'active'
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap text-small ${active ? 'text-ink' : 'text-ink-3'}`}
    >
      <span
        aria-hidden
        className={`size-2 flex-none rounded-full ${active ? 'bg-ink-2 forced-colors:border-4 forced-colors:border-[CanvasText]' : 'border-[1.5px] border-control'}`}
      />
      {WORDS[status]}
    </span>
  )
}
