'use client'

import {
  ArrowDownToLine,
  CalendarSync,
  CircleSlash,
  Ellipsis,
  ListEnd,
  Pin,
  PinOff,
  RotateCcw,
  Split,
  StepBack,
  StepForward,
  Trash2,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import { IconButton, TextButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { formatPounds } from '@/lib/money'
import { type DraftRow, differsFromRule, restoredAmount, ruleFor, type Setting } from '@/lib/schedules/draft'
import { type Command, canAdd } from '@/lib/schedules/draft-commands'
import { weekdayAndDay } from '@/lib/schedules/payment-words'
import { SplitForm, type SplitFormProps } from './split-form'

export type RowMenuProps = {
  row: DraftRow
  /** The payment's long date, for names. */
  day: string
  touched: boolean
  setting: Setting
  act: (command: Command) => void
  /** Asks how far the change of this payment reaches. */
  onApplyTo: (row: string) => void
}

/** A payment that can be split: it has a day, and two pence at least. */
function splitting({ date, amount, ...row }: DraftRow): SplitFormProps['row'] | null {
  return date === null || amount === null || amount < 2 ? null : { ...row, date, amount }
}

/** Everything that can be done to one payment; what is done most stands beside it as a button of its own. */
export function RowMenu({ row, day, touched, setting, act, onApplyTo }: RowMenuProps) {
  const rows = [row.id]
  const skipped = row.amount === 0
  const canRestore = skipped && restoredAmount(row, setting) !== null
  const toSplit = canAdd(setting) ? splitting(row) : null
  const given = differsFromRule(row, setting) ? ruleFor(row, setting) : null
  const [isSplitting, setSplitting] = useState(false)
  const quiet = 'sm:opacity-0 sm:focus-visible:opacity-100 sm:group-focus-within:opacity-100 sm:group-hover:opacity-100'
  return (
    <span className="inline-flex items-center gap-3">
      {!skipped && (
        <TextButton
          aria-label={`Copy amount down from ${day}`}
          className={`whitespace-nowrap max-lg:hidden ${quiet}`}
          onClick={() => act({ kind: 'copy-down', row: row.id })}
        >
          Copy amount down
        </TextButton>
      )}
      {skipped ? (
        canRestore && (
          <TextButton
            aria-label={`Restore payment on ${day}`}
            className="max-sm:hidden"
            onClick={() => act({ kind: 'restore', rows })}
          >
            Restore
          </TextButton>
        )
      ) : (
        <TextButton
          aria-label={`Skip payment on ${day}`}
          className={`max-sm:hidden ${quiet}`}
          onClick={() => act({ kind: 'skip', rows })}
        >
          Skip
        </TextButton>
      )}
      <Menu
        label={`Actions for payment on ${day}`}
        width={304}
        end
        trigger={(trigger) => (
          <IconButton
            icon={Ellipsis}
            small
            label={`Actions for payment on ${day}`}
            className="max-sm:size-11"
            {...trigger}
          />
        )}
      >
        {(close) => {
          const item = (icon: typeof Pin, words: string, command: Command | (() => void)) => (
            <MenuItem
              icon={icon}
              onClick={() => {
                close()
                if (typeof command === 'function') command()
                else act(command)
              }}
            >
              {words}
            </MenuItem>
          )
          return (
            <>
              {!skipped && item(CircleSlash, 'Skip this payment', { kind: 'skip', rows })}
              {canRestore && item(RotateCcw, 'Restore this payment', { kind: 'restore', rows })}
              {item(StepBack, '1 working day earlier', { kind: 'move-by', rows, bankingDays: -1 })}
              {item(StepForward, '1 working day later', { kind: 'move-by', rows, bankingDays: 1 })}
              {item(ArrowDownToLine, 'Copy amount down', { kind: 'copy-down', row: row.id })}
              {toSplit && item(Split, 'Split into two…', () => setSplitting(true))}
              {setting.kind === 'plan' &&
                item(row.pinned ? PinOff : Pin, row.pinned ? 'Unpin amount' : 'Pin amount', {
                  kind: 'pin',
                  rows,
                  pinned: !row.pinned,
                })}
              {(touched || given) && <MenuLine />}
              {touched && row.listed && item(ListEnd, 'Apply to…', () => onApplyTo(row.id))}
              {given &&
                item(CalendarSync, `Reset to rule: ${weekdayAndDay(given.date)}, ${formatPounds(given.amount)}`, {
                  kind: 'to-rule',
                  rows,
                })}
              {touched && row.listed && item(Undo2, 'Put back as SmarterPay has it', { kind: 'reset', rows })}
              {!row.listed && item(Trash2, 'Remove', { kind: 'remove', rows })}
            </>
          )
        }}
      </Menu>
      {isSplitting && toSplit && (
        <Dialog title={`Split payment on ${day}`} onClose={() => setSplitting(false)}>
          <SplitForm row={toSplit} setting={setting} act={act} close={() => setSplitting(false)} />
        </Dialog>
      )}
    </span>
  )
}
