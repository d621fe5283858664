// Made-up payers: customer, bank account, mandate or card.
import { addMonths, type CalendarDate, dateIn, daysInMonth, monthOf } from '@/lib/calendar-date'
import type { Book } from './book'
import type { Chance } from './chance'
import { BANKS, CARD_TYPES, CITIES, COMPANIES, FIRST_NAMES, LAST_NAMES, STREETS, TITLES } from './seed-words'
import type { Wire } from './wire'

export type Payer = {
  customerId: string
  name: string
  bankAccountId: string
  accountNumber: string
  sortCode: string
  bank: string
}

export function addPayer(book: Book, chance: Chance, createdAt: string): Payer {
  const [first, last] = [chance.pick(FIRST_NAMES), chance.pick(LAST_NAMES)]
  const [city, area] = chance.pick(CITIES)
  const company = chance.happens(0.08) ? chance.pick(COMPANIES) : ''
  const customerId = chance.happens(0.5) ? `FTBCUST${chance.digits(8)}` : `CA01${chance.code(16)}`
  const payer: Payer = {
    customerId,
    name: company || `${first} ${last}`,
    bankAccountId: `BA01${chance.code(16)}`,
    accountNumber: chance.digits(8),
    sortCode: chance.digits(6),
    bank: chance.pick(BANKS),
  }
  book.customers.set(customerId, {
    id: customerId,
    created_at: createdAt,
    email: `${first}.${last}${chance.between(1, 99)}@example.com`.toLowerCase().replace('’', ''),
    title: chance.pick(TITLES),
    first_name: first,
    last_name: last,
    company_name: company,
    address_line1: `${chance.between(1, 240)} ${chance.pick(STREETS)}`,
    address_line2: chance.happens(0.2) ? `Flat ${chance.between(1, 30)}` : '',
    city,
    postal_code: `${area}${chance.between(1, 20)} ${chance.between(1, 9)}${chance.pick(['AB', 'DE', 'GH', 'LN', 'PQ', 'RT', 'XY'])}`,
    country_code: 'GB',
    state_code: '',
    custom_reference: chance.happens(0.3) ? `CRM-${chance.digits(6)}` : '',
    external_id: '',
    metadata: '',
  })
  book.bankAccounts.set(payer.bankAccountId, {
    id: payer.bankAccountId,
    created_at: createdAt,
    account_number: payer.accountNumber,
    sort_code: payer.sortCode,
    account_name: payer.name.slice(0, 18).toUpperCase(),
    bank_name: payer.bank,
    customer_account: customerId,
    enabled: true,
    custom_reference: '',
    metadata: '',
    credits_allowed: true,
    debits_allowed: true,
  })
  return payer
}

export type MandateWords = { status: string; code: string; words: string }
const STANDING: MandateWords[] = [
  { status: 'ongoing collection', code: '', words: '' },
  { status: 'ongoing_collection', code: '', words: '' },
  { status: 'first collection', code: '', words: '' },
  { status: 'new instruction', code: '', words: '' },
]
const ENDED: MandateWords[] = [
  { status: 'cancelled by payer', code: '1', words: 'Instruction cancelled by payer' },
  { status: 'cancelled_by_originator', code: '', words: '' },
  { status: 'cancelled', code: 'B', words: 'Account closed' },
  { status: 'failed validation', code: '', words: '' },
]

export function standingWords(chance: Chance): MandateWords {
  return (chance.happens(0.8) ? STANDING[0] : chance.pick(STANDING)) ?? chance.pick(STANDING)
}

export function endedWords(chance: Chance): MandateWords {
  return chance.pick(ENDED)
}

export function addMandate(
  book: Book,
  payer: Payer,
  id: string,
  auddis: string,
  createdAt: string,
  words: MandateWords,
): void {
  book.mandates.set(id, {
    I_am_the_only_account_holder: 'true',
    Sun_Name: 'Quarterday demo',
    Sun_Number: '100263',
    account_name: payer.name.slice(0, 18).toUpperCase(),
    account_number: payer.accountNumber,
    auddis,
    bank_name: payer.bank,
    client_bank_account_id: 'CBA-0000001',
    created_at: createdAt,
    customer_account: payer.customerId,
    customer_bank_account: payer.bankAccountId,
    dd_status: words.status,
    id,
    originator_account_number: '00000000',
    originator_sort_code: '000000',
    sort_code: payer.sortCode,
    account_validation_url: '',
    account_validation_id: '',
    metadata: '',
    bacs_code: words.code,
    bacs_description: words.words,
  })
}

/** Expires on the last day of a month, some soon, a few already. */
export function addCard(book: Book, chance: Chance, payer: Payer, createdAt: string, today: CalendarDate): string {
  const id = chance.happens(0.7) ? `CD01${chance.code(16)}` : cardUuid(chance)
  const month = addMonths(monthOf(today), chance.happens(0.15) ? chance.between(-2, 3) : chance.between(4, 48))
  const card: Wire = {
    ID: id,
    card_number_ending: chance.digits(4),
    card_type: chance.pick(CARD_TYPES),
    created_at: createdAt,
    custom_referance: '',
    customer_id: payer.customerId,
    expiry_date: dateIn(month, daysInMonth(month)),
    gateway_payment_description: '',
    internal_payment_description: '',
    name_on_card: payer.name,
    payment_gateway: 'OpayoPi',
    status: 'successful',
    transaction_type: chance.happens(0.7) ? 'Ecommerce' : 'MOTO',
    metadata: '',
  }
  book.cards.set(id, card)
  return id
}

function cardUuid(chance: Chance): string {
  const hex = (count: number) => Array.from({ length: count }, () => chance.between(0, 15).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
}
