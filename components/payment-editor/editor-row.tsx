'use client'

import {
  ArrowRight,
  Circle,
  CircleAlert,
  CircleSlash,
  Lock,
  type LucideIcon,
  Pencil,
  Pin,
  Plus,
  TriangleAlert,
} from 'lucide-react'
import { memo, useId } from 'react'
import { TextButton } from '@/components/ui/button'
import { dayOfMonth, formatDate, formatLongDate, weekdayName } from '@/lib/calendar-date'
import { formatPounds, poundsText } from '@/lib/money'
import { type DraftRow, isFixed, isTouched, ruleFor, type Setting } from '@/lib/schedules/draft'
import type { RowRemark } from '@/lib/schedules/draft-check'
import type { Command } from '@/lib/schedules/draft-commands'
import { ordinal } from '@/lib/schedules/frequency-words'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { changeableUntil, noticeClass } from '@/lib/schedules/notice'
import { momentText, weekdayAndDay } from '@/lib/schedules/payment-words'
import { shortWeekday, typedDate } from '@/lib/schedules/typed'
import { columnsOf } from './list-columns'
import { type Remark, remarkWords } from './remark-words'
import { RowMenu } from './row-menu'
import { TypedField } from './typed-field'

const CELL = 'min-w-0 border-line border-b px-2 py-1.5 text-small/7 first:pl-0 last:pr-0'
/**
 * What changes in a row is laid out and painted there alone. Not `content-visibility`, which would be cheaper still: what is out
 * of sight would be no part of the accessibility tree. The rings of what has the focus reach over a row's edges.
 */
const APART = '[contain:content] [overflow-clip-margin:4px]'
const NOTICE = { locked: 'Locked', 'short-notice': 'Short notice', 'notice-safe': 'Notice-safe' } as const

type State = { word: string; icon: LucideIcon; look: string }

/** What became of a row in this draft, as the calendar's chips name it too. */
export function rowState(row: DraftRow, fixed: boolean): State {
  const drafted = 'font-medium text-accent'
  const { listed } = row
  if (fixed) return { word: 'Locked', icon: Lock, look: 'text-ink-2' }
  if (!listed) return { word: 'Added', icon: Plus, look: drafted }
  const skipped = row.amount === 0
  if (skipped && listed.amount > 0) return { word: 'Skipped', icon: CircleSlash, look: drafted }
  if (row.date !== listed.date) return { word: 'Moved', icon: ArrowRight, look: drafted }
  if (row.amount !== listed.amount)
    return listed.amount === 0
      ? { word: 'Restored', icon: Circle, look: drafted }
      : { word: 'Edited', icon: Pencil, look: drafted }
  if (skipped) return { word: 'Skipped', icon: CircleSlash, look: 'font-medium text-ink' }
  return { word: 'Scheduled', icon: Circle, look: 'text-ink-2' }
}

/** "Was Tue 19 Jan 2027, £25.32": what SmarterPay holds, where it differs; else how SmarterPay's row comes from the rule. */
function comparedText(row: DraftRow, setting: Setting): string {
  const { listed, date, amount } = row
  if (!listed) return 'Not in SmarterPay yet'
  const parts = [
    ...(date === listed.date ? [] : [formatDate(listed.date)]),
    ...(amount === listed.amount ? [] : [listed.amount === 0 ? 'skipped (£0.00)' : formatPounds(listed.amount)]),
  ]
  return parts.length === 0 ? ruleText(row, listed, setting) : `Was ${parts.join(', ')}`
}

function ruleText(row: DraftRow, listed: UpcomingPayment, setting: Setting): string {
  const given = ruleFor(row, setting)
  if (given === null) return ''
  const parts = [
    ...(given.date === listed.date ? [] : [weekdayAndDay(given.date)]),
    ...(given.amount === listed.amount ? [] : [formatPounds(given.amount)]),
  ]
  if (parts.length > 0) return `Differs from the rule (rule: ${parts.join(', ')})`
  return given.nominal === given.date
    ? ''
    : `Rule: ${ordinal(dayOfMonth(given.nominal))}, moved on from ${weekdayName(given.nominal)}`
}

function Remarks({ id, remarks, act }: { id: string; remarks: readonly Remark[]; act: (command: Command) => void }) {
  return (
    <ul id={id} className="grid gap-0.5 text-small/5">
      {remarks.map(({ text, stops, fix }) => {
        const Icon = stops ? CircleAlert : TriangleAlert
        return (
          <li key={text} className={`relative pl-5 ${stops ? 'text-danger' : 'text-warn'}`}>
            <Icon aria-hidden size={14} strokeWidth={1.9} className="absolute top-[3px] left-0" />
            <span className="mr-1.5 font-medium">{text}</span>
            {fix && <TextButton onClick={() => act(fix.command)}>{fix.label}</TextButton>}
          </li>
        )
      })}
    </ul>
  )
}

export type EditorRowProps = {
  row: DraftRow
  selected: boolean
  onSelect: (row: string, reach: boolean) => void
  remarks: readonly RowRemark[]
  setting: Setting
  act: (command: Command) => void
  onApplyTo: (row: string) => void
  onPaste: (row: string, column: 'date' | 'amount', block: string) => void
}

