// The book at the start: the documented samples, the known records, and chance for the rest.
import type { Book, StoredSchedule } from './book'
import { Chance } from './chance'
import { SAMPLES } from './samples'
import { knownSchedules } from './seed-odd'
import { createdBefore, ordinary } from './seed-ordinary'
import { addCard, addMandate, addPayer, endedWords, standingWords } from './seed-people'
import { addSchedule, addSource, type Source, type Wanted } from './seed-schedules'

export type Seed = { size?: number; number?: number } | 'empty'
const SIZE = 2500
const NUMBER = 1705

/** Fills an empty book, dates relative to its day; the same number on the same day makes the same book. */
export function seedBook(book: Book, seed: Seed): void {
  if (seed === 'empty') return
  const chance = new Chance(seed.number ?? NUMBER)
  const size = seed.size ?? SIZE
  addSamples(book, chance)
  const today = book.clock.today()
  const sources = new Map<string, Source>()
  for (const { id, wanted, samePayerAs, spoil } of knownSchedules(today)) {
    if (book.schedules.size >= size) return
    const created = createdBefore(chance, wanted.firstDate, today)
    const source = (samePayerAs && sources.get(samePayerAs)) || newSource(book, chance, wanted, created)
    sources.set(id, source)
    const stored = addSchedule(book, chance, id, wanted, source, created)
    spoil?.(stored)
  }
  addOrdinary(book, chance, size)
}

function addSamples(book: Book, chance: Chance): void {
  for (const wire of SAMPLES) {
    const created = String(wire.created_at)
    const payer = addPayer(book, chance, created)
    const words = { status: wire.status === 'active' ? 'ongoing collection' : 'cancelled', code: '', words: '' }
    addMandate(book, payer, String(wire.mandate), String(wire.auddis), created, words)
    const stored: StoredSchedule = {
      wire: { ...wire },
      customerId: payer.customerId,
      existingCard: false,
      standsStill: true,
      handEdited: false,
      behind: null,
    }
    book.schedules.set(String(wire.id), stored)
  }
}

const legacyId = (number: number) => `FTBRS${String(number).padStart(8, '0')}`

/** The wishes first, in order of creation, so that older ids are lower; then a payer for each, at times one already there. */
function addOrdinary(book: Book, chance: Chance, size: number): void {
  const today = book.clock.today()
  const wishes = Array.from({ length: Math.max(size - book.schedules.size, 0) }, () => {
    const wanted = ordinary(chance, today)
    return { wanted, created: createdBefore(chance, wanted.firstDate, today) }
  }).sort((a, b) => (a.created < b.created ? -1 : 1))
  const standing: Source[] = []
  let number = 20_000
  for (const { wanted, created } of wishes) {
    do number += chance.between(3, 30)
    while (book.schedules.has(legacyId(number)))
    const newer = chance.happens(0.35)
    const id = newer ? `RS0${wanted.card ? 2 : 1}${chance.code(16)}` : legacyId(number)
    const again = !wanted.inactive && standing.length > 20 && chance.happens(0.22)
    const source = again
      ? withMeans(book, chance, chance.pick(standing), wanted, created)
      : newSource(book, chance, wanted, created)
    if (!again && !wanted.inactive) standing.push(source)
    addSchedule(book, chance, id, wanted, source, created)
  }
}

function newSource(book: Book, chance: Chance, wanted: Wanted, created: string): Source {
  const payer = addPayer(book, chance, created)
  return withMeans(book, chance, { payer, mandate: '', auddis: '', card: '' }, wanted, created)
}

/** The payer's mandate or card, made where there is none yet. */
function withMeans(book: Book, chance: Chance, source: Source, wanted: Wanted, created: string): Source {
  if (wanted.card)
    return source.card ? source : { ...source, card: addCard(book, chance, source.payer, created, book.clock.today()) }
  if (source.mandate) return source
  const words = wanted.inactive && chance.happens(0.6) ? endedWords(chance) : standingWords(chance)
  return { ...addSource(book, chance, source.payer, created, words), card: source.card }
}
