import type { Part } from '@/lib/collections/payments-query'
import type { CollectionsQuery } from '@/lib/collections/query'

/** The page with the single payments behind a figure. `part`: only those of it; without one, all that take money. */
export function paymentsHref(
  { method, kind, source }: CollectionsQuery,
  span: Pick<CollectionsQuery, 'from' | 'to'>,
  ...parts: Part[]
): string {
  // Days and words of ours alone, which an address carries as they are; a table has hundreds of these.
  const asked = [
    `from=${span.from}&to=${span.to}`,
    ...named('method', method),
    ...named('kind', kind),
    ...named('source', source),
    ...named('band', parts),
  ]
  return `/collections/payments?${asked.join('&')}`
}

const named = (name: string, words: readonly string[] | undefined): string[] =>
  words && words.length > 0 ? [`${name}=${words.join(',')}`] : []
