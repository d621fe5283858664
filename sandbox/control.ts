// The control address: not SmarterPay's, for tests and people on this machine. No token.
import { parseDate } from '@/lib/calendar-date'
import { type Answer, json } from './answer'
import type { Absence } from './away'
import type { Book, Payment } from './book'
import { stop } from './disable'
import { parseFaults } from './faults'
import { moveOn, setMandate } from './passing'
import { type Seed, seedBook } from './seed'
import { setSwitches } from './switches'
import type { Wire } from './wire'

type Act = (book: Book, given: Record<string, unknown>, query: URLSearchParams) => unknown

class Unfit extends Error {}

const ACTS: Record<string, Act> = {
  'GET /control/state': (book) => state(book),
  'GET /control/log': (book, _given, query) => ({ entries: book.log.since(Number(query.get('since') ?? 0)) }),
  'POST /control/reset': reset,
  'POST /control/plant': plant,
  'GET /control/faults': (book) => ({ faults: book.faults }),
  'POST /control/faults': addFaults,
  'DELETE /control/faults': (book) => {
    book.faults = []
    return { faults: [] }
  },
  'GET /control/switches': (book) => book.switches,
  'POST /control/switches': (book, given) => {
    const fault = setSwitches(book.switches, given)
    if (fault) throw new Unfit(fault)
    return book.switches
  },
  'POST /control/day': setDay,
  'POST /control/mandate': (book, given) => {
    const found = setMandate(book, String(given.id), String(given.status), stop)
    if (!found) throw new Unfit('there is no such mandate')
    return book.mandates.get(String(given.id))
  },
}

/** 200 with JSON, 400 with a sentence, 404 for an act that does not exist. */
export async function control(
  { book, leave }: { book: Book; leave: (absence: Absence) => void },
  method: string,
  path: string,
  query: URLSearchParams,
  body: () => Promise<string>,
): Promise<Answer> {
  const act = path === '/control/away' ? away(leave) : ACTS[`${method} ${path}`]
  if (!act) return json({ message: `There is ${Object.keys(ACTS).join(', ')}` }, { status: 404 })
  try {
    const text = await body()
    const given: unknown = text === '' ? {} : JSON.parse(text)
    if (typeof given !== 'object' || given === null) throw new Unfit('the body must be an object')
    return json(act(book, given as Record<string, unknown>, query))
  } catch (error) {
    if (error instanceof Unfit || error instanceof SyntaxError) return json({ message: error.message }, { status: 400 })
    throw error
  }
}

function state(book: Book): unknown {
  return {
    day: book.clock.today(),
    minutes: book.clock.minutes(),
    switches: book.switches,
    faults: book.faults,
    schedules: [...book.schedules.values()].map(({ wire, customerId }) => ({ ...wire, customer_id: customerId })),
    mandates: [...book.mandates.values()],
    customers: [...book.customers.values()],
    bank_accounts: [...book.bankAccounts.values()],
    cards: [...book.cards.values()],
    payments: [...book.payments.values()],
  }
}

/** `{ empty }` or `{ size?, number? }`, and `{ day? }`; without a day the one it started on. The log goes on. */
function reset(book: Book, given: Record<string, unknown>): unknown {
  if (given.day !== undefined && !isMoment(given.day)) throw new Unfit('day must be YYYY-MM-DD or YYYY-MM-DDTHH:MM')
  if (given.day === undefined) book.empty()
  else book.empty(String(given.day))
  const seed: Seed = given.empty === true ? 'empty' : { ...numberOf(given, 'size'), ...numberOf(given, 'number') }
  seedBook(book, seed)
  return { schedules: book.schedules.size, seq: book.log.entries.at(-1)?.seq ?? 0 }
}

/** `{ ms, how: 'refused' | 'hangs' }`: not to be reached for so long, from the end of this answer on. */
function away(leave: (absence: Absence) => void): Act {
  return (_book, { ms, how = 'refused' }) => {
    if (!Number.isInteger(ms) || (how !== 'refused' && how !== 'hangs')) throw new Unfit('ms and how are needed')
    const absence: Absence = { ms: Number(ms), how }
    leave(absence)
    return absence
  }
}

const isMoment = (value: unknown) =>
  /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(String(value)) && parseDate(String(value).slice(0, 10)) !== null

function numberOf<Name extends string>(given: Record<string, unknown>, name: Name): { [K in Name]?: number } {
  const value = given[name]
  return (Number.isInteger(value) ? { [name]: value } : {}) as { [K in Name]?: number }
}

/** Records as the wire has them; a schedule may carry `customer_id` and `existing_card`, which its answers do not show. */
function plant(book: Book, given: Record<string, unknown>): unknown {
  const list = (name: string): Wire[] => {
    const records = given[name] ?? []
    if (!Array.isArray(records)) throw new Unfit(`${name} must be a list`)
    return records
  }
  for (const { customer_id, existing_card, ...wire } of list('schedules')) {
    const id = wire.id === undefined ? book.newId('RS01') : String(wire.id)
    const mandate = book.mandates.get(String(wire.mandate))
    const customerId = String(customer_id ?? mandate?.customer_account ?? '')
    book.schedules.set(id, {
      wire: { ...wire, id: wire.id ?? id },
      customerId,
      existingCard: existing_card === true,
      standsStill: false,
      handEdited: false,
      behind: null,
    })
  }
  for (const [name, records] of [
    ['mandates', book.mandates],
    ['customers', book.customers],
    ['bank_accounts', book.bankAccounts],
  ] as const) {
    for (const wire of list(name)) records.set(String(wire.id), wire)
  }
  for (const wire of list('cards')) book.cards.set(String(wire.ID), wire)
  for (const wire of list('payments')) book.payments.set(String(wire.id), wire as Payment)
  return { schedules: book.schedules.size }
}

/** `{ faults: [...], add: true }`; without `add` they take the place of those before. */
function addFaults(book: Book, given: Record<string, unknown>): unknown {
  const faults = parseFaults(given.faults)
  if (typeof faults === 'string') throw new Unfit(faults)
  book.faults = given.add === true ? [...book.faults, ...faults] : faults
  return { faults: book.faults }
}

/** `{ day, minutes? }`: the sandbox's day, forward; what has come due is taken. */
function setDay(book: Book, given: Record<string, unknown>): unknown {
  const day = parseDate(String(given.day))
  if (!day) throw new Unfit('day must be YYYY-MM-DD')
  if (day < book.clock.today()) throw new Unfit('days only move on; reset to go back')
  moveOn(book, day, Number.isInteger(given.minutes) ? Number(given.minutes) : book.clock.minutes())
  return { day, minutes: book.clock.minutes() }
}
