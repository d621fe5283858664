import 'server-only'
import pino, { type DestinationStream } from 'pino'

// The one way into the log: JSON lines of ids, refs, words of ours and timings. Free text of payers, bank data and
// tokens have no business here, and what looks like them is blotted out should it slip in.

export type LogFields = Record<string, string | number | boolean | null | undefined>
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields, error?: unknown) => void

const BLOT = '[removed]'
const SECRET_NAMES = /token|secret|password|authorization|cookie|hash/i
const LONGEST = 2_000

const BLOTS: readonly RegExp[] = [
  /\b(?:bearer|basic)\s+[^\s"']+/gi,
  /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*/g,
  /[^\s@"'<>]{1,64}@[^\s@"'<>]{1,190}\.[a-z]{2,}/gi,
  /\bGB\d{2}\s?[A-Z]{4}(?:\s?\d){14}\b/gi,
  /\b\d{2}-\d{2}-\d{2}\b/g,
  // Account and card numbers; days, and the digits inside ids, stay.
  /(?<![\w-])(?!\d{4}-\d{2}-\d{2}(?!\d))\d(?:[ -]?\d){7,18}(?![\w-])/g,
]

/** Text without tokens, e-mail addresses, account, sort code and card numbers. Ids and days stay as they are. */
export function withoutAccountData(text: string): string {
  return BLOTS.reduce((rest, pattern) => rest.replace(pattern, BLOT), text)
}

function tidy(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (SECRET_NAMES.test(name)) return [name, BLOT]
      return [name, typeof value === 'string' ? withoutAccountData(value).slice(0, LONGEST) : value]
    }),
  )
}

/** What an error may leave in the log: name, code and the way through our code, never the values it carries. */
function traceOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, code, message: error.message, stack: frames?.slice(0, 12).join('\n') }
}

/** A log that writes to `to`; the process's own is `log`. */
export function createLog(to?: DestinationStream): Log {
  const options = { base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime }
  const lines = to ? pino(options, to) : pino(options)
  return (level, event, fields = {}, error) =>
    lines[level](tidy({ ...fields, ...(error !== undefined && traceOf(error)) }), event)
}

let own: Log | undefined
/** Writes one line. `fields` hold ids, refs, counts and milliseconds; `error` leaves its name, message and frames. */
export const log: Log = (...line) => {
  own ??= createLog()
  own(...line)
}
