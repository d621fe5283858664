import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ProblemError } from '@/lib/problem'
import { BODY_BYTES, readBody, readText } from './body'
import { RequestError } from './problem-response'

const anything = z.any()
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
const problemOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ProblemError)) throw new Error(`no problem: ${String(error)}`)
  return { ...error.problem, ...(error instanceof RequestError && { status: error.status }) }
}

/** A body that comes in pieces, each after a while; it never ends where `ends` is false. */
function pieces(texts: (string | Uint8Array)[], { ends = true } = {}): ReadableStream {
  const bytes = texts.map((text) => (typeof text === 'string' ? new TextEncoder().encode(text) : text))
  return new ReadableStream({
    pull(controller) {
      const next = bytes.shift()
      if (next) controller.enqueue(next)
      else if (ends) controller.close()
      else return new Promise(() => undefined)
    },
  })
}

describe('the size of a body', () => {
  it('is at most 64 KB, counted while it comes', async () => {
    const most = 'a'.repeat(BODY_BYTES)
    expect(await readText(post(most))).toHaveLength(BODY_BYTES)
    expect(await problemOf(readText(post(`${most}a`)))).toEqual({ kind: 'too-large' })
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000)) })
    expect(await problemOf(readText(post(endless)))).toEqual({ kind: 'too-large' })
  })

  it('is refused by what it declares before anything is read, and where less came than declared', async () => {
    const unread = pieces([], { ends: false })
    expect(await problemOf(readText(post(unread, { 'content-length': String(BODY_BYTES + 1) })))).toEqual({
      kind: 'too-large',
    })
    expect(await problemOf(readText(post(pieces(['{}']), { 'content-length': '900' })))).toMatchObject({ status: 400 })
  })

  it('is not found out by unpacking', async () => {
    expect(await problemOf(readText(post('x', { 'content-encoding': 'gzip' })))).toMatchObject({ status: 415 })
    expect(await readText(post('x', { 'content-encoding': 'identity' }))).toBe('x')
  })

  it('does not hold us longer than its time', async () => {
    const slow = readText(post(pieces(['{"a":'], { ends: false })), { arrivalMs: 30 })
    expect(await problemOf(slow)).toMatchObject({ kind: 'bad-input', status: 408 })
  })

  it('goes 20 deep and 2,000 rows long', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(await readBody(post(nested(20)), anything)).toBeTruthy()
    expect(await problemOf(readBody(post(nested(21)), anything))).toEqual({ kind: 'too-large' })
    expect(await problemOf(readBody(post(nested(30_000)), anything))).toEqual({ kind: 'too-large' })
    const rows = (count: number) => JSON.stringify(Array(count).fill(1))
    expect(await readBody(post(rows(2_000)), anything)).toHaveLength(2_000)
    expect(await problemOf(readBody(post(rows(2_001)), anything))).toEqual({ kind: 'too-large' })
  })
})

describe('the content of a body', () => {
  const schema = z.strictObject({
    note: z.string().check(z.maxLength(10)),
    rows: z.optional(z.array(z.strictObject({ amount: z.int() }))),
  })
  const read = (body: string) => readBody(post(body), schema)

  it.each(['', '{', 'null x', '\uFEFFx'])('that is no JSON (%j) is refused', async (body) => {
    expect(await problemOf(read(body))).toMatchObject({ kind: 'bad-input' })
  })

  it('that is not UTF-8 is refused', async () => {
    const latin = new Uint8Array([...new TextEncoder().encode('{"note":"'), 0xe9, ...new TextEncoder().encode('"}')])
    expect(await problemOf(readBody(post(latin), schema))).toMatchObject({ kind: 'bad-input' })
  })

  it('is told by the path of each fault, names that are not known included', async () => {
    const problem = await problemOf(read('{"rows":[{"amount":1},{"amount":"2","more":1}],"extra":1}'))
    expect(problem).toMatchObject({ kind: 'bad-input' })
    const paths = 'fields' in problem ? problem.fields.map(({ path }) => path) : []
    expect(paths.sort()).toEqual(['extra', 'note', 'rows.1.amount', 'rows.1.more'])
  })

  it.each(['{"__proto__":{"x":1},"note":"a"}', '{"note":"a","constructor":{}}', '{"note":"a","toString":1}'])(
    'cannot reach into the language: %s',
    async (body) => expect(await problemOf(read(body))).toMatchObject({ kind: 'bad-input' }),
  )

  it.each(['a\u0000b', 'a\u0007', 'a\nb', 'a\r\nb', 'a\tb', 'a\u007f', 'a\u0085', 'a\u2028b', 'a\ud800'])(
    'holds no control characters: %j',
    async (note) =>
      expect(await problemOf(read(JSON.stringify({ note })))).toMatchObject({ fields: [{ path: 'note' }] }),
  )

  it('leaves in one spelling of each letter, counted after', async () => {
    expect(await read(JSON.stringify({ note: 'e\u0301'.repeat(10) }))).toEqual({ note: 'é'.repeat(10) })
  })
})

describe('a card number', () => {
  it.each(['{"work":{"x":4111111111111111}}', '{"work":{"4111 1111 1111 1111":1}}', '{"4111111111111111":1}'])(
    'is refused as a number and as a name too, and said nowhere: %s',
    async (body) => {
      const problem = await problemOf(readBody(post(body), anything))
      expect(problem).toMatchObject({ kind: 'bad-input' })
      expect(JSON.stringify(problem)).not.toContain('1111')
    },
  )

  it('is refused at its field, and said nowhere', async () => {
    const problem = await problemOf(readBody(post('{"note":"4111 1111 1111 1111"}'), anything))
    expect(problem).toMatchObject({ kind: 'bad-input', fields: [{ path: 'note' }] })
    expect(JSON.stringify(problem)).not.toContain('1111')
  })
})

describe('what has the wrong type', () => {
  const schema = z.strictObject({
    name: z.string(),
    count: z.int(),
    rows: z.array(z.strictObject({ on: z.boolean() })),
  })

  it('is named with what it must be, and only what is not there is called missing', async () => {
    const body = { name: 5, count: 1.5, rows: [{ on: 'yes' }, {}] }
    expect(await problemOf(readBody(post(JSON.stringify(body)), schema))).toEqual({
      kind: 'bad-input',
      fields: [
        { path: 'name', message: 'This must be text.' },
        { path: 'count', message: 'This must be a whole number.' },
        { path: 'rows.0.on', message: 'This must be true or false.' },
        { path: 'rows.1.on', message: 'This is missing.' },
      ],
    })
  })
})
