import type { SavedTerms } from './saved-draft'

/** The form of a rule for keeping; of the schedule only the parts that can be changed. */
export function packTerms({ asOf: readAt, text: typedText, keeping, was, why }: SavedTerms): Record<string, unknown> {
  const { amount, collectionDay, collectionStretch, endDate, firstCollectionAmount } = was
  const { firstCollectionDate, startDate, nextCollectionDate, instalments } = was
  const work: SavedTerms & { kind: 'terms'; version: 1 } = {
    kind: 'terms',
    version: 1,
    asOf: readAt,
    text: typedText,
    keeping,
    was: {
      amount,
      collectionDay,
      collectionStretch,
      endDate,
      firstCollectionAmount,
      firstCollectionDate,
      startDate,
      nextCollectionDate,
      instalments,
    },
    why,
  }
  return work
}
