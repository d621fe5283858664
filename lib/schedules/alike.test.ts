import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alike } from './alike'

it('tells the same plain values from others, however deep', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(alike(a, structuredClone(a))).toBe(true)
      expect(alike(a, b)).toBe(alike(b, a))
      if (alike(a, b)) expect(a).toEqual(b)
      expect(alike([a], [a, b])).toBe(false)
    }),
  )
})

it('holds a list for no record, and a missing part for no empty one', () => {
  expect(alike([], {})).toBe(false)
  expect(alike({ a: undefined }, { b: undefined })).toBe(false)
  expect(alike({ row: 1, date: '2025-07-10' }, { row: 1, date: '2025-07-11' })).toBe(false)
  expect(alike(null, {})).toBe(false)
})
