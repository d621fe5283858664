import { beforeEach, expect, it } from 'vitest'
import { type Breaker, createBreaker } from './breaker'

let time = 0
let breaker: Breaker
beforeEach(() => {
  time = 1_000_000
  breaker = createBreaker(() => time)
})

function call(went: 'good' | 'bad', times = 1) {
  for (let n = 0; n < times; n += 1) {
    const permit = breaker.enter('read')
    if ('retryAfterMs' in permit) return permit.retryAfterMs
    permit[went]()
  }
  return 0
}

it('opens when half of twenty calls failed', () => {
  call('good', 10)
  call('bad', 9)
  expect(call('bad')).toBe(0)
  expect(call('good')).toBe(5_000)
})

it('stays closed below twenty calls, and below half', () => {
  call('bad', 19)
  time += 31_000
  call('good', 11)
  call('bad', 10)
  expect(call('good')).toBe(0)
})

it('forgets what is older than 30 seconds', () => {
  call('bad', 15)
  time += 30_001
  call('bad', 19)
  expect(call('good')).toBe(0)
})

it('lets one call in five seconds try the way, and closes after three good ones in a row', () => {
  call('bad', 20)
  for (const went of ['good', 'good', 'bad', 'good', 'good', 'good'] as const) {
    time += 4_999
    expect(call(went)).toBe(1)
    time += 1
    expect(call(went)).toBe(0)
  }
  expect(call('good', 50)).toBe(0)
})

it('never lets a write try the way', () => {
  call('bad', 20)
  time += 60_000
  expect(breaker.enter('write')).toEqual({ retryAfterMs: 5_000 })
  expect(breaker.enter('read')).toHaveProperty('good')
})

it('takes late results of earlier calls for nothing', () => {
  const early = breaker.enter('read')
  call('bad', 20)
  if ('good' in early) for (let n = 0; n < 5; n += 1) early.good()
  expect(call('good')).toBe(5_000)
})
