// One state in many spellings: every answer of the real one may spell the same record differently.
import { inOrder, type Wire } from './wire'

const cases = (text: string, turn: number) => {
  const spellings = [text, text.toLowerCase(), text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()]
  return spellings[turn % spellings.length] ?? text
}

/** The same record as `turn` would have it spelled; the values stay what they are. */
export function respelled(wire: Wire, turn: number): Wire {
  const drifted: Wire = { ...wire, id: wire.id }
  for (const name of ['payment_type', 'collection_period']) {
    if (typeof wire[name] === 'string') drifted[name] = cases(String(wire[name]), turn)
  }
  if (/direct/i.test(String(wire.payment_type)))
    drifted.payment_type = ['directdebit', 'directDebit', 'DirectDebit'][turn % 3]
  if (/card/i.test(String(wire.payment_type)))
    drifted.payment_type = ['cardpayment', 'CardPayment', 'cardPayment'][turn % 3]
  for (const name of ['amount', 'first_collection_amount', 'collection_stretch', 'installments']) {
    if (turn % 2 === 1 && /^\d+$/.test(String(wire[name]))) drifted[name] = Number(wire[name])
  }
  const day = String(wire.collection_day)
  if (/^\d{1,2}$/.test(day)) drifted.collection_day = turn % 2 === 1 ? day.padStart(2, '0') : String(Number(day))
  else if (day.toLowerCase() === 'last day') drifted.collection_day = turn % 2 === 1 ? 'Last Day' : 'last day'
  drifted.firstCollectionInSameMonthAsNextCollection = [false, 'False', 'false'][turn % 3]
  if (turn % 3 === 1) absentAs(drifted, null)
  if (turn % 3 === 2) absentAs(drifted, undefined)
  drifted.upcoming_payments = respelledRows(wire.upcoming_payments, turn)
  if (turn % 2 === 1) drifted.edited_by = { id: 'U0100000000000000001' }
  return turn % 2 === 1 ? inOrder(Object.fromEntries(Object.entries(drifted).reverse())) : drifted
}

function absentAs(wire: Wire, none: null | undefined): void {
  for (const name of ['end_date', 'card_id', 'metadata', 'custom_reference', 'installments']) {
    if (wire[name] !== '') continue
    if (none === null) wire[name] = null
    else delete wire[name]
  }
}

function respelledRows(value: unknown, turn: number): unknown {
  if (typeof value !== 'string' || turn % 3 === 0) return value
  try {
    const rows: Wire[] = JSON.parse(value)
    const turned = [...rows].reverse().map((row) => ({
      amount: turn % 2 === 1 ? Number(row.amount) : row.amount,
      collection_date: row.collection_date,
    }))
    return turn % 3 === 1 ? JSON.stringify(turned) : turned
  } catch {
    return value
  }
}
