// A schedule in plain English: the sentence of its page as weighted parts, and days as people say them.
import { type CalendarDate, daysBetween, formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { asSent, dayText, everyText, frequencyText } from './frequency-words'
import type { Schedule } from './model'
import { standingOf } from './standing'

/** Facts carry weight on the screen; the rest is plain. */
export type SentencePart = { text: string; fact: boolean }

const plain = (text: string): SentencePart => ({ text, fact: false })
const fact = (text: string): SentencePart => ({ text, fact: true })

const DAYS_PER_MONTH = 365.25 / 12
const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

/** "today", "in 21 days", "in 8 weeks", "in 4 months", "3 days ago": to stand beside the real date, never instead of it. */
export function relativeDay(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date)
  const far = Math.abs(days)
  if (far === 0) return 'today'
  if (far === 1) return days > 0 ? 'tomorrow' : 'yesterday'
  const months = Math.round(far / DAYS_PER_MONTH)
  const span =
    far < 28
      ? counted(far, 'day')
      : far < 88
        ? counted(Math.round(far / 7), 'week')
        : months < 24
          ? counted(months, 'month')
          : counted(Math.round(months / 12), 'year')
  return days > 0 ? `in ${span}` : `${span} ago`
}

/** "on the 19th of every month", "every Tuesday", "on the 1st of the month, every 3 months". */
function cadenceParts(schedule: Schedule): SentencePart[] {
  const { collectionPeriod, collectionStretch } = schedule
  if (collectionPeriod === 'unrecognised' || collectionStretch === null)
    return [plain(`, at a frequency that is not known here (${frequencyText(schedule)}),`)]
  const dayName = dayText(schedule)
  if (collectionPeriod === 'weekly') {
    if (collectionStretch > 1)
      return [
        plain(' '),
        fact(everyText('week', collectionStretch)),
        ...(dayName ? [plain(' on '), fact(dayName)] : []),
      ]
    return dayName ? [plain(' every '), fact(dayName)] : [plain(' '), fact('every week')]
  }
  const every = everyText('month', collectionStretch)
  if (dayName === null) return [plain(' '), fact(every), plain(', on a day that is not known,')]
  if (collectionStretch === 1) return [plain(' on the '), fact(`${dayName} of ${every}`)]
  return [plain(' on the '), fact(`${dayName} of the month, ${every},`)]
}

/** "in 12 weekly instalments", "in 8 instalments on the 1st of every month". */
function instalmentParts(schedule: Schedule): SentencePart[] {
  const { instalments, collectionPeriod, collectionStretch } = schedule
  const count = instalments === null ? 'a number of instalments that is not known' : counted(instalments, 'instalment')
  if (collectionPeriod === 'weekly' && collectionStretch === 1 && instalments !== null)
    return [plain(` in ${instalments} weekly instalment${instalments === 1 ? '' : 's'}`)]
  return [plain(` in ${count}`), ...cadenceParts(schedule)]
}

function moneyParts(schedule: Schedule): SentencePart[] {
  const { amount, kind, method } = schedule
  const sum = amount === null ? plain('An amount that could not be read,') : fact(formatPounds(amount))
  const by = {
    'direct-debit': ' by Direct Debit.',
    card: ' by card.',
    unrecognised: `, by a method that is not known here (${asSent(schedule, 'method')}).`,
  }
  const how = plain(by[method])
  if (kind === 'plan') return [sum, ...instalmentParts(schedule), how]
  if (kind === 'ongoing') return [sum, ...cadenceParts(schedule), how]
  return [sum, plain(`, of a type that is not known here (${asSent(schedule, 'kind')}),`), how]
}

const dated = (date: CalendarDate) => fact(formatDate(date))

function dueParts(schedule: Schedule): SentencePart[] {
  const standing = standingOf(schedule)
  switch (standing.kind) {
    case 'inactive':
      return [plain(' Inactive, no upcoming payments.')]
    case 'finished':
      return [plain(' No upcoming payments. This schedule has finished.')]
    case 'status-unrecognised':
      return [plain(` Its status is not known here (${asSent(schedule, 'status')}), so nothing can be called due.`)]
    case 'list-unreadable':
      return [
        plain(' The upcoming payments could not be read.'),
        ...(standing.nextDate ? [plain(' SmarterPay’s next date is '), dated(standing.nextDate), plain('.')] : []),
      ]
    case 'running': {
      const { next, skipped } = standing
      if (next === null)
        return [
          plain(
            ` No payment is due: ${skipped.length === 1 ? 'the one listed is' : `all ${skipped.length} listed are`} skipped.`,
          ),
        ]
      const usual = schedule.kind === 'ongoing' && next.amount === schedule.amount
      const [first] = skipped
      const omitted =
        skipped.length > 1
          ? [plain(` ${skipped.length} payments before it are skipped.`)]
          : first
            ? [plain(' Skipped: '), dated(first.date), plain('.')]
            : []
      return [
        plain(' Next payment '),
        ...(usual ? [] : [fact(formatPounds(next.amount)), plain(' on ')]),
        dated(next.date),
        plain('.'),
        ...omitted,
      ]
    }
  }
}

function endParts(schedule: Schedule): SentencePart[] {
  const { kind, endDate, unreadable, upcoming } = schedule
  const standing = standingOf(schedule)
  if (standing.kind !== 'running') return []
  if (kind === 'plan') {
    const last = upcoming?.findLast((row) => row.amount > 0)
    if (!last || standing.next === null) return []
    return last === standing.next
      ? [plain(' It is the last one.')]
      : [plain(' Last payment '), dated(last.date), plain('.')]
  }
  if (unreadable.includes('endDate')) return [plain(' Its end date could not be read.')]
  if (kind !== 'ongoing') return []
  return endDate === null ? [plain(' Ongoing, no end date.')] : [plain(' Ends '), dated(endDate), plain('.')]
}

/**
 * The schedule in words, in parts that join without further spaces. Says "next payment" only of a running schedule:
 * an inactive one keeps a next date that is never due.
 */
export function scheduleSentence(schedule: Schedule): SentencePart[] {
  return [...moneyParts(schedule), ...dueParts(schedule), ...endParts(schedule)]
}

export const sentenceText = (parts: readonly SentencePart[]): string => parts.map((part) => part.text).join('')
