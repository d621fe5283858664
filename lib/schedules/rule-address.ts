import { poundsText } from '@/lib/money'
import type { RuleIntent } from './draft-scope'
import { typedDate } from './typed'

/** Where the form of the rule opens with an intention filled in; nothing is sent by it. */
export function ruleAddress(
  id: string,
  { amount, collectionDay, nextCollectionDate, instalments }: RuleIntent,
): string {
  const names = {
    ...(amount !== undefined && { amount: poundsText(amount) }),
    ...(collectionDay !== undefined && { day: String(collectionDay) }),
    ...(nextCollectionDate !== undefined && { next: typedDate(nextCollectionDate) }),
    ...(instalments !== undefined && { instalments: String(instalments) }),
  }
  return `/schedules/${encodeURIComponent(id)}/edit?${new URLSearchParams(names)}`
}
