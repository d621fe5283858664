'use client'

import { RadioGroup } from '@/components/ui/choice'
import type { Draft, Setting } from '@/lib/schedules/draft'
import type { PaymentEdit, Scope, ScopeOption } from '@/lib/schedules/draft-scope'
import { scopeWords } from '@/lib/schedules/scope-words'

const LABELS: Record<Scope, string> = {
  this: 'This payment only',
  later: 'This and later payments',
  rule: 'The rule from now on',
}

export type ScopeChoiceProps = {
  /** What the edit could mean, by `compileScope`, from the draft as it stands before the edit. */
  options: readonly ScopeOption[]
  edit: PaymentEdit
  draft: Draft
  setting: Setting
  value: Scope
  onChoose: (scope: Scope) => void
}

/** How far an edit reaches, the consequence of each choice under it. While nothing was edited there is none to tell. */
export function ScopeChoice({ options, edit, draft, setting, value, onChoose }: ScopeChoiceProps) {
  return (
    <div>
      <p aria-hidden className="mb-0.5 text-small font-medium">
        Apply to
      </p>
      <RadioGroup
        label="Apply to"
        value={value}
        onChoose={onChoose}
        options={options.map((option) => {
          const refused = 'refused' in option ? option.refused : null
          const hint = refused === 'nothing-changed' ? undefined : scopeWords(option, edit, draft, setting)
          return {
            value: option.scope,
            label: LABELS[option.scope],
            hint,
            blocked: refused !== null && refused !== 'nothing-changed',
          }
        })}
      />
    </div>
  )
}
