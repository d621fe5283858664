// Text that may be kept and passed on: in one line, and without the number of a card. One judgement for the forms and the BFF.

const UNSHOWN = /[\p{Cc}\p{Cs}\u2028\u2029]/u
/** The key of a confirmation, nothing else: one in some 750 holds the digits of a card by chance. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** 13 to 19 digits, in one run or in groups parted by spaces and dashes, with a card's prefix and a right check digit. */
export function holdsCardNumber(text: string): boolean {
  if (UUID.test(text)) return false
  const plain = text.normalize('NFKC').replace(/[\p{Cf}]/gu, '')
  for (const [run] of plain.matchAll(/\d+(?:[\s\p{Pd}]+\d+)*/gu)) {
    const groups = run.split(/[\s\p{Pd}]+/u)
    for (let from = 0; from < groups.length; from++) {
      let digits = ''
      for (let to = from; to < groups.length && digits.length <= 19; to++) {
        digits += groups[to]
        if (isCardNumber(digits)) return true
      }
    }
  }
  return false
}

function isCardNumber(digits: string): boolean {
  if (!/^(?:3[0-9]|4|5[0-8]|6|2[2-7])\d{11,18}$/.test(digits) || digits.length > 19 || digits.length < 13) return false
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits.at(-1 - place))
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** Why a text may not come in, as a sentence that never repeats it; null where it may. */
export function textFault(text: string): string | null {
  if (UNSHOWN.test(text)) return 'This holds characters that cannot be shown, such as line breaks.'
  return holdsCardNumber(text) ? 'This looks like a card number. Card numbers may not be kept here.' : null
}

/** The same text in one line: breaks, tabs and whatever cannot be shown stand as one space. */
export const inOneLine = (text: string): string => text.replace(/(?:\r\n|[\p{Cc}\p{Cs}\u2028\u2029])/gu, ' ')

/** Typed work as it may be kept: each text in one line, and none that holds a card number. */
export function keepable<T>(typed: T): T {
  if (typeof typed === 'string') return (holdsCardNumber(typed) ? '' : inOneLine(typed)) as T
  if (Array.isArray(typed)) return typed.map(keepable) as T
  if (typeof typed !== 'object' || typed === null) return typed
  return Object.fromEntries(Object.entries(typed).map(([name, part]) => [name, keepable(part)])) as T
}
