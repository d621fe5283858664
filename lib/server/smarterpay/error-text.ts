import 'server-only'
import { withoutAccountData } from '@/lib/server/log'

// What SmarterPay says when it says no. The form of its error bodies is nowhere written down, so any is read.

const LONGEST = 300
const DEEPEST = 4
/** Where words for people are likely to stand, best first. */
const NAMES = [
  'message',
  'error_description',
  'detail',
  'details',
  'error',
  'errors',
  'reason',
  'title',
  'code',
  'status',
]

function wordsIn(value: unknown, depth: number): string[] {
  if (depth > DEEPEST || value === null || value === undefined) return []
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap((entry) => wordsIn(entry, depth + 1))
  if (typeof value !== 'object') return []
  const entries = Object.entries(value)
  for (const name of NAMES) {
    const words = entries
      .filter(([key]) => key.toLowerCase() === name)
      .flatMap(([, inner]) => wordsIn(inner, depth + 1))
    if (words.length > 0) return words
  }
  // An object in a wrapper, or fields by name with a sentence each.
  return entries.flatMap(([, inner]) => wordsIn(inner, depth + 1))
}

const TAG = /<[a-z!/][^>]*>/gi

/** Words inside JSON keep their sense without their tags; a body that is no JSON and holds tags is a page, not a message. */
function parts(text: string): string[] {
  try {
    return wordsIn(JSON.parse(text), 0).map((part) => part.replace(TAG, ' '))
  } catch {
    return text.search(TAG) === -1 ? [text] : []
  }
}

/**
 * SmarterPay's own words from the body of a refusal, in one line of at most 300 characters; '' where it gave none.
 * Never HTML, never control characters, never account numbers.
 */
export function errorText(body: string): string {
  const words = [...new Set(parts(body.slice(0, 20_000)))]
    .map((part) => part.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim())
    .filter((part) => part !== '')
  const line = withoutAccountData(words.join('; '))
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line
}
