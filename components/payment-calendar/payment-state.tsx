import {
  ArrowRight,
  Circle,
  CircleDashed,
  CircleSlash,
  Layers,
  Lock,
  type LucideIcon,
  Pencil,
  Pin,
  Plus,
  TriangleAlert,
} from 'lucide-react'
import { type PaymentState, type ShownPayment, spokenDifferences } from '@/lib/schedules/shown-payments'

// Icon and word of each state of a payment: one map for calendar, list, year and overview.

const STATES: Record<PaymentState, { word: string; icon: LucideIcon }> = {
  scheduled: { word: 'Scheduled', icon: Circle },
  locked: { word: 'Locked', icon: Lock },
  skipped: { word: 'Skipped', icon: CircleSlash },
  projected: { word: 'Projected', icon: CircleDashed },
  moved: { word: 'Moved', icon: ArrowRight },
  edited: { word: 'Edited', icon: Pencil },
  added: { word: 'Added', icon: Plus },
  restored: { word: 'Restored', icon: Circle },
}

export const stateWord = (state: PaymentState): string => STATES[state].word

/** The icon of one payment, or of several on one day. */
export function StateIcon({ payments, className }: { payments: readonly ShownPayment[]; className?: string }) {
  const [first, ...others] = payments
  if (!first) return null
  const Icon = others.length > 0 ? Layers : iconOf(first)
  return <Icon aria-hidden size={14} strokeWidth={1.9} className={`flex-none ${className ?? ''}`} />
}

function iconOf(payment: ShownPayment): LucideIcon {
  if (payment.drafted?.attention) return TriangleAlert
  if (payment.state !== 'scheduled') return STATES[payment.state].icon
  if (payment.drafted?.pinned) return Pin
  return spokenDifferences(payment).length > 0 ? Pencil : Circle
}

/** Icon and word in one line, for tables: the ordinary plain, what differs in weight. */
export function StateMark({ payment }: { payment: ShownPayment }) {
  const plain = payment.state === 'scheduled' || payment.state === 'projected'
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-ink-2">
      <StateIcon payments={[payment]} className="text-ink-3" />
      <span className={plain ? undefined : 'font-medium text-ink'}>{stateWord(payment.state)}</span>
    </span>
  )
}
