// The sandbox's side of a cell: a schedule of its own, what is wanted of it, and the truth afterwards, read from the
// sandbox's own state and log and not through any code of ours.
import { addDays, type CalendarDate } from '@/lib/calendar-date'
import { payment } from '@/lib/schedules/examples'
import type { Wanted } from '@/lib/schedules/judge'
import type { Chance } from '@/sandbox/chance'
import type { Sandbox } from '@/sandbox/server'
import type { Wire } from '@/sandbox/wire'

export type Write = Wanted['action']
export type Case = { write: Write; schedule: string | null; wanted: Wanted; marker: string; planted: Wire | null }

const DATES = [
  '2026-12-15',
  '2027-01-15',
  '2027-02-15',
  '2027-03-15',
  '2027-04-15',
  '2027-05-17',
  '2027-06-15',
  '2027-07-15',
]

export async function control(sandbox: Sandbox, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`control/${path}: ${await response.text()}`)
}

let count = 0

/** A case of its own: nothing else in the sandbox is like it. */
export async function newCase(sandbox: Sandbox, write: Write, chance: Chance): Promise<Case> {
  count += 1
  const marker = `CASE${String(count).padStart(6, '0')}`
  const amount = 1_000 + count
  const mandate = { id: `M${marker}`, auddis: marker, dd_status: 'ongoing collection', customer_account: 'C1' }
  await control(sandbox, 'plant', { mandates: [mandate] })
  if (write === 'create') {
    const wanted: Wanted = {
      action: 'create',
      schedule: {
        kind: 'ongoing',
        method: 'direct-debit',
        auddis: mandate.auddis,
        amount: pence(amount),
        firstCollectionAmount: pence(amount),
        collectionPeriod: 'monthly',
        collectionDay: 15,
        collectionStretch: 1,
        startDate: '2026-12-15' as CalendarDate,
        description: marker,
      },
    }
    return { write, schedule: null, wanted, marker, planted: null }
  }
  const rows = DATES.map((date) => ({ collection_date: date, amount: String(amount) }))
  const wire: Wire = {
    amount: String(amount),
    auddis: mandate.auddis,
    card_id: '',
    collection_day: '15',
    collection_period: 'monthly',
    collection_stretch: '1',
    created_at: '2026-10-01T09:00:00Z',
    custom_reference: '',
    description: marker,
    end_date: '',
    firstCollectionInSameMonthAsNextCollection: false,
    first_collection_amount: String(amount),
    first_collection_date: '2026-10-15',
    id: marker,
    installments: '',
    mandate: mandate.id,
    next_collection_date: '2026-12-15',
    payment_type: 'directdebit',
    start_date: '2026-10-15',
    status: 'active',
    metadata: '',
    type: 'DDOngoingPayment',
    upcoming_payments: JSON.stringify(rows),
  }
  await control(sandbox, 'plant', { schedules: [wire] })
  return { write, schedule: marker, wanted: wantedOf(write, amount, chance), marker, planted: wire }
}

const pence = (amount: number) => payment('2026-12-15', (amount / 100).toFixed(2)).amount

function wantedOf(write: Exclude<Write, 'create'>, amount: number, chance: Chance): Wanted {
  if (write === 'disable') return { action: 'disable' }
  if (write === 'amend') return { action: 'amend', terms: { amount: pence(amount + 500) } }
  const skipped = chance.between(1, DATES.length - 1)
  const payments = DATES.map((date, n) => ({
    // One row is skipped, and the one before the last goes a day later where that is a banking day.
    date: (n === 3 && skipped !== 3 ? addDays(date as CalendarDate, 1) : date) as CalendarDate,
    amount: n === skipped ? pence(0) : pence(amount),
  }))
  return { action: 'replace-upcoming', payments }
}

/** The fault of a case is over; those of others stay. */
export function faultEnds({ book }: Sandbox, { marker }: Case): void {
  book.faults = book.faults.filter(({ match }) => match.id !== marker && match.body !== marker)
}

export type Truth = {
  /** Writes about this case that reached SmarterPay. */
  reached: number
  /** Those that took effect. */
  effects: number
  /** The records that now hold it; more than one only where a create was done twice. */
  records: Wire[]
  /** It stands as it was wanted, to the letter. */
  asWanted: boolean
  /** It stands as it was planted. */
  asBefore: boolean
}

export function truthOf({ book }: Sandbox, given: Case): Truth {
  const { entries } = book.log
  const schedules = [...book.schedules.values()].map(({ wire }) => wire)
  const about = entries.filter(
    ({ method, path, body }) => method !== 'GET' && (path.includes(given.marker) || body?.includes(given.marker)),
  )
  const records = schedules.filter(({ id, description }) =>
    given.schedule ? id === given.marker : description === given.marker,
  )
  const [record] = records
  return {
    reached: about.length,
    effects: about.filter(({ applied }) => applied).length,
    records,
    asWanted: record !== undefined && holds(given.wanted, record),
    asBefore: given.planted
      ? Object.entries(given.planted).every(([name, value]) => record?.[name] === value)
      : records.length === 0,
  }
}

export const rowsIn = (wire: Wire): { collection_date: string; amount: string }[] =>
  wire.upcoming_payments ? JSON.parse(String(wire.upcoming_payments)) : []

function holds(wanted: Wanted, wire: Wire): boolean {
  switch (wanted.action) {
    case 'disable':
      return wire.status === 'inactive'
    case 'amend':
      return wire.amount === String(wanted.terms.amount)
    case 'create':
      return wire.amount === String(wanted.schedule.amount) && wire.status === 'active'
    case 'replace-upcoming':
      return (
        JSON.stringify(rowsIn(wire)) ===
        JSON.stringify(wanted.payments.map(({ date, amount }) => ({ collection_date: date, amount: String(amount) })))
      )
  }
}

type Shown = { id?: unknown; status?: unknown; amount?: unknown; upcoming?: { date: string; amount: number }[] | null }

/** True where what we tell of a schedule is what SmarterPay holds: its id, state, amount and every row. */
export function tellsTheTruth(shown: Shown, wire: Wire): boolean {
  const rows = rowsIn(wire).map(({ collection_date, amount }) => ({ date: collection_date, amount: Number(amount) }))
  return (
    shown.id === wire.id &&
    shown.status === wire.status &&
    shown.amount === Number(wire.amount) &&
    JSON.stringify(shown.upcoming ?? []) === JSON.stringify(rows)
  )
}
