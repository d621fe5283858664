// The few records of a book that tests and people look for: known references, odd texts, long lists, unreadable ones.
import type { CalendarDate } from '@/lib/calendar-date'
import type { StoredSchedule } from './book'
import { monthsFrom } from './seed-ordinary'
import type { Wanted } from './seed-schedules'
import { ODD_TEXTS } from './seed-words'

const PLAIN: Omit<Wanted, 'firstDate'> = {
  line: 'MEM',
  plan: false,
  card: false,
  period: 'monthly',
  stretch: 1,
  day: 15,
  amount: 2532,
  firstAmount: null,
  instalments: null,
  endDate: null,
  inactive: false,
  edit: 'none',
  reference: '',
  description: 'Membership',
  metadata: '',
}

export type Known = { id: string; wanted: Wanted; samePayerAs?: string; spoil?: (stored: StoredSchedule) => void }

/** Schedules under ids that stay the same from one seeding to the next; dates follow the day. */
export function knownSchedules(today: CalendarDate): Known[] {
  const from = (months: number, day: number) => monthsFrom(today, months, day)
  const known = (id: string, months: number, changes: Partial<Wanted>): Known => {
    const wanted = { ...PLAIN, ...changes }
    return {
      id,
      wanted: { ...wanted, firstDate: changes.firstDate ?? from(months, wanted.day === 'last day' ? 31 : wanted.day) },
    }
  }
  const cast = [
    known('FTBRS00098214', -30, {
      line: 'LEASE',
      reference: 'LEASE-0907-A',
      description: 'Unit 9, Harbour Lane',
      amount: 64_000,
      day: 1,
    }),
    known('FTBRS00118846', -5, {
      line: 'LEASE',
      reference: 'LEASE-3318-B',
      description: 'Storage unit',
      amount: 1850,
      period: 'weekly',
      firstDate: from(-5, 2),
    }),
    known('RS02174KQ8XWM5VB1Z6M', -14, { reference: 'MEM-198802', amount: 1499, card: true, day: 1 }),
    known('FTBRS00101655', -23, {
      line: 'INS',
      reference: 'INS-7702-11',
      description: 'Landlord policy',
      amount: 12_000,
      stretch: 12,
      day: 2,
    }),
    known('FTBRS00120417', -1, {
      line: 'ARR',
      reference: 'ARR-55120',
      description: 'Arrears arrangement',
      plan: true,
      period: 'weekly',
      amount: 60_000,
      instalments: 12,
      firstDate: from(-1, 9),
    }),
    known('FTBRS00107731', -18, { reference: '', description: '', amount: 72_500, day: 3 }),
    known('RS0216YH2N7T4ZKC5N8K', -2, {
      line: 'ARR',
      reference: 'MEM-187450',
      description: 'Course fees',
      card: true,
      plan: true,
      amount: 50_000,
      instalments: 6,
      day: 4,
    }),
    known('FTBRS00121190', 1, {
      line: 'INS',
      reference: 'INS-7741-02',
      description: 'Boiler cover',
      plan: true,
      amount: 42_500,
      instalments: 10,
      day: 4,
    }),
    known('FTBRS00119902', -11, { reference: 'MEM-210036', edit: 'skipped', day: 5 }),
    known('FTBRS00110648', -16, { reference: 'MEM-201119', edit: 'moved', day: 6 }),
    known('FTBRS00117205', -8, {
      line: 'ARR',
      reference: 'ARR-55098',
      description: 'Payment arrangement',
      plan: true,
      amount: 33_330,
      instalments: 10,
      day: 7,
    }),
    known('FTBRS00112980', -20, { reference: 'MEM-204902', edit: 'amount', day: 7 }),
    {
      ...known('FTBRS00116038', -3, {
        line: 'ARR',
        reference: 'ARR-54871',
        plan: true,
        amount: 40_000,
        instalments: 8,
        day: 21,
      }),
      samePayerAs: 'FTBRS00112980',
    },
    {
      ...known('FTBRS00094410', -32, { reference: 'MEM-204417', amount: 2250, day: 19, inactive: true }),
      samePayerAs: 'FTBRS00112980',
    },
    known('FTBRS00119444', -9, { reference: 'MEM-206318', edit: 'dormant', day: 12 }),
    known('RS01ENDOFMONTHPAYMENT', -7, {
      line: 'LEASE',
      reference: 'LEASE-1120-C',
      description: 'Garage rent',
      amount: 12_000,
      day: 'last day',
    }),
    known('FTBRS00120999', -12, { line: 'INS', reference: 'INS-8010-04', stretch: 24, amount: 34_860, day: 20 }),
    known('FTBRS00119111', -4, {
      line: 'ARR',
      reference: 'ARR-50520',
      description: 'Ten years, every week',
      plan: true,
      period: 'weekly',
      amount: 262_600,
      instalments: 525,
      firstDate: from(-1, 8),
    }),
    known('FTBRS00115001', -13, {
      line: 'ARR',
      reference: 'ARR-50001',
      description: 'Paid in full',
      plan: true,
      amount: 50_000,
      instalments: 10,
      day: 11,
    }),
    known('FTBRS00115002', -15, { reference: 'MEM-200002', description: 'Ended', endDate: from(-2, 1), day: 14 }),
    known('FTBRS00115003', -6, { reference: 'MEM-200003', description: 'Ends soon', endDate: from(2, 1), day: 18 }),
  ]
  return [...cast, ...odd(from), ...unreadable(from)]
}

function odd(from: (months: number, day: number) => CalendarDate): Known[] {
  return ODD_TEXTS.map(({ reference, description, metadata = '' }, index) => ({
    id: `FTBRS0011${String(8000 + index)}`,
    wanted: {
      ...PLAIN,
      reference,
      description,
      metadata,
      amount: 1250,
      day: 1 + index,
      firstDate: from(-4, 1 + index),
    },
  }))
}

/** Records with one part that nobody can read, and one without a usable id. */
function unreadable(from: (months: number, day: number) => CalendarDate): Known[] {
  const spoils: [string, Partial<Wanted>, (stored: StoredSchedule) => void][] = [
    ['UNREADABLE-AMOUNT', {}, ({ wire }) => Object.assign(wire, { amount: '22.50' })],
    ['UNREADABLE-LIST', {}, ({ wire }) => Object.assign(wire, { upcoming_payments: 'not json' })],
    ['UNREADABLE-TYPE', {}, ({ wire }) => Object.assign(wire, { type: 'SomethingNew' })],
    ['UNREADABLE-DATE', {}, ({ wire }) => Object.assign(wire, { next_collection_date: '31/02/2026' })],
    [
      'UNREADABLE-SUM',
      { plan: true, line: 'ARR', amount: 30_000, instalments: 12 },
      ({ wire }) => Object.assign(wire, { amount: '10000', installments: '2' }),
    ],
    ['UNREADABLE-ID', {}, ({ wire }) => Object.assign(wire, { id: 'no id, only words' })],
    [
      'UNREADABLE-SHAPE',
      {},
      ({ wire }) => Object.assign(wire, { collection_stretch: {}, collection_day: '31', status: 'paused' }),
    ],
  ]
  return spoils.map(([reference, changes, spoil], index) => ({
    id: `FTBRS0011${String(9001 + index)}`,
    wanted: { ...PLAIN, day: 10 + index, firstDate: from(-3, 10 + index), reference, ...changes },
    spoil,
  }))
}
