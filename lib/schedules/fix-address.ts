// What a warning wants mended, as it stands in the address of a schedule's page.
import { type CalendarDate, parseDate } from '@/lib/calendar-date'

export const FIXES = ['short-gap', 'not-a-banking-day', 'double-take', 'dormancy', 'dormancy-amber'] as const
export type FixKind = (typeof FIXES)[number]

/** `date`: of the payment that the warning is about; null where it names none. */
export type Fix = { kind: FixKind; date: CalendarDate | null }

/** "short-gap" or "short-gap.2026-07-01", as it stands in an address; null for anything else. */
export function parseFix(text: string): Fix | null {
  const [word, day] = text.split('.')
  const kind = FIXES.find((one) => one === word)
  return kind ? { kind, date: parseDate(day ?? '') } : null
}
export const fixText = ({ kind, date }: Fix): string => (date ? `${kind}.${date}` : kind)
