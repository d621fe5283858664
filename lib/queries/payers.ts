import { queryOptions } from '@tanstack/react-query'
import { bff, shapesOf } from './bff'
import { listShape, SCHEDULES_KEY } from './schedules'

// Who stands behind a schedule, and what was taken. Each of these fails alone and never holds up the schedule itself.

const shape = shapesOf(() => import('@/lib/payers/schemas'))
const at = encodeURIComponent

export const mandateQuery = (mandateId: string) =>
  queryOptions({
    queryKey: ['mandates', mandateId],
    queryFn: ({ signal }) => bff(shape('mandateAnswer'), `/api/mandates/${at(mandateId)}`, { signal }),
  })

export const mandateCustomerQuery = (mandateId: string) =>
  queryOptions({
    queryKey: ['mandates', mandateId, 'customer'],
    queryFn: ({ signal }) => bff(shape('customerAnswer'), `/api/mandates/${at(mandateId)}/customer`, { signal }),
  })

export const bankAccountQuery = (mandateId: string) =>
  queryOptions({
    queryKey: ['mandates', mandateId, 'bank-account'],
    queryFn: ({ signal }) => bff(shape('bankAccountAnswer'), `/api/mandates/${at(mandateId)}/bank-account`, { signal }),
  })

export const cardQuery = (cardId: string) =>
  queryOptions({
    queryKey: ['cards', cardId],
    queryFn: ({ signal }) => bff(shape('cardAnswer'), `/api/cards/${at(cardId)}`, { signal }),
  })

export const cardCustomerQuery = (cardId: string) =>
  queryOptions({
    queryKey: ['cards', cardId, 'customer'],
    queryFn: ({ signal }) => bff(shape('customerAnswer'), `/api/cards/${at(cardId)}/customer`, { signal }),
  })

/** Payments taken from a schedule, latest first. */
export const paymentsTakenQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: [...SCHEDULES_KEY, 'one', scheduleId, 'payments'],
    queryFn: ({ signal }) => bff(shape('paymentsTakenAnswer'), `/api/schedules/${at(scheduleId)}/payments`, { signal }),
  })

/** All schedules on a mandate, the one that asks included, as SmarterPay lists them now. */
export const siblingsQuery = (mandateId: string) =>
  queryOptions({
    queryKey: [...SCHEDULES_KEY, 'list', 'mandate', mandateId],
    queryFn: ({ signal }) => bff(listShape, `/api/mandates/${at(mandateId)}/schedules`, { signal }),
  })
