// Why a schedule is an answer to what was typed or pasted, and how good a one: for lists of results that say so.
import type { Schedule } from './model'
import { foldReference, type SearchText } from './search-text'

export type Match = {
  /** Higher is better; nought: nothing of what was typed is seen in the record. */
  rank: number
  /** "AUDDIS reference and amount match"; null where nothing is seen. */
  reason: string | null
}

export type Named = { what: string; value: string; exact: boolean; rank: number }

const holds = (value: string | null, part: string) =>
  part.length > 0 && (value?.toLowerCase().includes(part.toLowerCase()) ?? false)

/** How one of the record's own names answers: letter for letter, or read aloud the same, or a part of it. */
function nameMatch(what: string, value: string | null, wanted: readonly string[], rank: number): Named | null {
  if (value === null || value === '') return null
  if (wanted.some((one) => one.toLowerCase() === value.toLowerCase()))
    return { what, value, exact: true, rank: rank + 3 }
  if (wanted.some((one) => foldReference(one) === foldReference(value)))
    return { what, value, exact: false, rank: rank + 2 }
  const parts = wanted.filter((one) => one.length > 1)
  return parts.some((one) => holds(value, one)) ? { what, value, exact: false, rank } : null
}

/** What of the record the text names, the best first. */
export function namesMatched(schedule: Schedule, typed: string, { ids, references, lookups }: SearchText): Named[] {
  const wanted = [...new Set([...ids.map(({ id }) => id), ...references, ...lookups, typed])]
  const found = [
    nameMatch('Id', schedule.id, wanted, 60),
    nameMatch('AUDDIS reference', schedule.auddis, wanted, 50),
    nameMatch('Custom reference', schedule.customReference, wanted, 40),
    nameMatch('Mandate', schedule.mandateId, wanted, 30),
    nameMatch('Card', schedule.cardId, wanted, 30),
    nameMatch('Description', schedule.description, wanted, 10),
  ]
  return found.filter((name) => name !== null).sort((one, other) => other.rank - one.rank)
}

function takesAmount({ amount, upcoming, firstCollectionAmount }: Schedule, { amounts }: SearchText): boolean {
  const own = [amount, firstCollectionAmount, ...(upcoming ?? []).map((row) => row.amount)]
  return amounts.some((one) => own.includes(one))
}

/** A day in its list, or one that its rule has had: what is on a statement has been taken. */
function fallsOn({ upcoming, collectionDay, collectionPeriod }: Schedule, { dates }: SearchText): boolean {
  return dates.some(
    (date) =>
      upcoming?.some((row) => row.date === date) ||
      (collectionPeriod === 'monthly' && collectionDay === Number(date.slice(8))),
  )
}

const sentence = (words: readonly string[]) =>
  words.map((word, at) => (at === 0 ? word : word[0]?.toLowerCase() + word.slice(1)))

/** `typed`: the text as it was typed; `text`: the same, taken apart. */
export function matchOf(schedule: Schedule, typed: string, text: SearchText): Match {
  const [name] = namesMatched(schedule, typed.trim(), text)
  const amount = takesAmount(schedule, text)
  const date = fallsOn(schedule, text)
  const rank = (name?.rank ?? 0) * 10 + (amount ? 5 : 0) + (date ? 3 : 0)
  const words = [...(name ? [name.what] : []), ...(amount ? ['Amount'] : []), ...(date ? ['Day'] : [])]
  if (words.length === 0) return { rank: 0, reason: null }
  if (words.length > 1) {
    const said = sentence(words)
    return { rank, reason: `${said.slice(0, -1).join(', ')} and ${said.at(-1)} match` }
  }
  if (!name) return { rank, reason: `${words[0]} matches` }
  return { rank, reason: name.exact ? `${name.what} matches exactly` : `${name.what} matches` }
}
