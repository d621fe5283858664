// What the edit page holds between opening and confirming, and how one part of it is set.
import type { TermsPart } from '@/lib/schedules/check-terms'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { type TermsText, termsTextOf } from '@/lib/schedules/terms-text'

/** The element of a part's field: summaries of problems lead there. */
export const fieldId = (part: TermsPart): string => `terms-${part}`

export type SetText = (change: Partial<TermsText>) => void

/** The fields of the form that hold one part. */
const FIELDS: Record<TermsPart, readonly (keyof TermsText)[]> = {
  amount: ['amount'],
  collectionDay: ['collectionDay'],
  collectionStretch: ['collectionStretch'],
  endDate: ['ends', 'endDate'],
  firstCollectionAmount: ['firstCollectionAmount'],
  firstCollectionDate: ['firstCollectionDate'],
  nextCollectionDate: ['nextCollectionDate'],
  instalments: ['instalments'],
  firstTwoInSameMonth: ['firstTwoInSameMonth'],
}

/** A form on a newer reading, with these parts as they were typed on the older one. */
export function carriedOver(text: TermsText, parts: readonly TermsPart[], { schedule }: ScheduleAnswer): TermsText {
  const fields = parts.flatMap((part) => FIELDS[part])
  return { ...termsTextOf(schedule), ...Object.fromEntries(fields.map((field) => [field, text[field]])) }
}
