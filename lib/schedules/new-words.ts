// Each finding on a new schedule in words, the same beside the field and in the BFF's answer: what is so, then the way out.
import { formatDate } from '@/lib/calendar-date'
import type { NewFinding } from './check-new'

/** One or two sentences for people; days as in tables. */
export function newFindingWords(finding: NewFinding): string {
  switch (finding.kind) {
    case 'past':
      return 'This day is today or has passed. Choose a later one.'
    case 'locked':
      return `Too soon to collect. The earliest date is ${formatDate(finding.earliest)}.`
    case 'not-a-banking-day':
      return `${finding.holiday ?? 'A weekend'} is not a banking day. The next one is ${formatDate(finding.movesTo)}.`
    case 'too-far':
      return 'This day is too far in the future.'
    case 'first-before-start':
      return 'The first payment cannot be before the start date.'
    case 'end-not-after-first':
      return 'The end date must be after the first payment.'
    case 'end-before-last':
      return `The last instalment falls on ${formatDate(finding.last)}. End on that day or later, or set no end date.`
    case 'split-impossible':
      return 'The plan has fewer pennies than instalments. Take fewer instalments.'
    case 'short-notice':
      return `Short notice: the payer had to be told by ${formatDate(finding.latestNoticeDay)}.`
    case 'far-ahead':
      return `${formatDate(finding.date)} is more than a year away. Is the year right?`
    case 'calendar-not-known':
      return 'The bank holidays of this year are not known yet.'
    case 'short-gap':
      return finding.why === 'closer'
        ? `Two payments ${finding.days} days apart: ${formatDate(finding.first)} and ${formatDate(finding.second)}.`
        : `Two payments in one ${finding.why === 'same-month' ? 'month' : 'week'}: ${formatDate(finding.first)} and ${formatDate(finding.second)}.`
    case 'dormancy-risk':
      return `No payment from ${formatDate(finding.from)} to ${formatDate(finding.to)}: the mandate may lapse in such a gap, unless another schedule on it collects meanwhile.`
  }
}
