// A new schedule as it is typed, and as it is meant. Names of the fields are those of the body that is sent, so that what
// the server finds lands on the very field.

import type { CalendarDate } from '@/lib/calendar-date'
import { formatCount } from '@/lib/count'
import { type Pence, parsePounds } from '@/lib/money'
import { textFault } from '@/lib/plain-text'
import type { NewSchedule } from './changes'
import { checkNew, type NewFinding, type NewRuleParts } from './check-new'
import type { Circumstances } from './circumstances'
import { type CollectionDay, SCHEDULE_ID } from './model'
import { newFindingWords } from './new-words'
import { readTypedDate } from './typed'

export type NewText = {
  method: 'direct-debit' | 'card'
  kind: 'ongoing' | 'plan'
  /** Only for looking up: the reference is what is sent. */
  mandateId: string
  auddis: string
  cardId: string
  description: string
  customReference: string
  metadata: string
  /** Pounds. */
  amount: string
  /** Pounds; empty: as every other. */
  firstCollectionAmount: string
  instalments: string
  collectionPeriod: 'monthly' | 'weekly'
  /** "1" to "28", "last", or not chosen yet. */
  collectionDay: string
  collectionStretch: string
  startDate: string
  /** Empty: the start date. */
  firstCollectionDate: string
  ends: 'open' | 'on'
  endDate: string
  firstTwoInSameMonth: boolean
}

export const EMPTY_NEW: NewText = {
  method: 'direct-debit',
  kind: 'ongoing',
  mandateId: '',
  auddis: '',
  cardId: '',
  description: '',
  customReference: '',
  metadata: '',
  amount: '',
  firstCollectionAmount: '',
  instalments: '',
  collectionPeriod: 'monthly',
  collectionDay: '',
  collectionStretch: '1',
  startDate: '',
  firstCollectionDate: '',
  ends: 'open',
  endDate: '',
  firstTwoInSameMonth: false,
}

export type NewFault = { path: string; message: string }
export type NewReading = {
  /** As it will be sent; null while anything stands in the way. */
  wanted: NewSchedule | null
  /** What the days and amounts follow from, as soon as that much can be read. */
  parts: NewRuleParts | null
  faults: NewFault[]
  /** Remarkable, and no hindrance. */
  advice: NewFinding[]
}

/** What was kept of a form, whoever kept it: fields that are missing or strange stand as in an empty one. */
export function newTextFrom(kept: unknown): NewText {
  if (typeof kept !== 'object' || kept === null) return EMPTY_NEW
  const given = kept as Record<string, unknown>
  const sound = Object.entries(EMPTY_NEW).map(([name, empty]) => {
    const value = given[name]
    return [name, typeof value === typeof empty ? value : empty]
  })
  const text = Object.fromEntries(sound) as NewText
  return {
    ...text,
    method: text.method === 'card' ? 'card' : 'direct-debit',
    kind: text.kind === 'plan' ? 'plan' : 'ongoing',
    collectionPeriod: text.collectionPeriod === 'weekly' ? 'weekly' : 'monthly',
    ends: text.ends === 'on' ? 'on' : 'open',
  }
}

export const isUntouched = (text: NewText): boolean =>
  (Object.keys(EMPTY_NEW) as (keyof NewText)[]).every((name) => text[name] === EMPTY_NEW[name])

const STEP_ONE = ['kind', 'method', 'auddis', 'cardId', 'mandateId', 'description', 'customReference', 'metadata']
const STEP_THREE = ['agreed', 'reason', 'note']

/** The step that a field stands on: 1 who and how, 2 amounts and dates, 3 check and create. */
export function stepOfField(path: string): 1 | 2 | 3 {
  if (STEP_ONE.includes(path)) return 1
  return STEP_THREE.includes(path) ? 3 : 2
}

const AMOUNT = 'Enter an amount in pounds, such as 25.00.'
const DAY = 'Enter a day that exists, as 15/12/2026.'
const AUDDIS = /^[A-Z0-9/\-.& ]{1,18}$/
const LENGTHS = [
  ['description', 44],
  ['customReference', 50],
  ['metadata', 1000],
] as const
const whole = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null)
function dayOf(text: string): CollectionDay | null {
  if (text === 'last') return 'last'
  const day = whole(text)
  return day !== null && day >= 1 && day <= 28 ? day : null
}

