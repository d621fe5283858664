import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '@/lib/problem'
import type { ChangeAnswer } from '@/lib/schedules/changes'
import { outcomeOfProblem } from './outcome'
import { useSaving } from './use-saving'

const answer = { change: { state: 'applied' } } as ChangeAnswer

function setUp(
  replies: (() => Promise<ChangeAnswer>)[],
  ...kept: [keptKey?: string, options?: { followsUsed: boolean }]
) {
  const sent: { body: string; key: string }[] = []
  const { result } = renderHook(() =>
    useSaving(
      (body: string, key: string) => {
        sent.push({ body, key })
        return (replies.shift() ?? (() => Promise.resolve(answer)))()
      },
      ...kept,
    ),
  )
  return { sent, saving: result }
}
const fails = (kind: 'stale' | 'not-recorded' | 'outcome-unknown') => () => Promise.reject(new ProblemError({ kind }))

const used = () => {
  const fields = [{ path: 'Idempotency-Key', message: 'This key was used for another change.' }]
  return Promise.reject(new ProblemError({ kind: 'bad-input', fields }))
}

describe('a confirmation', () => {
  it('is sent once by two presses in one moment', async () => {
    const { sent, saving } = setUp([])
    act(() => saving.current.open())
    await act(async () => {
      await Promise.all([saving.current.save('a'), saving.current.save('a')])
    })
    expect(sent).toHaveLength(1)
    expect(saving.current.stage).toMatchObject({ at: 'done', outcome: { kind: 'saved' } })
  })

  it('has its key from the moment the review opens, and keeps it when it is closed and opened again', () => {
    const { saving } = setUp([])
    act(() => saving.current.open())
    const { key } = saving.current
    expect(key).toMatch(/^[0-9a-f-]{36}$/)
    act(() => saving.current.close())
    act(() => saving.current.open())
    expect(saving.current.key).toBe(key)
  })

  it('keeps the key for the same body when nothing was sent, and takes another for another body', async () => {
    const { sent, saving } = setUp([fails('not-recorded'), fails('not-recorded'), fails('not-recorded')])
    act(() => saving.current.open())
    for (const body of ['a', 'a', 'b']) await act(() => saving.current.save(body))
    expect(sent[1]?.key).toBe(sent[0]?.key)
    expect(sent[2]?.key).not.toBe(sent[0]?.key)
    expect(saving.current.stage).toMatchObject({ at: 'reviewing', outcome: { kind: 'not-sent' } })
  })

  it('keeps the key while the outcome is open, and lets it go once it had its answer', async () => {
    const { sent, saving } = setUp([fails('outcome-unknown')])
    act(() => saving.current.open())
    await act(() => saving.current.save('a'))
    expect(saving.current.key).toBe(sent[0]?.key)
    act(() => saving.current.finish({ kind: 'not-applied' }, sent[0]?.key ?? '', 0))
    expect(saving.current.key).toBeNull()
  })

  it('keeps the key of what was saved otherwise until a person has decided about it', async () => {
    const adjusted = { change: { state: 'adjusted' } } as ChangeAnswer
    const { sent, saving } = setUp([() => Promise.resolve(adjusted)])
    act(() => saving.current.open())
    await act(() => saving.current.save('a'))
    expect(saving.current.key).toBe(sent[0]?.key)
    act(() => saving.current.close())
    expect(saving.current.key).toBeNull()
  })

  it('of work taken up again goes out under a key of its own where another tab sent something else under the kept one', async () => {
    const { sent, saving } = setUp([used, fails('stale')], 'kept')
    await act(() => saving.current.save('b'))
    expect(sent[0]?.key).toBe('kept')
    expect(sent[1]).toMatchObject({ body: 'b', key: saving.current.key })
    expect(sent[1]?.key).not.toBe('kept')
    expect(saving.current.stage).toMatchObject({ at: 'done', outcome: { kind: 'stale' } })
  })

  it('is told what came of the other where it asks to follow it', async () => {
    const { sent, saving } = setUp([used], 'kept', { followsUsed: true })
    await act(() => saving.current.save('b'))
    expect(sent).toHaveLength(1)
    expect(saving.current.stage).toMatchObject({ at: 'done', outcome: { kind: 'open' }, key: 'kept' })
  })

  it('keeps the key of what needs attention until a person has said what came of it', async () => {
    const { sent, saving } = setUp([fails('outcome-unknown')])
    act(() => saving.current.open())
    await act(() => saving.current.save('a'))
    const key = sent[0]?.key ?? ''
    act(() => saving.current.finish({ kind: 'needs-attention', change: answer.change }, key, 0))
    expect(saving.current.key).toBe(key)
    act(() => saving.current.close())
    expect(saving.current.key).toBeNull()
    await act(() => saving.current.save('a'))
    expect(sent[1]?.key).not.toBe(key)
  })
})

describe('a problem that a write ran into', () => {
  const KEY = 'c0ffee00-0000-4000-8000-000000000001'
  const own = (state: string) => ({ id: KEY, state })
  const other = { id: 'another', state: 'unknown' }
  it.each([
    ['SmarterPay refused', { kind: 'refused', reason: 'No' } as const, own('refused'), 'refused'],
    ['it does not accept the dashboard', { kind: 'misconfigured' } as const, own('refused'), 'turned-away'],
    ['it was not reached', { kind: 'unreachable' } as const, own('not-applied'), 'not-applied'],
    ['it was not reached before anything was recorded', { kind: 'unreachable' } as const, null, 'not-sent'],
    ['the browser is offline', { kind: 'unreachable', offline: true } as const, null, 'not-sent'],
    ['the record moved', { kind: 'stale' } as const, null, 'stale'],
    ['another change is under way', { kind: 'busy' } as const, other, 'busy'],
    ['this very change is under way', { kind: 'busy' } as const, own('attempted'), 'open'],
    ['no clear answer came', { kind: 'outcome-unknown' } as const, null, 'open'],
    ['the dashboard failed at an unknown moment', { kind: 'unexpected', ref: 'r' } as const, null, 'open'],
    ['no record could be made', { kind: 'not-recorded' } as const, null, 'not-sent'],
    ['the person is signed out', { kind: 'not-signed-in' } as const, null, 'not-sent'],
    ['the list could not be read before', { kind: 'unreadable' } as const, null, 'not-sent'],
  ])('%s', (_, problem, change, kind) => {
    expect(outcomeOfProblem(problem, change, KEY).kind).toBe(kind)
  })
})
