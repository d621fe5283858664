import type { LucideIcon } from 'lucide-react'

export type FlagTone = 'plain' | 'warn' | 'danger' | 'good'

const INK: Record<FlagTone, string> = {
  plain: 'text-ink-2',
  warn: 'text-warn',
  danger: 'text-danger',
  good: 'text-good',
}

export type FlagProps = { icon: LucideIcon; words: string; tone?: FlagTone }

/** An exception in a word and an icon; the ordinary carries none. */
export function Flag({ icon: Icon, words, tone = 'plain' }: FlagProps) {
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap text-micro font-medium ${INK[tone]}`}>
      <Icon size={14} strokeWidth={1.9} aria-hidden className="flex-none" />
      {words}
    </span>
  )
}
