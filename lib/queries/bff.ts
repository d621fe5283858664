// The browser's one way to the BFF: fetch, read, check. Whatever goes wrong leaves here as a ProblemError,
// save an abort, which passes through.
import type * as z from 'zod/mini'
import { ProblemError } from '@/lib/problem'
import { personHeader } from './page-person'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ProblemError
  }
}

/** Longer than the BFF itself gives SmarterPay; a connection that died silently must not wait for ever. */
const READ_LIMIT_MS = 45_000
const WRITE_LIMIT_MS = 60_000

export type BffRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** UUID of the change; writes to schedules carry one. */
  key?: string
  signal?: AbortSignal
  /**
   * What mostly comes, as JSON to the letter or as a test of the answer, and needs no schema; that is then fetched only for
   * another answer. For reads, and for writes that may be repeated at will: one of these leaves without its schema.
   */
  mostly?: string | ((answer: unknown) => boolean)
}

/** Brings a schema when it is needed. Schemas and zod are no part of what a page needs to stand. */
export type Shape<S> = () => Promise<S>

/** Turns the loading of a file of schemas into a way to each of them by name. */
export const shapesOf =
  <M>(load: () => Promise<M>) =>
  <K extends keyof M>(name: K): Shape<M[K]> =>
  async () =>
    (await load())[name]

const problemShapes = () => import('@/lib/schemas')

/** Brings what reads an answer of these schemas, so that the question does not wait for it. Fails without a word: the question will tell. */
export const prepareToRead = (load: () => Promise<unknown>): void =>
  void Promise.all([load(), problemShapes()]).catch(() => undefined)

/** Both schemas that an answer is held against. Throws `unreachable`: without them nothing was sent, or nothing can be read. */
async function checks<S>(shape: Shape<S>) {
  try {
    const [schema, { problem, aboutChange }] = await Promise.all([shape(), problemShapes()])
    return { schema, problem, aboutChange }
  } catch (cause) {
    throw new ProblemError({ kind: 'unreachable', offline: true }, { cause })
  }
}

/**
 * Asks the BFF and checks its answer against the schema that `shape` brings. A read asks while the schema is on its way; a
 * write leaves only once its answer can be read.
 * Throws ProblemError: the BFF's own problem; `unreachable` with `offline` where nothing left this browser, or a read
 * found no way; `outcome-unknown` where a write left and no clear answer came; `unreadable` where an answer has another shape.
 */
export async function bff<S extends z.ZodMiniType>(
  shape: Shape<S>,
  path: string,
  { method = 'GET', body, key, signal, mostly }: BffRequest = {},
): Promise<z.infer<S>> {
  const reads = method === 'GET'
  if (navigator.onLine === false) throw new ProblemError({ kind: 'unreachable', offline: true })
  const unclear = (cause?: unknown) =>
    new ProblemError(reads ? { kind: 'unreadable' } : { kind: 'outcome-unknown' }, { cause })

  const early = mostly === undefined ? checks(shape) : null
  if (!reads) await early
  // A read that fails first says so itself.
  early?.catch(() => undefined)
  const limit = AbortSignal.timeout(reads ? READ_LIMIT_MS : WRITE_LIMIT_MS)
  let response: Response
  let text: string
  try {
    response = await fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        ...personHeader(),
        ...(!reads && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      cache: 'no-store',
      redirect: 'error',
    })
    text = await response.text()
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw reads ? new ProblemError({ kind: 'unreachable', offline: true }, { cause }) : unclear(cause)
  }

  const answer = parseJson(text)
  const usual = typeof mostly === 'function' ? mostly(answer) : text === mostly
  if (early === null && response.ok && usual) return answer as z.infer<S>
  const { schema, problem, aboutChange } = await (early ?? checks(shape))
  if (!response.ok) {
    const told = problem.safeParse(answer)
    const about = aboutChange.safeParse(answer)
    if (told.success) throw new ProblemError(told.data, about.success ? about.data : {})
    // A gateway in between speaks no problem+json.
    throw reads && response.status >= 502 ? new ProblemError({ kind: 'unreachable', offline: true }) : unclear()
  }
  const result = schema.safeParse(answer)
  if (!result.success) throw unclear(result.error)
  return result.data
}

/** A file with its name, or what the BFF told of one that is not ready yet (202). */
export type FileAnswer = { name: string; file: Blob } | { later: unknown }

/**
 * Has the BFF make a file, or fetches one where no `body` is given. Throws ProblemError: the BFF's own problem, or
 * `unreachable` with `offline` where no file came: nothing was changed by asking.
 */
export async function bffFile(path: string, body?: unknown): Promise<FileAnswer> {
  const nothing = (cause?: unknown) => new ProblemError({ kind: 'unreachable', offline: true }, { cause })
  let response: Response
  try {
    response = await fetch(path, {
      headers: { ...personHeader(), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(WRITE_LIMIT_MS),
      cache: 'no-store',
      redirect: 'error',
    })
    if (response.status === 202) return { later: parseJson(await response.text()) }
    if (response.ok) {
      const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export'
      return { name, file: await response.blob() }
    }
  } catch (cause) {
    throw nothing(cause)
  }
  const { problem } = await problemShapes().catch((cause: unknown) => {
    throw nothing(cause)
  })
  const told = problem.safeParse(parseJson(await response.text().catch(() => '')))
  throw told.success ? new ProblemError(told.data) : nothing()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
