import type { ComponentProps, ReactNode } from 'react'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  children: ReactNode
  /** Neither on nor off: some of what it stands for is on. */
  mixed?: boolean
  hint?: ReactNode
}

/** A box with its words. */
export function Checkbox({ children, mixed = false, hint, ...input }: CheckboxProps) {
  return (
    <label className="flex items-start gap-2.5 py-1 text-body max-sm:py-3">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = mixed
        }}
        className="tick mt-0.5"
        {...input}
      />
      <span>
        {children}
        {hint && <span className="block text-small text-ink-3">{hint}</span>}
      </span>
    </label>
  )
}
