import { Check } from 'lucide-react'
import type { Step } from './use-step'

export const STEP_NAMES: Record<Step, string> = { 1: 'Who and how', 2: 'Amounts and dates', 3: 'Check and create' }
const STEPS: readonly Step[] = [1, 2, 3]

export type StepListProps = { step: Step; onStep: (step: Step) => void }

/** The three steps, the one at hand marked; those behind can be gone back to. */
export function StepList({ step, onStep }: StepListProps) {
  return (
    <nav aria-label="Steps" className="mb-5">
      <ol className="flex flex-wrap gap-x-6 gap-y-1 max-sm:gap-x-4">
        {STEPS.map((one) => {
          const current = one === step
          const words = (
            <>
              <span
                aria-hidden
                className={`grid size-5 flex-none place-items-center rounded-full text-micro font-strong tabular-nums ${current ? 'bg-accent text-on-accent' : 'border border-control text-ink-2'}`}
              >
                {one < step ? <Check size={12} strokeWidth={2.4} /> : one}
              </span>
              <span className={current ? '' : 'max-sm:sr-only'}>{STEP_NAMES[one]}</span>
            </>
          )
          const look = 'inline-flex min-h-8 items-center gap-2 text-small max-sm:min-h-11'
          return (
            <li key={one} aria-current={current ? 'step' : undefined}>
              {one < step ? (
                <button
                  type="button"
                  onClick={() => onStep(one)}
                  className={`${look} font-medium text-accent hover:underline`}
                >
                  {words}
                </button>
              ) : (
                <span className={`${look} ${current ? 'font-strong' : 'text-ink-3'}`}>{words}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
