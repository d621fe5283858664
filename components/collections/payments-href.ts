import { PAYMENTS_SIZE, type Part, paymentsParams } from '@/lib/collections/payments-query'
import type { CollectionsQuery } from '@/lib/collections/query'

/** The page with the single payments behind a figure. `part`: only those of it; without one, all that take money. */
export function paymentsHref(
  { method, kind, source }: CollectionsQuery,
  span: Pick<CollectionsQuery, 'from' | 'to'>,
  ...parts: Part[]
): string {
  const params = paymentsParams({
    from: span.from,
    to: span.to,
    ...(method && { method }),
    ...(kind && { kind }),
    ...(source && { source }),
    ...(parts.length > 0 && { band: parts }),
    sort: 'date',
    page: 1,
    size: PAYMENTS_SIZE,
  })
  return `/collections/payments?${params}`
}
