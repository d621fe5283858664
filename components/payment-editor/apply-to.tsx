'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatLongDate } from '@/lib/calendar-date'
import type { Draft, DraftRow, Setting } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import { compileScope, editOf, type Scope } from '@/lib/schedules/draft-scope'
import type { Schedule } from '@/lib/schedules/model'
import type { ChangeRule } from './change-rule'
import { ScopeChoice } from './scope-choice'

export type ApplyToProps = {
  row: DraftRow
  schedule: Schedule
  draft: Draft
  setting: Setting
  act: (command: Command) => void
  changeRule: ChangeRule['changeRule']
  onClose: () => void
}

/** Widens what was typed for one payment: to the later ones, or to the rule. */
export function ApplyTo({ row, schedule, draft, setting, act, changeRule, onClose }: ApplyToProps) {
  const [scope, setScope] = useState<Scope>('this')
  const edit = editOf(row)
  const options = compileScope(edit, draft, schedule, setting)
  const date = row.listed?.date ?? row.date
  const apply = () => {
    const option = options.find((one) => one.scope === scope)
    onClose()
    if (option && 'command' in option) act(option.command)
    if (option && 'intent' in option) changeRule(option.intent)
  }
  return (
    <Dialog
      title={date ? `Payment on ${formatLongDate(date)}` : 'New payment'}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={apply}>
            Apply
          </Button>
        </>
      }
    >
      <ScopeChoice options={options} edit={edit} draft={draft} setting={setting} value={scope} onChoose={setScope} />
    </Dialog>
  )
}