/** One payment of the draft as a row of the list. Redraws only when its own row, remarks or the day change. */
export const EditorRow = memo(function EditorRow(props: EditorRowProps) {
  const { row, selected, onSelect, remarks, setting, act, onApplyTo, onPaste } = props
  const remarksId = useId()
  const { c, method } = setting
  const fixed = isFixed(row, setting)
  const said = remarks.map((remark) => remarkWords(remark, row, c))
  const stopped = (part: Remark['part']) => said.some((remark) => remark.stops && remark.part === part)
  const named = row.listed?.date ?? row.date
  const day = named ? formatLongDate(named) : 'new payment'
  const state = rowState(row, fixed)
  const notice = row.date && noticeClass(row.date, method, c)
  const until = row.listed && changeableUntil(row.listed.date, c)
  const describedBy = said.length > 0 ? remarksId : undefined
  const compared = comparedText(row, setting)
  const weekday = row.date && shortWeekday(row.date)
  const changeable = fixed ? 'Too late to change' : until && momentText(until)
  return (
    <tr
      className={`group ${APART} ${columnsOf(method)} max-sm:grid max-sm:grid-cols-[1fr_1fr_auto] max-sm:gap-x-2 max-sm:gap-y-1 max-sm:border-line max-sm:border-b max-sm:py-2.5 ${selected ? 'bg-selected' : ''}`}
    >
      <td
        className={`${CELL} pl-2! max-sm:col-start-3 max-sm:row-start-1 max-sm:border-0 max-sm:p-0 max-sm:text-center ${selected ? 'shadow-[inset_3px_0_0_var(--color-accent)] max-sm:shadow-none' : ''}`}
      >
        {!fixed && (
          <input
            type="checkbox"
            className="tick"
            aria-label={`Select payment on ${day}`}
            checked={selected}
            onChange={(event) =>
              onSelect(row.id, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
            }
          />
        )}
      </td>
      <td className={`${CELL} max-sm:row-start-2 max-sm:border-0 max-sm:p-0`}>
        <span className="flex items-center gap-2.5">
          <span className="w-32 max-sm:w-full">
            <TypedField
              name={`Payment date, ${day}`}
              text={row.unreadDate ?? (row.date ? typedDate(row.date) : '')}
              column="date"
              changed={row.unreadDate !== null || row.date !== (row.listed?.date ?? null)}
              invalid={stopped('date')}
              locked={fixed}
              describedBy={describedBy}
              onCommit={(text) => act({ kind: 'type-date', row: row.id, text })}
              onPaste={(block) => onPaste(row.id, 'date', block)}
            />
          </span>
          <span className="w-8 text-ink-3 max-sm:hidden">{weekday}</span>
        </span>
      </td>
      <td className={`${CELL} max-sm:row-start-2 max-sm:border-0 max-sm:p-0`}>
        <span className="ml-auto block w-30 max-sm:w-full">
          <TypedField
            name={`Amount in pounds, ${day}`}
            text={row.unreadAmount ?? (row.amount === null ? '' : poundsText(row.amount))}
            column="amount"
            changed={row.unreadAmount !== null || row.amount !== (row.listed?.amount ?? null)}
            invalid={stopped('amount')}
            locked={fixed}
            describedBy={describedBy}
            onCommit={(text) => act({ kind: 'type-amount', row: row.id, text })}
            onPaste={(block) => onPaste(row.id, 'amount', block)}
            prefix={
              <span aria-hidden className="text-ink-3">
                £
              </span>
            }
          />
        </span>
      </td>
      <td
        className={`${CELL} pl-6! max-sm:col-span-2 max-sm:col-start-1 max-sm:row-start-1 max-sm:border-0 max-sm:p-0!`}
      >
        <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${state.look}`}>
          <state.icon aria-hidden size={14} strokeWidth={1.9} className="flex-none" />
          {state.word}
          <span className="font-regular text-ink-3 sm:hidden">{weekday}</span>
          {row.pinned && <Pin aria-label="Pinned" size={14} strokeWidth={1.9} className="flex-none text-ink-2" />}
        </span>
      </td>
      <td className={`${CELL} max-sm:col-span-3 max-sm:border-0 max-sm:p-0`}>
        {compared && <span className="block text-ink-2">{compared}</span>}
        {changeable && (
          <span className={`block text-ink-3 text-micro lg:hidden ${compared ? '' : 'leading-7'}`}>
            {fixed ? changeable : `Can be changed until ${changeable}`}
          </span>
        )}
        {said.length > 0 && <Remarks id={remarksId} remarks={said} act={act} />}
      </td>
      {method !== 'card' && (
        <>
          <td
            className={`${CELL} whitespace-nowrap normal-nums max-lg:hidden ${notice === 'short-notice' ? 'text-warn' : 'text-ink-2'}`}
          >
            {notice && NOTICE[notice]}
          </td>
          <td className={`${CELL} whitespace-nowrap text-ink-2 max-lg:hidden`}>{changeable}</td>
        </>
      )}
      <td className={`${CELL} text-right max-sm:col-start-3 max-sm:row-start-2 max-sm:border-0 max-sm:p-0`}>
        {!fixed && (
          <RowMenu row={row} day={day} touched={isTouched(row)} setting={setting} act={act} onApplyTo={onApplyTo} />
        )}
      </td>
    </tr>
  )
})
