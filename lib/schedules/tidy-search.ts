// What may be asked for of a typed or pasted text. It stands apart from what takes the text to pieces: the list tidies on every
// key, and needs no more of it.

const LONGEST = 100

/** What may be asked for of a typed or pasted text: one line without control characters, at most 100 characters long. */
export function tidySearch(text: string): string {
  const line = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
  // The cut may leave half a character behind.
  return line
    .slice(0, LONGEST)
    .replaceAll(/\p{Cs}/gu, '')
    .trim()
}
