import { expect, it } from 'vitest'
import { outcomeOfProblem } from './outcome'

const KEY = '7f6d1f0e-8f43-4a3b-9d1c-3c1a5f0b2a77'

it('follows what was sent before under the same key with another body, and calls a field that is wrong not sent', () => {
  const used = { path: 'Idempotency-Key', message: 'This key was used for another change.' }
  expect(outcomeOfProblem({ kind: 'bad-input', fields: [used] }, null, KEY)).toEqual({ kind: 'open', problem: null })
  const wrong = { kind: 'bad-input', fields: [{ path: 'note', message: 'Say what the reason is.' }] } as const
  const problem = { ...wrong, fields: [...wrong.fields] }
  expect(outcomeOfProblem(problem, null, KEY)).toEqual({ kind: 'not-sent', problem })
})
