// What the editor says beside a row: the words of each finding are finding-words.ts's; here stand those of fields and advice,
// and the fixes: commands that one press does.
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Finding } from '@/lib/schedules/check'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Draft, DraftRow, FieldError } from '@/lib/schedules/draft'
import type { Advice } from '@/lib/schedules/draft-advice'
import type { DraftJudgement, RowRemark } from '@/lib/schedules/draft-check'
import type { Command } from '@/lib/schedules/draft-commands'
import { findingWords } from '@/lib/schedules/finding-words'

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
  const part = 'part' in finding ? finding.part : 'date'
  const use = (to: CalendarDate): NonNullable<Remark['fix']> => ({
    label: `Use ${formatDate(to)}`,
    command: { kind: 'move', row: row.id, to },
  })
  switch (finding.kind) {
    case 'past':
      return finding.was && finding.was <= c.now.date
        ? { part, text: 'In the past: too late to change.' }
        : { part, text: 'Choose a day after today.' }
    case 'locked':
      return { part, text: findingWords(finding), fix: use(finding.earliest) }
    case 'not-a-banking-day': {
      const why = finding.holiday ? `${finding.holiday}, not a banking day.` : 'Not a banking day.'
      return finding.stops
        ? { part, text: why, fix: use(finding.movesTo) }
        : { part, text: `${why} Likely ${formatDate(finding.movesTo)}.` }
    }
    default:
      return { part, text: findingWords(finding) }
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

/** What concerns the whole list; null for what needs no words while editing. */
export const wholeText = (finding: Finding): string | null =>
  finding.kind === 'nothing-changed' ? null : findingWords(finding)

/** What is to be looked at again before saving, one line each: of the whole list, then row by row. */
export function reviewChecks(draft: Draft, judgement: DraftJudgement, c: Circumstances): string[] {
  const rows = draft.rows.flatMap((row) =>
    (judgement.remarks.get(row.id) ?? []).map((remark) => {
      const { text } = remarkWords(remark, row, c)
      return row.date ? `${formatDate(row.date)}: ${text}` : text
    }),
  )
  return [...new Set([...judgement.whole.flatMap((finding) => wholeText(finding) ?? []), ...rows])]
}
