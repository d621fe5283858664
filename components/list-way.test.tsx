import { afterEach, expect, it } from 'vitest'
import { rememberWay, stepsFrom } from './list-way'

afterEach(() => sessionStorage.clear())

it('knows what stood before and after a schedule in the list that one came from', () => {
  rememberWay({ here: '/schedules?status=active', ids: ['A', 'B', 'C'] })
  expect(stepsFrom('B')).toEqual({ here: '/schedules?status=active', place: 2, of: 3, previous: 'A', next: 'C' })
  expect(stepsFrom('A')).toMatchObject({ previous: null, next: 'B' })
  expect(stepsFrom('C')).toMatchObject({ previous: 'B', next: null })
  expect(stepsFrom('D')).toBeNull()
})

it.each(['', '{', 'null', '{"here":"//evil.test","ids":["A"]}', '{"here":"/schedules","ids":"A"}'])(
  'leads nowhere by what somebody else wrote there: %s',
  (text) => {
    sessionStorage.setItem('qd-list-way', text)
    expect(stepsFrom('A')).toBeNull()
  },
)