/** The form as values; what cannot be read is told at its field. Days are read on the day of `c`. */
export function readNewText(text: NewText, c: Circumstances): NewReading {
  const faults: NewFault[] = []
  const fault = (path: keyof NewText, message: string) => {
    faults.push({ path, message })
    return null
  }
  const money = (path: 'amount' | 'firstCollectionAmount'): Pence | null => {
    const amount = parsePounds(text[path])
    if (amount === null) return fault(path, AMOUNT)
    return amount === 0 ? fault(path, 'More than £0.00.') : amount
  }
  const date = (path: 'startDate' | 'firstCollectionDate' | 'endDate'): CalendarDate | null =>
    readTypedDate(text[path], null, c) ?? fault(path, DAY)
  const count = (path: 'instalments' | 'collectionStretch', most: number) => {
    const value = whole(text[path])
    if (value === null || value < 1) return fault(path, 'Enter a whole number from 1.')
    return value > most ? fault(path, `At most ${formatCount(most)}.`) : value
  }
  const ongoing = text.kind === 'ongoing'
  const monthly = text.collectionPeriod === 'monthly'

  const amount = money('amount')
  const ownFirst = ongoing && text.firstCollectionAmount.trim() !== ''
  const firstCollectionAmount = ownFirst ? money('firstCollectionAmount') : amount
  const instalments = ongoing ? null : count('instalments', 2000)
  const collectionStretch = count('collectionStretch', 999)
  const collectionDay = monthly ? dayOf(text.collectionDay) : null
  if (monthly && collectionDay === null) fault('collectionDay', 'Choose a day from 1 to 28, or the last day.')
  const startDate = date('startDate')
  const firstCollectionDate = text.firstCollectionDate.trim() === '' ? null : date('firstCollectionDate')
  const endDate = text.ends === 'on' ? date('endDate') : null
  const firstTwoInSameMonth = monthly && text.firstTwoInSameMonth

  const auddis = text.auddis.trim().toUpperCase()
  const cardId = text.cardId.trim()
  const card = text.method === 'card'
  if (card && !SCHEDULE_ID.test(cardId)) fault('cardId', 'Enter the id of the card.')
  if (!card && !AUDDIS.test(auddis)) fault('auddis', 'A mandate reference has 1 to 18 of A-Z, 0-9, / - . & and space.')
  const description = text.description.trim()
  if (description === '') fault('description', 'Give a description.')
  for (const [path, most] of LENGTHS)
    if (text[path].trim().length > most) fault(path, `At most ${formatCount(most)} characters.`)
  for (const path of ['auddis', 'cardId', 'description', 'customReference', 'metadata'] as const) {
    const strange = path === (card ? 'auddis' : 'cardId') ? null : textFault(text[path].trim())
    if (strange !== null) fault(path, strange)
  }
  const told = new Set(faults.map(({ path }) => path))

  const readable = !['amount', 'firstCollectionAmount', 'instalments', 'collectionStretch', 'collectionDay'].some(
    (name) => told.has(name),
  )
  const days = !['startDate', 'firstCollectionDate', 'endDate'].some((name) => told.has(name))
  const shared = {
    method: text.method,
    collectionPeriod: text.collectionPeriod,
    collectionDay,
    firstCollectionDate,
    endDate,
    firstTwoInSameMonth,
  }
  const parts: NewRuleParts | null =
    !readable || !days || amount === null || collectionStretch === null || startDate === null
      ? null
      : ongoing
        ? {
            ...shared,
            kind: 'ongoing',
            amount,
            collectionStretch,
            startDate,
            firstCollectionAmount: firstCollectionAmount ?? amount,
          }
        : { ...shared, kind: 'plan', amount, collectionStretch, startDate, instalments: instalments ?? 1 }
  const findings = parts ? checkNew(parts, c) : []
  for (const finding of findings)
    if (finding.stops) faults.push({ path: finding.part, message: newFindingWords(finding) })
  const customReference = text.customReference.trim()
  const metadata = text.metadata.trim()
  const wanted = (sound: NewRuleParts): NewSchedule => {
    const every = {
      amount: sound.amount,
      collectionPeriod: sound.collectionPeriod,
      ...(monthly && { collectionDay: sound.collectionDay }),
      collectionStretch: sound.collectionStretch,
      startDate: sound.startDate,
      ...(sound.firstCollectionDate !== null && { firstCollectionDate: sound.firstCollectionDate }),
      ...(sound.endDate !== null && { endDate: sound.endDate }),
      ...(firstTwoInSameMonth && { firstTwoInSameMonth }),
      description,
      ...(customReference !== '' && { customReference }),
      ...(metadata !== '' && { metadata }),
    }
    const from = card ? { method: 'card' as const, cardId } : { method: 'direct-debit' as const, auddis }
    return sound.kind === 'ongoing'
      ? { ...every, ...from, kind: 'ongoing', firstCollectionAmount: sound.firstCollectionAmount }
      : { ...every, ...from, kind: 'plan', instalments: sound.instalments }
  }
  return {
    wanted: parts && faults.length === 0 ? wanted(parts) : null,
    parts,
    faults,
    advice: findings.filter(({ stops }) => !stops),
  }
}
