import type { Tone } from '@/components/ui/banner'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import type { Flag } from '@/lib/schedules/flags'
import type { ShortGap } from '@/lib/schedules/gaps'
import { fieldLabel } from './fields'

export type Alert = { key: string; tone: Tone; title: string; text: string; showPayments: boolean }

/**
 * What a flag means on the page of its schedule, in sentences; null for what the page says anyway. `missing`: days that
 * the rule gives and SmarterPay's list leaves out.
 */
export function alertOf(flag: Flag, missing: readonly CalendarDate[]): Alert | null {
  switch (flag.kind) {
    case 'unrecognised':
      return {
        key: flag.kind,
        tone: 'warn',
        title: `${flag.parts.length === 1 ? 'One part' : `${flag.parts.length} parts`} of this schedule could not be read: ${flag.parts.map(fieldLabel).join(', ')}.`,
        text: 'SmarterPay’s own text is under Details. The schedule can be viewed, and not edited.',
        showPayments: false,
      }
    case 'overdue':
      return {
        key: flag.kind,
        tone: 'warn',
        title: `The day of the next payment has passed: ${formatDate(flag.date)}.`,
        text: 'SmarterPay still lists it. Whether it was taken stands under the payments taken.',
        showPayments: false,
      }
    case 'dormancy-risk':
      return {
        key: flag.kind,
        tone: 'danger',
        title: `No payment from ${formatDate(flag.from)} to ${formatDate(flag.to)}.`,
        text: 'The mandate may lapse in such a gap, unless another schedule on it collects meanwhile.',
        showPayments: true,
      }
    case 'short-gap':
      return { key: flag.kind, tone: 'warn', ...shortGapWords(flag), showPayments: true }
    case 'not-a-banking-day':
      return {
        key: flag.kind,
        tone: 'warn',
        title: `${formatDate(flag.date)} is not a banking day.`,
        text: `SmarterPay lists a payment there; it will likely be taken on ${formatDate(flag.likely)}.`,
        showPayments: true,
      }
    case 'differs-from-rule':
      return {
        key: flag.kind,
        tone: 'neutral',
        title: `${flag.count === 1 ? '1 payment differs' : `${flag.count} payments differ`} from the rule.`,
        text: `${missingText(missing)}A change of the rule would reset this.`,
        showPayments: true,
      }
    case 'ends-soon':
      return {
        key: flag.kind,
        tone: 'neutral',
        title: `The last payment is on ${formatDate(flag.date)}.`,
        text: 'Nothing is collected after it.',
        showPayments: false,
      }
    case 'locked-next':
    case 'skipped-next':
      return null
  }
}

function missingText(missing: readonly CalendarDate[]): string {
  const [first, ...others] = missing
  if (!first) return ''
  return others.length === 0
    ? `The rule gives ${formatDate(first)}, which SmarterPay’s list leaves out. `
    : `The rule gives ${missing.length} days that SmarterPay’s list leaves out, ${formatDate(first)} first. `
}

function shortGapWords({ first, second, days, why }: ShortGap) {
  const apart = `${formatDate(first)} and ${formatDate(second)}`
  switch (why) {
    case 'closer':
      return {
        title: `Two payments ${days === 1 ? '1 day' : `${days} days`} apart.`,
        text: `${apart} are closer together than the frequency allows.`,
      }
    case 'same-month':
      return { title: 'Two payments in one month.', text: `${apart}: the payer may not expect both.` }
    case 'same-week':
      return { title: 'Two payments in one week.', text: `${apart}: the payer may not expect both.` }
  }
}
