import 'server-only'
import * as z from 'zod'
import { textFault } from '@/lib/plain-text'
import { badInput, ProblemError } from '@/lib/problem'
import { RequestError } from './problem-response'

// What comes in: counted while it is read, checked as text, then read by a strict schema. Nothing of it is ever logged.

export const BODY_BYTES = 64 * 1024
const ARRIVAL_MS = 10_000
const DEPTH = 20
const ROWS = 2_000

const tooLarge = () => new ProblemError({ kind: 'too-large' })

/** Reads the JSON body of a write by a strict schema. Throws bad-input with the path of each fault, or too-large. */
export async function readBody<S extends z.core.$ZodType>(
  request: Request,
  schema: S,
  limits: { bytes?: number; arrivalMs?: number } = {},
): Promise<z.core.output<S>> {
  const text = await readText(request, limits)
  let raw: unknown
  try {
    raw = text.trim() === '' ? undefined : JSON.parse(text)
  } catch {
    throw badInput('', 'The body is not JSON.')
  }
  const result = await z.core.safeParseAsync(schema, tidyText(raw))
  if (result.success) return result.data
  throw new ProblemError({ kind: 'bad-input', fields: result.error.issues.flatMap((issue) => fieldsOf(issue, raw)) })
}

/** The body as text: UTF-8, uncompressed, at most 64 KB, there within 10 seconds. */
export async function readText(
  request: Request,
  { bytes = BODY_BYTES, arrivalMs = ARRIVAL_MS }: { bytes?: number; arrivalMs?: number } = {},
): Promise<string> {
  const encoding = request.headers.get('content-encoding')
  if (encoding && encoding.toLowerCase() !== 'identity')
    throw new RequestError(415, 'content-encoding', 'Send the body uncompressed.')
  if (Number(request.headers.get('content-length') ?? 0) > bytes) throw tooLarge()
  if (!request.body) return ''
  const reader = request.body.getReader()
  const late = new RequestError(408, '', 'The body did not arrive in time.')
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), arrivalMs)
  })
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), limit])
      if (done) break
      length += value.byteLength
      if (length > bytes) throw tooLarge()
      chunks.push(value)
    }
  } catch (error) {
    // Not waited for: a sender who does not go on would hold us.
    void reader.cancel().catch(() => undefined)
    throw error instanceof ProblemError ? error : new RequestError(400, '', 'The body broke off.')
  } finally {
    clearTimeout(timer)
  }
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) !== length) throw new RequestError(400, '', 'The body was cut off.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw badInput('', 'The body is not UTF-8.')
  }
}

type Path = readonly PropertyKey[]
const pathText = (path: Path) => path.map(String).join('.')

const KINDS: Record<string, string> = {
  string: 'This must be text.',
  int: 'This must be a whole number.',
  number: 'This must be a number.',
  boolean: 'This must be true or false.',
  array: 'This must be a list.',
}

const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, name) => (Object(part) as Record<PropertyKey, unknown>)[name], raw)

function fieldsOf(issue: z.core.$ZodIssue, raw: unknown): { path: string; message: string }[] {
  const path = pathText(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pathText([...issue.path, key]), message: 'This name is not known here.' }))
  if (issue.code !== 'invalid_type') return [{ path, message: issue.message }]
  const missing = valueAt(raw, issue.path) === undefined
  return [{ path, message: missing ? 'This is missing.' : (KINDS[issue.expected] ?? 'This is of another kind.') }]
}

/** The same value with all text in NFC. Throws at text that may not come in, at names of the language's own, at too much. */
function tidyText(value: unknown, path: Path = []): unknown {
  if (typeof value === 'string') return tidyString(value, path)
  if (typeof value === 'number') {
    tidyString(String(value), path)
    return value
  }
  if (typeof value !== 'object' || value === null) return value
  if (path.length >= DEPTH) throw tooLarge()
  if (Array.isArray(value)) {
    if (value.length > ROWS) throw tooLarge()
    return value.map((part, index) => tidyText(part, [...path, index]))
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (name === '__proto__') throw badInput(pathText([...path, name]), 'This name is not known here.')
      // A name is text like any other, and its path would repeat it.
      tidyString(name, path)
      return [name, tidyText(part, [...path, name])]
    }),
  )
}

function tidyString(text: string, path: Path): string {
  const fault = textFault(text)
  if (fault !== null) throw badInput(pathText(path), fault)
  return text.normalize('NFC')
}
