import { expect, it } from 'vitest'
import { changeText, sentText } from './change-words'
import { ACTIONS } from './changes'

it('names each kind of change, and one of which the kind is not known', () => {
  expect(ACTIONS.map(changeText)).toEqual([
    'a change of the payments',
    'a change of the rule',
    'the disabling',
    'the creation',
  ])
  expect(changeText(undefined)).toBe('a change')
})

it('says who sent it and when in London, as far as that is known', () => {
  const [by, sentAt] = ['lead@quarterday.test', '2025-06-05T13:32:00.000Z']
  expect(sentText({ by, sentAt })).toBe('sent by lead@quarterday.test on Thu 5 Jun 2025, 14:32')
  expect(sentText({ by, sentAt: null })).toBe('sent by lead@quarterday.test')
  expect(sentText({ sentAt: '2025-12-05T13:32:00.000Z' })).toBe('sent on Fri 5 Dec 2025, 13:32')
  expect(sentText({})).toBe('')
})
