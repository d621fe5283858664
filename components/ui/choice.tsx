import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'

export type Option<T extends string> = {
  value: T
  label: string
  icon?: LucideIcon
  hint?: ReactNode
  /** It can be read and reached, but not chosen; its hint says why. */
  blocked?: boolean
}

type ChoiceProps<T extends string> = {
  /** Name of the group. */
  label: string
  options: readonly Option<T>[]
  value: T | null
  onChoose: (value: T) => void
}

/** One of several, as a list of rings with words. */
export function RadioGroup<T extends string>({ label, options, value, onChoose }: ChoiceProps<T>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className="min-w-0">
      {options.map(({ value: own, label: words, hint, blocked = false }) => {
        const [labelId, hintId] = [`${name}${own}`, `${name}${own}-hint`]
        return (
          <label
            key={own}
            className={`flex items-start gap-2.5 py-1 text-body max-sm:py-2.5 ${blocked ? 'text-ink-disabled' : ''}`}
          >
            <input
              type="radio"
              name={name}
              className="radio mt-0.5 aria-disabled:bg-sunken"
              checked={own === value}
              aria-labelledby={labelId}
              aria-describedby={hint ? hintId : undefined}
              aria-disabled={blocked || undefined}
              onChange={() => {
                if (!blocked) onChoose(own)
              }}
            />
            <span>
              <span id={labelId}>{words}</span>
              {hint && (
                <span id={hintId} className="block text-small text-ink-3">
                  {hint}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </div>
  )
}

type SegmentedProps<T extends string> = ChoiceProps<T> & {
  icons?: boolean
  /** One under the other where a phone has no room for them side by side. */
  stacks?: boolean
}

/** One of a few, side by side. With `icons` the words are for screen readers and the tip alone. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, value, onChoose, icons = false, stacks = false } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`inline-flex min-w-0 flex-none rounded-control border border-control bg-surface ${stacks ? 'max-sm:w-full max-sm:flex-col sm:h-8' : 'h-8 max-sm:h-11'}`}
    >
      {options.map(({ value: own, label: words, icon: Icon }) => (
        <label
          key={own}
          title={icons ? words : undefined}
          className={`relative flex items-center gap-1.5 border-line-strong border-l px-2.5 ${stacks ? 'max-sm:h-11 max-sm:border-t max-sm:border-l-0 max-sm:first:border-t-0' : ''} text-small font-medium text-ink-2 first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] hover:bg-hover has-checked:bg-accent-soft has-checked:font-strong has-checked:text-accent has-checked:shadow-[inset_0_-2px_0_var(--color-accent)] has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus forced-colors:has-checked:outline-2 forced-colors:has-checked:-outline-offset-2 forced-colors:has-checked:outline-[Highlight]`}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={own === value}
            onChange={() => onChoose(own)}
            aria-label={icons ? words : undefined}
          />
          {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden />}
          {!icons && words}
        </label>
      ))}
    </div>
  )
}
