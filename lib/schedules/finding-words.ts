// Each finding in words, the same beside the row and in the BFF's answer: what is so, then the way out.
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Finding } from './check'

const rows = (count: number) => (Math.abs(count) === 1 ? '1 payment' : `${Math.abs(count)} payments`)

/** One sentence for people; amounts in pounds, days as in tables. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'list-unreadable':
      return 'The upcoming payments could not be read, so they cannot be changed here.'
    case 'not-active':
      return 'This schedule is inactive: there is nothing to change.'
    case 'unrecognised':
      return 'SmarterPay sent something about this schedule that is not recognised, so it can only be looked at.'
    case 'nothing-changed':
      return 'Nothing has been changed.'
    case 'nothing-left':
      return 'No payment would be left. Skip payments that are not to be taken; a team lead can disable the schedule.'
    case 'past':
      return finding.was === null
        ? 'This day has passed. Choose a later one.'
        : `Too late to change: the payment of ${formatDate(finding.was)} is today’s or has passed, or the new day has.`
    case 'locked':
      return `Too late to change. The earliest date is ${formatDate(finding.earliest)}.`
    case 'removed-too-late':
      return `The payment of ${formatDate(finding.date)} is too late to change, so it cannot be taken out.`
    case 'not-a-banking-day':
      return `${finding.holiday ?? 'A weekend'} is not a banking day. The next one is ${formatDate(finding.movesTo)}.`
    case 'same-day':
      return 'Another payment is already on this day.'
    case 'plan-total-differs':
      return finding.byPence < 0
        ? `Place ${formatPounds(-finding.byPence)} before saving: the plan must add up.`
        : `Take out ${formatPounds(finding.byPence)} before saving: the plan must add up.`
    case 'plan-count-differs':
      return finding.by < 0
        ? `${rows(finding.by)} missing: the plan keeps its number of instalments. A payment of £0.00 counts.`
        : `${rows(finding.by)} too many: the plan keeps its number of instalments.`
    case 'short-notice':
      return `Short notice: the payer had to be told by ${formatDate(finding.latestNoticeDay)}.`
    case 'notice-passed-for-removed':
      return `Short notice for the payment of ${formatDate(finding.date)}: the payer had to be told by ${formatDate(finding.latestNoticeDay)}.`
    case 'calendar-not-known':
      return 'The bank holidays of this year are not known yet.'
  }
}
