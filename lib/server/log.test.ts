import { expect, it } from 'vitest'
import { createLog, type LogFields } from './log'

function line(fields: LogFields, error?: unknown): Record<string, unknown> {
  let text = ''
  createLog({
    write: (part: string) => {
      text += part
    },
  })('warn', 'something', fields, error)
  expect(text.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(text)
}

it('is one line of JSON with its event, its time and its fields', () => {
  const { time, ...rest } = line({
    id: 'FTBRS00112373',
    day: '2022-06-20',
    ms: 12,
    key: '4f1c2d3e-1111-4222-8333-444455556666',
  })
  expect(new Date(String(time)).toISOString()).toBe(time)
  expect(rest).toEqual({
    level: 40,
    event: 'something',
    id: 'FTBRS00112373',
    day: '2022-06-20',
    ms: 12,
    key: '4f1c2d3e-1111-4222-8333-444455556666',
  })
})

it.each(['token', 'SMARTERPAY_TOKEN', 'password', 'Authorization', 'cookie', 'nextauthSecret', 'passwordHash'])(
  'never shows a field called %s',
  (name) => expect(line({ [name]: 'planted' })[name]).toBe('[removed]'),
)

it.each([
  'Bearer planted.token',
  'jane.payer@example.com',
  'GB29NWBK60161331926819',
  '12-34-56',
  '12345678',
  '4242 4242 4242 4242',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig',
])('blots out what looks like account data or a token: %s', (planted) => {
  expect(JSON.stringify(line({ note: `before ${planted} after` }))).not.toContain(planted)
  expect(line({ note: `before ${planted} after` }).note).toBe('before [removed] after')
})

it('says of an error what it was and where, without account data', () => {
  const error = Object.assign(new TypeError('no account 12345678'), { code: 'E1' })
  expect(line({}, error)).toMatchObject({ error: 'TypeError', code: 'E1', message: 'no account [removed]' })
  expect(line({}, error).stack).toMatch(/log\.test\.ts/)
  expect(line({}, 'thrown text')).toMatchObject({ error: 'string' })
})

it('has no second line, whatever a text holds', () => {
  expect(line({ note: 'a\n{"event":"forged"}' }).event).toBe('something')
})
