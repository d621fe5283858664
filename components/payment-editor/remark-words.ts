// What the editor says of each finding: one switch per kind, which stops compiling when a kind is added. A fix is a command
// that one press does.
import { formatDate, formatLongDate, formatMinutes } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Finding } from '@/lib/schedules/check'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { DraftRow, FieldError } from '@/lib/schedules/draft'
import type { Advice } from '@/lib/schedules/draft-advice'
import type { RowRemark } from '@/lib/schedules/draft-check'
import type { Command } from '@/lib/schedules/draft-commands'
import { changeableUntil } from '@/lib/schedules/notice'

export type Remark = {
  text: string
  /** The field that it is about. */
  part: 'date' | 'amount'
  stops: boolean
  fix?: { label: string; command: Command }
}

type Said = Omit<Remark, 'stops'>

function fieldText({ part, problem }: FieldError): Said {
  if (part === 'date')
    return {
      part,
      text: problem === 'empty' ? 'Type a payment date.' : 'Type a date as dd/mm/yyyy, 20 jan or +3wd.',
    }
  return {
    part,
    text: problem === 'empty' ? 'Type an amount, or 0.00 for no payment.' : 'Type an amount in pounds, such as 25.32.',
  }
}

function findingText(finding: Extract<Finding, { row: number }>, row: DraftRow, c: Circumstances): Said {
  switch (finding.kind) {
    case 'past':
      return {
        part: finding.part,
        text:
          finding.was && finding.was <= c.now.date ? 'In the past: too late to change.' : 'Choose a day after today.',
      }
    case 'locked':
      return {
        part: finding.part,
        text: `Too late: the earliest date is ${formatDate(finding.earliest)}.`,
        fix: {
          label: `Use ${formatDate(finding.earliest)}`,
          command: { kind: 'move', row: row.id, to: finding.earliest },
        },
      }
    case 'not-a-banking-day': {
      const why = finding.holiday ? `${finding.holiday}, not a banking day.` : 'Not a banking day.'
      const next = formatDate(finding.movesTo)
      if (!finding.stops) return { part: 'date', text: `${why} Likely ${next}.` }
      return {
        part: 'date',
        text: why,
        fix: { label: `Use ${next}`, command: { kind: 'move', row: row.id, to: finding.movesTo } },
      }
    }
    case 'same-day':
      return { part: 'date', text: 'Another payment is on this day.' }
    case 'short-notice':
      return {
        part: 'date',
        text: `Short notice: the payer should have been told by ${formatDate(finding.latestNoticeDay)}.`,
      }
    case 'calendar-not-known':
      return { part: 'date', text: 'The bank holidays of this year are not known yet.' }
  }
}

function slipText({ usual, times, meant }: Extract<Advice, { kind: 'slip' }>, row: DraftRow): Said {
  const amount = formatPounds(row.amount ?? 0)
  const size = times > 1 ? `${times} times the usual` : `a ${Math.round(1 / times)}th of the usual`
  return {
    part: 'amount',
    text: `${amount} is ${size} ${formatPounds(usual)}.`,
    fix: { label: `Use ${formatPounds(meant)}`, command: { kind: 'set-amount', rows: [row.id], amount: meant } },
  }
}

function adviceText(advice: Advice, row: DraftRow): Said {
  switch (advice.kind) {
    case 'slip':
      return slipText(advice, row)
    case 'short-gap':
      return {
        part: 'date',
        text: `Only ${advice.days} ${advice.days === 1 ? 'day' : 'days'} from the payment on ${formatDate(advice.other)}.`,
      }
    case 'two-in-one':
      return {
        part: 'date',
        text: `A second payment in one ${advice.why === 'same-month' ? 'month' : 'week'}: the other is on ${formatDate(advice.other)}.`,
      }
    case 'long-gap':
      return {
        part: 'date',
        text: `No payment between ${formatDate(advice.from)} and ${formatDate(advice.to)}: the mandate may lapse.`,
      }
  }
}

/** One remark in words. `c`: London's time now and the settings. */
export function remarkWords(remark: RowRemark, row: DraftRow, c: Circumstances): Remark {
  switch (remark.kind) {
    case 'field':
      return { ...fieldText(remark.error), stops: true }
    case 'finding':
      return { ...findingText(remark.finding, row, c), stops: remark.stops }
    case 'advice':
      return { ...adviceText(remark.advice, row), stops: false }
  }
}

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** What concerns the whole list and keeps it from being saved; null for what needs no words while editing. */
export function wholeText(finding: Finding): string | null {
  switch (finding.kind) {
    case 'plan-total-differs':
      return finding.byPence < 0
        ? `Place ${formatPounds(-finding.byPence)} before saving.`
        : `Take ${formatPounds(finding.byPence)} off before saving.`
    case 'plan-count-differs':
      return finding.by < 0
        ? `${count(-finding.by, 'instalment')} missing: a plan keeps its number of instalments.`
        : `${count(finding.by, 'instalment')} too many: a plan keeps its number of instalments.`
    case 'removed-too-late':
      return `The payment of ${formatDate(finding.date)} is too late to remove.`
    case 'notice-passed-for-removed':
      return `Short notice: the payer should have been told of ${formatDate(finding.date)} by ${formatDate(finding.latestNoticeDay)}.`
    case 'list-unreadable':
      return 'SmarterPay’s list could not be read, so it cannot be changed.'
    case 'unrecognised':
      return `SmarterPay’s ${finding.part} of this schedule is not recognised, so it cannot be changed here.`
    case 'not-active':
      return 'This schedule is inactive.'
    default:
      return null
  }
}

/** "Can be changed until Wednesday 16 December 2026, 22:00". */
export function untilWords(row: DraftRow, c: Circumstances): string {
  if (!row.listed) return ''
  const until = changeableUntil(row.listed.date, c)
  return `Can be changed until ${formatLongDate(until.date)}, ${formatMinutes(until.minutes)}`
}
