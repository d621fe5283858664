import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLimiter, LineFull } from './limiter'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('lets eight in at once, and the next as one leaves, in the order they came', async () => {
  const limiter = createLimiter()
  const first = await Promise.all(Array.from({ length: 8 }, () => limiter.enter()))
  const order: string[] = []
  const ninth = limiter.enter().then(() => order.push('ninth'))
  const tenth = limiter.enter().then(() => order.push('tenth'))
  await vi.advanceTimersByTimeAsync(10)
  expect(order).toEqual([])
  first[3]?.()
  first[3]?.()
  await ninth
  expect(order).toEqual(['ninth'])
  first[0]?.()
  await tenth
  expect(order).toEqual(['ninth', 'tenth'])
})

it('keeps nobody waiting beyond two seconds', async () => {
  const limiter = createLimiter({ atOnce: 1 })
  await limiter.enter()
  const waiting = expect(limiter.enter()).rejects.toBeInstanceOf(LineFull)
  await vi.advanceTimersByTimeAsync(2_000)
  await waiting
})

it('turns away whoever would stand behind 64 others', async () => {
  const limiter = createLimiter()
  const leave = await Promise.all(Array.from({ length: 8 }, () => limiter.enter()))
  const line = Array.from({ length: 64 }, () => limiter.enter())
  await expect(limiter.enter()).rejects.toBeInstanceOf(LineFull)
  for (const go of leave) go()
  for (const next of line) (await next)()
  await expect(limiter.enter()).resolves.toBeTypeOf('function')
})

it('forgets who goes away while waiting', async () => {
  const limiter = createLimiter({ atOnce: 1 })
  const leave = await limiter.enter()
  const gone = new AbortController()
  const waiting = limiter.enter(gone.signal)
  gone.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  await expect(limiter.enter(gone.signal)).rejects.toThrow('gone')
  leave()
  await expect(limiter.enter()).resolves.toBeTypeOf('function')
})

it('lets everybody go before what nobody waits for, which takes half of the places at most and never tires', async () => {
  const limiter = createLimiter()
  const last = () => limiter.enter(undefined, { last: true })
  const order: string[] = []
  const leave = [await last(), await last(), await last(), await last()]
  const fifth = last().then((go) => {
    order.push('fifth of the last')
    return go
  })
  const people = await Promise.all(Array.from({ length: 4 }, () => limiter.enter()))
  const person = limiter.enter().then((go) => {
    order.push('a person')
    return go
  })
  leave.pop()?.()
  await vi.advanceTimersByTimeAsync(1_900)
  expect(order).toEqual(['a person'])
  await vi.advanceTimersByTimeAsync(60_000)
  people.pop()?.()
  await fifth
  expect(order).toEqual(['a person', 'fifth of the last'])
  for (const go of [...leave, ...people, await person, await fifth]) go()
  await expect(limiter.enter()).resolves.toBeTypeOf('function')
})

it('forgets what goes away from the end of the line', async () => {
  const limiter = createLimiter({ atOnce: 2 })
  const leave = await limiter.enter(undefined, { last: true })
  const gone = new AbortController()
  const waiting = limiter.enter(gone.signal, { last: true })
  gone.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  leave()
  await expect(limiter.enter(undefined, { last: true })).resolves.toBeTypeOf('function')
})
