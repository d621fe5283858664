import { expect, it, vi } from 'vitest'
import { ProblemError } from './problem'

it('knows a problem that another copy of the module threw: pages and routes each have one', async () => {
  vi.resetModules()
  const other = await import('./problem')
  expect(other.ProblemError).not.toBe(ProblemError)
  const thrown = new other.ProblemError({ kind: 'not-found', what: 'mandate' })
  expect(thrown).toBeInstanceOf(ProblemError)
  expect(thrown).toBeInstanceOf(Error)
})

it('takes no other error for a problem, whatever it is called', () => {
  const error = Object.assign(new Error('not-found'), { name: 'ProblemError', problem: { kind: 'not-found' } })
  expect(error).not.toBeInstanceOf(ProblemError)
  expect({ problem: { kind: 'stale' } }).not.toBeInstanceOf(ProblemError)
  expect(null).not.toBeInstanceOf(ProblemError)
})

it('takes a plain problem for no kind of problem of its own', () => {
  class Special extends ProblemError {}
  expect(new ProblemError({ kind: 'stale' })).not.toBeInstanceOf(Special)
  expect(new Special({ kind: 'stale' })).toBeInstanceOf(ProblemError)
})
