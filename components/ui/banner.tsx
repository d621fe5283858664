import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'warn' | 'danger' | 'good'

const TONES: Record<Tone, { icon: LucideIcon; look: string; ink: string }> = {
  neutral: { icon: Info, look: 'border-line-strong bg-sunken', ink: 'text-ink-2' },
  warn: { icon: TriangleAlert, look: 'border-warn-line bg-warn-soft', ink: 'text-warn' },
  danger: { icon: CircleAlert, look: 'border-danger-line bg-danger-soft', ink: 'text-danger' },
  good: { icon: CircleCheck, look: 'border-good-line bg-good-soft', ink: 'text-good' },
}

export type BannerProps = {
  tone?: Tone
  icon?: LucideIcon
  /** The first sentence, bold: what is so. */
  title?: ReactNode
  /** What follows from it. */
  children?: ReactNode
  /** Ways out, as links or text buttons. */
  actions?: ReactNode
  /** `alert` interrupts, `status` waits its turn; without either nothing is read out. */
  live?: 'alert' | 'status'
}

/** A message that stands in the page for as long as it is true. */
export function Banner({ tone = 'neutral', icon, title, children, actions, live }: BannerProps) {
  const { icon: own, look, ink } = TONES[tone]
  const Icon = icon ?? own
  return (
    <div
      role={live}
      className={`flex items-start gap-2.5 rounded-control border px-3 py-2.5 text-[0.84375rem]/5 text-ink ${look}`}
    >
      <Icon size={16} strokeWidth={1.9} aria-hidden className={`mt-0.5 flex-none ${ink}`} />
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-6 gap-y-1">
        <div className="min-w-0 flex-[1_1_22rem]">
          {title && <b className="font-strong">{title} </b>}
          {children}
        </div>
        {actions && <div className="-my-0.5 flex flex-wrap gap-x-4 gap-y-1">{actions}</div>}
      </div>
    </div>
  )
}
