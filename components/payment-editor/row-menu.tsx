'use client'

import {
  ArrowDownToLine,
  CircleSlash,
  Ellipsis,
  Pin,
  PinOff,
  RotateCcw,
  Split,
  StepBack,
  StepForward,
  Trash2,
  Undo2,
} from 'lucide-react'
import { IconButton, TextButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { toPence } from '@/lib/money'
import { type DraftRow, restoredAmount, type Setting } from '@/lib/schedules/draft'
import { type Command, canAdd } from '@/lib/schedules/draft-commands'

const DAYS_TO_SECOND_HALF = 5

export type RowMenuProps = {
  row: DraftRow
  /** The payment's long date, for names. */
  day: string
  touched: boolean
  setting: Setting
  act: (command: Command) => void
}

/** Two halves, the odd penny on the first, the second a working week later. */
function splitCommand(row: DraftRow, { c }: Setting): Command | null {
  if (row.date === null || row.amount === null || row.amount < 2) return null
  return {
    kind: 'split',
    row: row.id,
    first: toPence(Math.ceil(row.amount / 2)),
    secondOn: bankingCalendar(c.extraHolidays).addBankingDays(row.date, DAYS_TO_SECOND_HALF),
  }
}

/** Everything that can be done to one payment; what is done most stands beside it as a button of its own. */
export function RowMenu({ row, day, touched, setting, act }: RowMenuProps) {
  const rows = [row.id]
  const skipped = row.amount === 0
  const canRestore = skipped && restoredAmount(row, setting) !== null
  const split = canAdd(setting) ? splitCommand(row, setting) : null
  const quiet = 'sm:opacity-0 sm:focus-visible:opacity-100 sm:group-focus-within:opacity-100 sm:group-hover:opacity-100'
  return (
    <span className="inline-flex items-center gap-3">
      <TextButton
        aria-label={`Copy amount down from ${day}`}
        className={`whitespace-nowrap max-lg:hidden ${quiet}`}
        onClick={() => act({ kind: 'copy-down', row: row.id })}
      >
        Copy amount down
      </TextButton>
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
          const item = (icon: typeof Pin, words: string, command: Command) => (
            <MenuItem
              icon={icon}
              onClick={() => {
                close()
                act(command)
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
              {split && item(Split, 'Split into two', split)}
              {setting.kind === 'plan' &&
                item(row.pinned ? PinOff : Pin, row.pinned ? 'Unpin amount' : 'Pin amount', {
                  kind: 'pin',
                  rows,
                  pinned: !row.pinned,
                })}
              {touched && <MenuLine />}
              {touched && row.listed && item(Undo2, 'Put back as SmarterPay has it', { kind: 'reset', rows })}
              {!row.listed && item(Trash2, 'Remove', { kind: 'remove', rows })}
            </>
          )
        }}
      </Menu>
    </span>
  )
}
