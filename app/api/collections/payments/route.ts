import { readPaymentsQuery } from '@/lib/collections/payments-query'
import { circumstances } from '@/lib/server/clock'
import { readPayments } from '@/lib/server/collection-payments'
import { handler } from '@/lib/server/handler'
import { faultless } from '@/lib/server/query-faults'

export const GET = handler('schedules:read', ({ url }) =>
  readPayments(faultless(readPaymentsQuery(url.searchParams, circumstances().now.date))),
)
