import { FlaskConical, RadioTower, TestTube } from 'lucide-react'

/** Which SmarterPay this dashboard speaks to. */
export type Target = 'sandbox' | 'uat' | 'live'

const TESTS = {
  sandbox: {
    name: 'Sandbox',
    icon: FlaskConical,
    ground: 'ground-sandbox',
    words: 'Test environment with made-up payers. Nothing is sent to SmarterPay.',
    short: 'Test environment, made-up payers',
  },
  uat: {
    name: 'UAT',
    icon: TestTube,
    ground: 'ground-uat',
    words: 'Test environment at SmarterPay. No money moves.',
    short: 'Test environment at SmarterPay',
  },
} as const

/** Test looks patterned, real looks solid: a picture of the screen alone must tell. The real one has no strip. */
export function TargetStrip({ target }: { target: Target }) {
  if (target === 'live') return null
  const { name, icon: Icon, ground, words, short } = TESTS[target]
  return (
    <aside
      aria-label="Environment"
      className={`sticky top-0 z-(--z-nav) flex h-(--bar-target) items-center border-line-strong border-b px-2 text-micro text-ink-2 sm:px-4 print:static print:mb-3 ${ground}`}
    >
      {/* Words that have no room beside the name go whole, not in the middle. */}
      <span className="flex h-full min-w-0 flex-wrap items-center gap-x-1.5 overflow-hidden bg-sunken px-2 leading-(--bar-target)">
        <Icon size={14} strokeWidth={1.9} aria-hidden />
        <b className="font-strong text-ink">{name}</b>
        <span className="max-sm:hidden">{words}</span>
        <span className="sm:hidden">{short}</span>
      </span>
    </aside>
  )
}

/** The badge of the real one, in the top bar. */
export function LiveBadge() {
  return (
    <span className="inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-chip bg-ink px-2 text-micro font-medium text-surface">
      <RadioTower size={14} strokeWidth={1.9} aria-hidden />
      Live
    </span>
  )
}
