// The properties of a POST and a PUT: which kind may have which, which it must have, and what each may be.

import { Refused } from './answer'
import { collectionDayOf, wholeOf } from './rule'
import type { Switches } from './switches'
import { dateOf, penceOf, type Wire } from './wire'

export type Kind = { plan: boolean; card: boolean }

const EVERY = [
  'amount',
  'collection_day',
  'collection_period',
  'collection_stretch',
  'custom_reference',
  'description',
  'end_date',
  'firstCollectionInSameMonthAsNextCollection',
  'first_collection_date',
  'metadata',
  'payment_type',
  'start_date',
  'type',
]
const MANDATORY = ['amount', 'collection_period', 'collection_stretch', 'start_date', 'description']
const LONGEST: Record<string, number> = { description: 44, custom_reference: 50, metadata: 1000 }

const AMENDABLE = [
  'amount',
  'collection_day',
  'collection_stretch',
  'firstCollectionInSameMonthAsNextCollection',
  'next_collection_date',
]

/** What a POST of this kind may name. */
export function creatable({ plan, card }: Kind): string[] {
  return [...EVERY, card ? 'card_id' : 'auddis', plan ? 'installments' : 'first_collection_amount']
}

/** What a PUT of this kind may name, `upcoming_payments` apart. */
export function amendable(plan: boolean): string[] {
  return [...AMENDABLE, ...(plan ? ['installments'] : ['end_date', 'first_collection_amount', 'first_collection_date'])]
}

export function mandatory({ plan, card }: Kind, given: Wire): string[] {
  const weekly = String(given.collection_period).toLowerCase() === 'weekly'
  return [
    ...MANDATORY,
    ...(weekly ? [] : ['collection_day']),
    card ? 'card_id' : 'auddis',
    plan ? 'installments' : 'first_collection_amount',
  ]
}

/** The given properties, without those that the kind does not have: refused, or left out by switch. */
export function onlyOf(given: Wire, allowed: string[], switches: Switches): Wire {
  const strange = Object.keys(given).find((name) => !allowed.includes(name))
  if (strange !== undefined && switches.unknownProperties === 'refuse')
    throw new Refused(400, `${strange} cannot be set here`)
  return Object.fromEntries(Object.entries(given).filter(([name]) => allowed.includes(name)))
}

/** "True", "False" and the JSON values; null for anything else. */
export function flagOf(value: unknown): boolean | null {
  const text = String(value).toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : null
}

type Rule = { fits: (value: unknown, integers: boolean) => boolean; words: string }
const isDate = (value: unknown) => dateOf(value) !== null
const RULES: Record<string, Rule> = {
  amount: {
    fits: (value, integers) => (penceOf(value, integers) ?? 0) > 0,
    words: 'must be pence without a decimal point',
  },
  first_collection_amount: {
    fits: (value, integers) => penceOf(value, integers) !== null,
    words: 'must be pence without a decimal point',
  },
  collection_day: { fits: (value) => collectionDayOf(value) !== null, words: 'must be 1 to 28 or last day' },
  collection_period: {
    fits: (value) => ['monthly', 'weekly'].includes(String(value).toLowerCase()),
    words: 'must be monthly or weekly',
  },
  collection_stretch: {
    fits: (value, integers) => penceOf(value, integers) !== null && wholeOf(value) !== null,
    words: 'must be a whole number from 1',
  },
  installments: {
    fits: (value, integers) => penceOf(value, integers) !== null && wholeOf(value) !== null,
    words: 'must be a whole number from 1',
  },
  start_date: { fits: isDate, words: 'must be YYYY-MM-DD' },
  first_collection_date: { fits: isDate, words: 'must be YYYY-MM-DD' },
  next_collection_date: { fits: isDate, words: 'must be YYYY-MM-DD' },
  end_date: { fits: (value) => value === '' || isDate(value), words: 'must be YYYY-MM-DD or empty' },
  firstCollectionInSameMonthAsNextCollection: {
    fits: (value) => flagOf(value) !== null,
    words: 'must be true or false',
  },
}

/** Refuses the first property whose value cannot stand. */
export function checkValues(given: Wire, switches: Switches): void {
  const integers = switches.integersInBodies === 'accepted'
  for (const [name, value] of Object.entries(given)) {
    const longest = LONGEST[name]
    if (longest !== undefined && (typeof value !== 'string' || [...value].length > longest))
      throw new Refused(400, `${name} must be a text of at most ${longest} characters`)
    const rule = RULES[name]
    if (rule && !rule.fits(value, integers)) throw new Refused(400, `${name} ${rule.words}`)
  }
}
