import 'server-only'

const NOT_STORABLE = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** JSON for a column: PostgreSQL's jsonb holds neither the character nought nor half a character, so that each becomes "\uFFFD". */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  // An escaped backslash goes first, so that what follows it is text.
  return !json.includes('\\u') ? json : json.replace(NOT_STORABLE, (found) => (found === '\\\\' ? found : '\uFFFD'))
}
