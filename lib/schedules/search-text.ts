// What somebody types or pastes into the one search box, taken apart: `FBMAN02814872 25.32 19MAY` from a bank statement is a
// reference, an amount and a day. Nothing is looked for here; match.ts says how a schedule fits.
import { type CalendarDate, daysBetween, monthOf, parseDate } from '@/lib/calendar-date'
import { isPence, type Pence } from '@/lib/money'

export type IdKind = 'schedule' | 'mandate' | 'card' | 'customer'

export type SearchText = {
  /** Ids by their beginnings, in capitals. */
  ids: { kind: IdKind; id: string }[]
  /** What has letters and digits and is no id: mandate and custom references, in capitals. */
  references: string[]
  /** Amounts that are meant, in pence. Bare digits may be pence or pounds: both stand here. */
  amounts: Pence[]
  /** London days; one without a year is the nearest to today. */
  dates: CalendarDate[]
  /**
   * What to look for, any of them: ids and references where there are some, else the text itself, and what stands beside the
   * amounts and days in it. Empty where the text is amounts and days alone.
   */
  lookups: string[]
  /** The other words of a line with amounts or days; empty where it is none. */
  words: string[]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const ALONE = { before: '(?<![\\w./-])', after: '(?![\\w/]|[.-]\\w)' }
const alone = (pattern: string) => new RegExp(`${ALONE.before}${pattern}${ALONE.after}`, 'gi')

const DATES = [
  alone('(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})'),
  alone('(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>20\\d{2}|\\d{2})'),
  alone(`(?<d>\\d{1,2})(?:st|nd|rd|th)?[ -]?(?<w>${MONTH})(?:[ -]?(?<y>20\\d{2}|\\d{2}(?!\\.\\d)))?`),
  alone('(?<d>\\d{1,2})/(?<m>\\d{1,2})'),
]

const dayIn = (year: number | string, month: number, dayText: string) =>
  parseDate(`${year}-${String(month).padStart(2, '0')}-${dayText.padStart(2, '0')}`)

function nearest(month: number, dayText: string, today: CalendarDate): CalendarDate | null {
  const { year } = monthOf(today)
  const days = [year - 1, year, year + 1].flatMap((one) => dayIn(one, month, dayText) ?? [])
  const distance = (date: CalendarDate) => Math.abs(daysBetween(today, date))
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

function readDay({ d = '', m, w, y }: Record<string, string | undefined>, today: CalendarDate): CalendarDate | null {
  const month = w === undefined ? Number(m) : MONTHS.indexOf(w.slice(0, 3).toLowerCase()) + 1
  if (y === undefined) return nearest(month, d, today)
  return dayIn(y.length === 2 ? `20${y}` : y, month, d)
}

/** The days in a text, and the text without them. */
function takeDates(text: string, today: CalendarDate): { dates: CalendarDate[]; rest: string } {
  const dates: CalendarDate[] = []
  let rest = text
  for (const pattern of DATES)
    rest = rest.replaceAll(pattern, (whole, ...given) => {
      const date = readDay(given.at(-1) as Record<string, string | undefined>, today)
      if (date === null) return whole
      dates.push(date)
      return ' '
    })
  return { dates, rest }
}

/** Read aloud and from paper, O and 0 are one, and so are I and 1. */
export function foldReference(text: string): string {
  const capitals = text.toUpperCase()
  // Most ids are of such letters and digits alone; a pass over a book asks for each.
  if (/^[A-HJ-NP-Z0-9]*$/.test(capitals)) return capitals
  return capitals
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1')
}

const digitsOf = (text: string) => text.replaceAll(/O/gi, '0').replaceAll(/[IL]/gi, '1')

const IDS: { kind: IdKind; shape: RegExp; canonical: (rest: string) => string }[] = [
  { kind: 'schedule', shape: /^FTBRS([\dOIL]{6,12})$/i, canonical: (rest) => `FTBRS${digitsOf(rest)}` },
  { kind: 'schedule', shape: /^RS([0O][12I])([A-Z\d]{6,40})$/i, canonical: (rest) => `RS${rest}` },
  { kind: 'mandate', shape: /^M([0O][1I])([A-Z\d]{6,40})$/i, canonical: (rest) => `M${rest}` },
  { kind: 'card', shape: /^CD([0O][1I])([A-Z\d]{6,40})$/i, canonical: (rest) => `CD${rest}` },
  { kind: 'customer', shape: /^CA([0O][1I])([A-Z\d]{6,40})$/i, canonical: (rest) => `CA${rest}` },
]

function readId(token: string): SearchText['ids'][number] | null {
  for (const { kind, shape, canonical } of IDS) {
    const [, first, rest = ''] = shape.exec(token) ?? []
    if (first === undefined) continue
    const beginning = rest === '' ? first : digitsOf(first)
    return { kind, id: canonical(`${beginning}${rest}`).toUpperCase() }
  }
  return null
}

const POUNDS = /^£?(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{2})?$/
const pence = (amount: number): Pence[] => (isPence(amount) && amount > 0 ? [amount] : [])

/** What an amount may mean; bare digits are pence or pounds. Null: no amount. */
function readAmount(token: string): { amounts: Pence[]; sure: boolean } | null {
  const tidy = token.replace(/^[+−-]|[+−-]$/g, '').replace(/(?<=\d)(?:DR|CR)$/i, '')
  const [, pounds, rest] = POUNDS.exec(/^£?[\dO,]+\.[\dO]{2}$/i.test(tidy) ? digitsOf(tidy) : tidy) ?? []
  if (pounds === undefined) return null
  const whole = Number(pounds.replaceAll(',', ''))
  const sure = rest !== undefined || tidy.startsWith('£') || pounds.includes(',')
  if (sure) return { amounts: pence(whole * 100 + Number((rest ?? '.00').slice(1))), sure }
  if (pounds.length > 7) return null
  return { amounts: pounds.length < 3 ? pence(whole * 100) : [...pence(whole), ...pence(whole * 100)], sure }
}

/** Words around what counts on a statement. */
const NOISE = new Set(
  'dd d/d ddr direct debit bacs payment pymt paid to from ref reference auddis mandate amount of on for the gbp dr cr'.split(
    ' ',
  ),
)
const REFERENCE = /^(?=.*\d)(?=.*[A-Z])[A-Z\d][A-Z\d/.&-]{3,49}$/i

type Token = { text: string; asTyped: string }

/** "FBMAN 0281 4872" is one reference read in groups: letters, then digits up to eight of them. */
function joinGroups(pieces: readonly string[]): Token[] {
  const tokens: Token[] = []
  let open: Token | null = null
  for (const piece of pieces) {
    const digits: string = open?.text.replace(/^\D+/, '') ?? ''
    const begins = digits === '' && /^(?:[0O]\d{2,}|\d{5,})$/i.test(piece)
    const goesOn = digits !== '' && digits.length < 8 && /^\d{3,}$/.test(piece)
    if (open && (begins || goesOn)) {
      open.text += piece
      open.asTyped += ` ${piece}`
      continue
    }
    const token = { text: piece, asTyped: piece }
    open = /^[A-Z]{3,6}$/i.test(piece) && !NOISE.has(piece.toLowerCase()) ? token : null
    tokens.push(token)
  }
  return tokens
}

/** Takes a typed or pasted text apart. `today`: London's. */
export function readSearchText(text: string, today: CalendarDate): SearchText {
  const tidy = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
  const { dates, rest } = takeDates(tidy, today)
  const pieces = rest
    .replaceAll(/(?:£|\bGBP) ?(?=\d)/gi, '£')
    .split(/[\s|;]+|,(?!\d)|(?<!\d),/)
    .filter((piece) => piece !== '')
  const found: SearchText = { ids: [], references: [], amounts: [], dates, lookups: [], words: [] }
  let unsure = false
  let isLine = dates.length > 0
  const words: string[] = []
  const named: string[] = []
  for (const { text: token, asTyped } of joinGroups(pieces)) {
    const id = readId(token)
    const amount = readAmount(token)
    if (id) {
      found.ids.push(id)
      named.push(id.id)
    } else if (amount) {
      found.amounts.push(...amount.amounts)
      unsure ||= !amount.sure
      isLine ||= amount.sure
    } else if (REFERENCE.test(token)) {
      found.references.push(token.toUpperCase())
      // References may hold spaces themselves.
      named.push(...new Set([token, asTyped]))
    } else if (!NOISE.has(token.toLowerCase())) words.push(token)
  }
  if (isLine) found.words = words
  // Without an amount or a day, a word beside it belongs to it: "MEM-204417 late" is not a statement's line.
  if (named.length > 0 && (words.length === 0 || isLine)) found.lookups = named
  else if (words.length > 0 && isLine) found.lookups = [words.join(' '), tidy]
  else if (words.length > 0 || unsure || !isLine) found.lookups = tidy ? [tidy] : []
  return found
}
