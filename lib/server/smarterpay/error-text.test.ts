import { expect, it } from 'vitest'
import { errorText } from './error-text'

it.each<[string, unknown, string]>([
  ['a message', { message: 'amount is wrong' }, 'amount is wrong'],
  ['an error', { error: 'Invalid Token' }, 'Invalid Token'],
  ['an error within an error', { error: { code: 12, message: 'No such day' } }, 'No such day'],
  ['details', { details: ['a', 'b'] }, 'a; b'],
  ['a list of errors', { errors: [{ message: 'a' }, { detail: 'b' }, 'c', 'c'] }, 'a; b; c'],
  ['fields with a sentence each', { errors: { amount: ['must be digits'] } }, 'must be digits'],
  ['a code alone', { code: 'E12' }, 'E12'],
  ['another case', { Message: 'No' }, 'No'],
  ['a wrapper', { Response: { Error: 'No' } }, 'No'],
  ['text in JSON', 'No', 'No'],
  ['a number', 400, '400'],
  ['nothing', {}, ''],
])('reads %s', (_, body, words) => expect(errorText(JSON.stringify(body))).toBe(words))

it('reads plain text in one line, without control characters', () => {
  expect(errorText(' Bad\r\n\tRequest\u0000\u202e ')).toBe('Bad Request')
})

it.each(['<html><body>Boom</body></html>', '<!DOCTYPE html><p>x', ''])('takes nothing from %j', (body) =>
  expect(errorText(body)).toBe(''),
)

it('keeps the words of a message in JSON, without its tags', () =>
  expect(errorText('{"message":"Day <b>31</b> is not allowed<script>x</script>"}')).toBe('Day 31 is not allowed x'))

it('leaves a sign of less alone', () => expect(errorText('amount must be < 100')).toBe('amount must be < 100'))

it('removes account data, and leaves ids and days', () => {
  const said = 'Account 12345678, sort code 12-34-56, jane@example.com: FTBRS00112373 has no payment on 2022-06-20'
  expect(errorText(said)).toBe(
    'Account [removed], sort code [removed], [removed]: FTBRS00112373 has no payment on 2022-06-20',
  )
  expect(errorText('card 4242 4242 4242 4242 declined')).toBe('card [removed] declined')
})

it('has an end', () => expect(errorText('x'.repeat(9_000))).toHaveLength(300))
it('is not drowned by depth', () => expect(errorText('[['.repeat(500) + ']]'.repeat(500))).toBe(''))
