// The read-only neighbours of a schedule: mandate, customer, bank account, cards, payments taken.
// Shapes of the first four as SmarterPay's public wiki gives them; the payment's wrapper and the filters of its list are guesses.
import { type Answer, json, noContent, Refused } from './answer'
import type { Book } from './book'
import { pageOf } from './list'
import type { Wire } from './wire'

type Resource = {
  wrapper: string
  records: (book: Book) => Map<string, Wire>
  order?: string
  filters: Record<string, string>
}

const SINGLE: Record<string, Resource> = {
  mandate: { wrapper: 'Mandate', records: (book) => book.mandates, filters: {} },
  customeraccount: { wrapper: 'Customer_Account', records: (book) => book.customers, filters: {} },
  bankaccount: { wrapper: 'bank_account', records: (book) => book.bankAccounts, filters: {} },
  payment: { wrapper: 'payment', records: (book) => book.payments, filters: {} },
}
const PLURAL: Record<string, Resource> = {
  cards: {
    wrapper: 'cards',
    records: (book) => book.cards,
    filters: { id: 'ID', customer_id: 'customer_id', status: 'status' },
  },
  payments: {
    wrapper: 'payments',
    records: (book) => book.payments,
    order: 'collection_date',
    filters: {
      mandate_id: 'mandate',
      card_id: 'card_id',
      recurrence_schedule_id: 'recurrence_schedule',
      customer_id: 'customer_account',
      status: 'status',
    },
  },
}

export const isSingle = (resource: string) => resource in SINGLE
export const isPlural = (resource: string) => resource in PLURAL

export function readOne(book: Book, resource: string, id: string): Answer {
  const kind = SINGLE[resource]
  const record = kind?.records(book).get(id)
  if (!kind || !record) throw new Refused(404, `No ${resource} has the id ${id}`)
  return json({ [kind.wrapper]: record })
}

/** In order of creation, or of `collection_date` for payments; `sort_order` desc turns it round. */
export function readList(book: Book, resource: string, query: URLSearchParams): Answer {
  const kind = PLURAL[resource]
  if (!kind) throw new Refused(404, 'No such resource')
  const { limit, page } = pageOf(query, book.switches)
  const { order, filters } = kind
  const found = [...kind.records(book).values()].filter((record) =>
    Object.entries(filters).every(([name, property]) => {
      const wanted = query.get(name)
      return !wanted || record[property] === wanted
    }),
  )
  if (order)
    found.sort((a, b) => (String(a[order]) < String(b[order]) ? -1 : String(a[order]) > String(b[order]) ? 1 : 0))
  if (query.get('sort_order') === 'desc') found.reverse()
  const rows = found.slice((page - 1) * limit, page * limit)
  return rows.length === 0 && page > 1 && book.switches.pastTheEnd === 'no-content'
    ? noContent()
    : json({ [kind.wrapper]: rows })
}
