// Text on its way into a spreadsheet: never a formula, whatever somebody typed. CSV as programs read it (RFC 4180).

/** Programs read a leading sign, tab or line break as the start of a formula, in wide forms and after spaces too. */
const FORMULA = /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/

/** The text with an apostrophe in front where a spreadsheet would calculate it. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Ends a line of a CSV file. */
export const LINE_END = '\r\n'
/** Tells spreadsheets that a CSV file is UTF-8. */
export const UTF8_MARK = '\uFEFF'

/** A field of a CSV file: in quotes where needed, and never a formula. Numbers stay as they are. */
export function csvField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = defused(value)
  return /[",\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line of a CSV file with its end. */
export const csvLine = (values: readonly (string | number | null)[]): string =>
  values.map(csvField).join(',') + LINE_END
