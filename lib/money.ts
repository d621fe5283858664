// Money is whole pence. In from people: parsePounds. In from sums: toPence. Out to people: formatPounds. In from JSON:
// `pence` of lib/schemas.ts.
import type { $brand } from 'zod/mini'

/** Whole pence, nought to £9,999,999.99. */
export type Pence = number & $brand<'Pence'>
/** £9,999,999.99: the most that one amount can be. */
export const MOST_PENCE = 999_999_999

/** Whether a number is one amount: whole, not below nought, not over the limit. */
export function isPence(amount: number): amount is Pence {
  return Number.isInteger(amount) && amount >= 0 && amount <= MOST_PENCE
}

/** A number that has to be one amount, in pence. Throws RangeError where it is none. */
export function toPence(amount: number): Pence {
  if (!isPence(amount)) throw new RangeError(`${amount} is not an amount in pence`)
  return amount
}

const POUNDS = /^£?\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{2}))?$/

/** "25", "25.00" and "£25.00" are the same money, "1,000" is £1,000; "25.5", "10,00", "-3" and amounts over the limit are not money. */
export function parsePounds(text: string): Pence | null {
  const [, pounds, rest = '00'] = POUNDS.exec(text.trim()) ?? []
  if (pounds === undefined) return null
  const amount = Number(pounds.replaceAll(',', '')) * 100 + Number(rest)
  return isPence(amount) ? amount : null
}

const GBP = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** Pence as "£1,234.56". Takes plain numbers too, since sums and differences may leave the range of one amount or fall below nought. */
export function formatPounds(amount: number): string {
  return GBP.format(amount / 100).replace('-', '−')
}

/** Pence as a person would type them into a pounds field: "1234.56". */
export function poundsText(amount: Pence): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}

/** Sum in pence; a plain number, because many amounts together may pass the limit of one. */
export function sumPence(amounts: Iterable<number>): number {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}
