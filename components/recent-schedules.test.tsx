import { afterEach, expect, it } from 'vitest'
import { recentSchedules, rememberSchedule } from './recent-schedules'

afterEach(() => localStorage.clear())

it('keeps ids alone, the latest first and each once, for one person', () => {
  for (const id of ['A', 'B', 'A']) rememberSchedule('ann@quarterday.test', id)
  expect(recentSchedules('ann@quarterday.test')).toEqual(['A', 'B'])
  expect(recentSchedules('bob@quarterday.test')).toEqual([])
  rememberSchedule('bob@quarterday.test', 'C')
  expect(recentSchedules('ann@quarterday.test')).toEqual([])
})

it.each(['', '{', 'null', '{"person":"a","ids":"x"}', '{"person":"a","ids":["../x",7]}'])(
  'reads nothing from what somebody else wrote there: %s',
  (text) => {
    localStorage.setItem('qd-recent', text)
    expect(recentSchedules('a')).toEqual([])
  },
)
