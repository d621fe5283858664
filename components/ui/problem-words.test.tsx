import { describe, expect, it } from 'vitest'
import { type Problem, statusOf } from '@/lib/problem'
import { problemWords, waitText } from './problem-words'

const EXAMPLES = {
  'not-signed-in': { kind: 'not-signed-in' },
  'not-allowed': { kind: 'not-allowed', needs: 'schedules:disable' },
  'bad-input': { kind: 'bad-input', fields: [{ path: 'page', message: 'Pages count from 1.' }] },
  'too-large': { kind: 'too-large' },
  'too-many': { kind: 'too-many', retryAfterSeconds: 30 },
  'not-found': { kind: 'not-found', what: 'schedule' },
  stale: { kind: 'stale' },
  busy: { kind: 'busy' },
  refused: { kind: 'refused', reason: 'next_collection_date must be a future date' },
  unreachable: { kind: 'unreachable' },
  'not-recorded': { kind: 'not-recorded' },
  'outcome-unknown': { kind: 'outcome-unknown' },
  unreadable: { kind: 'unreadable' },
  misconfigured: { kind: 'misconfigured' },
  unexpected: { kind: 'unexpected', ref: '7F2A-91C4' },
} satisfies Record<Problem['kind'], Problem>

describe('words for problems', () => {
  it('has some for every kind, without blame, exclamation marks or names of ours', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(statusOf).sort())
    for (const example of Object.values(EXAMPLES)) {
      const { title, text } = problemWords(example)
      expect(title).toMatch(/^[A-Z].*\.$/)
      expect(`${title} ${text}`).not.toMatch(/!|please|oops|success|schedules:|undefined/i)
    }
  })

  it('keeps SmarterPay’s own words apart as a quote', () => {
    const words = problemWords(EXAMPLES.refused)
    expect(words.quote).toBe('next_collection_date must be a future date')
    expect(words.title + words.text).not.toContain('next_collection_date')
  })

  it('never invites to send an unclear change again', () => {
    expect(problemWords(EXAMPLES['outcome-unknown']).again).toBe(false)
  })

  it('says the same of what does not exist and what may not be seen', () => {
    expect(problemWords(EXAMPLES['not-found']).title).toBe('This schedule does not exist or you do not have access.')
  })

  it('tells a silent SmarterPay from a network that does not reach this dashboard', () => {
    expect(problemWords(EXAMPLES.unreachable).title).toBe('SmarterPay is not answering.')
    expect(problemWords({ kind: 'unreachable', offline: true }).title).toBe('This dashboard cannot be reached.')
  })

  it('tells an administrator what to look after, and others whom to tell', () => {
    const [agent, admin] = (['agent', 'admin'] as const).map((role) => problemWords(EXAMPLES.misconfigured, role).text)
    expect(agent).toContain('Tell an administrator.')
    expect(admin).toContain('renew it where the dashboard is set up')
    expect(`${agent} ${admin}`).not.toMatch(/token|bearer|credential|498/i)
  })

  it('counts waits in seconds, then minutes', () => {
    expect([waitText(1), waitText(20), waitText(600)]).toEqual(['1 second', '20 seconds', '10 minutes'])
  })
})
