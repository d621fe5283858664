import { describe, expect, it } from 'vitest'
import type { ActivityEntry } from '../activity'
import { payment, payments } from '../schedules/examples'
import type { UpcomingPayment } from '../schedules/model'
import { csvField } from '../spreadsheet'
import { csvHead, csvLines } from './csv'
import { type ActivityGroup, readEntry, versionsOf } from './entry'
import { entryName, outcomeText, whatText } from './words'

const line = (over: Partial<ActivityEntry> = {}): ActivityEntry => ({
  seq: 1,
  at: '2025-06-05T13:32:00.000Z',
  person: 'agent@quarterday.test',
  role: 'agent',
  source: 'person',
  action: 'replace-upcoming',
  schedule: 'FTBRS00112373',
  change: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  phase: 'attempted',
  reason: 'customer-asked',
  note: null,
  before: null,
  after: null,
  ...over,
})
const was = payments(['2025-06-19', '2025-07-21', '2025-08-19'])
const group = (
  after: UpcomingPayment[],
  ending: Partial<ActivityEntry> | null = { phase: 'applied' },
): ActivityGroup => ({
  who: 'Agent',
  phases: [
    line({ before: { upcoming: was, nextCollectionDate: '2025-06-19' }, after: { upcoming: after } }),
    ...(ending ? [line({ seq: 2, before: { upcoming: was }, after: { upcoming: after }, ...ending })] : []),
  ],
})
const moved = [payment('2025-06-27', '25.32'), ...was.slice(1)]
const several = [payment('2025-06-27', '25.32'), payment('2025-07-21', '0'), payment('2025-08-19', '40')]

describe('an entry in words', () => {
  it('names person, act, schedule and the London time', () => {
    expect(entryName(group(moved))).toBe('Agent moved 1 payment on FTBRS00112373, 5 June 2025, 14:32')
  })

  it.each<[string, ActivityGroup]>([
    ['moved 1, skipped 1 and edited 1 payment', group(several)],
    ['added 1 payment', group([...was, payment('2025-09-19', '25.32')])],
    ['removed 2 payments', group(was.slice(0, 1))],
    ['tried to move 1 payment', group(moved, { phase: 'refused', before: null, after: { refusal: 'No.' } })],
    ['tried to move 1 payment', group(moved, null)],
  ])('%s', (words, one) => {
    expect(whatText(one)).toBe(words)
  })

  it.each<[string, Partial<ActivityEntry>]>([
    [
      'changed the amount from £22.50 to £25.32',
      { action: 'amend', before: { amount: 2250 }, after: { amount: 2532 } },
    ],
    [
      'changed the amount and collection day',
      { action: 'amend', before: { amount: 1, collectionDay: 3 }, after: { amount: 2, collectionDay: 'last' } },
    ],
    ['disabled the schedule', { action: 'disable', before: { status: 'active' }, after: { status: 'inactive' } }],
    ['created the schedule', { action: 'create', after: { amount: 2532 } }],
    ['signed in by single sign-on', { action: 'sign-in', phase: null, after: { door: 'sso' } }],
    [
      'was refused POST /api/exports: Agent, Finance or Team lead may do this',
      {
        action: 'not-allowed',
        phase: null,
        after: { asked: 'POST /api/exports', needs: 'Agent, Finance or Team lead' },
      },
    ],
    [
      'changed the role of ann@example.test from no access to Team lead',
      {
        action: 'role-change',
        phase: null,
        before: { person: 'ann@example.test', role: 'agent', enabled: false },
        after: { person: 'ann@example.test', role: 'lead', enabled: true },
      },
    ],
    ['exported 1 row of activity', { action: 'export', phase: null, after: { what: 'activity', rows: 1 } }],
    ['verified the log: it is broken at entry 7', { action: 'verify', phase: null, after: { read: 6, firstBad: 7 } }],
  ])('%s', (words, over) => {
    expect(whatText({ who: 'Ann', phases: [line({ phase: 'applied', ...over })] })).toBe(words)
  })

  it.each([
    [
      'outside',
      'created-outside',
      null,
      { amount: 2532, status: 'active' },
      'Outside this dashboard created the schedule on',
    ],
    ['outside', 'gone-outside', { amount: 2532, status: 'active' }, {}, 'SmarterPay no longer has the schedule on'],
    [
      'smarterpay',
      'regenerated',
      { upcoming: [{ date: '2022-09-19', amount: 2532 }] },
      { upcoming: [{ date: '2022-09-20', amount: 2532 }] },
      'SmarterPay moved 1 payment on',
    ],
  ] as const)('says of what was seen at SmarterPay (%s, %s) who did it', (source, action, before, after, name) => {
    const base = {
      seq: 1,
      at: '2022-06-01T10:00:00.000Z',
      person: null,
      role: null,
      schedule: 'FTBRS1',
      change: null,
      phase: null,
    }
    const group: ActivityGroup = {
      who: null,
      phases: [{ ...base, reason: null, note: null, source, action, before, after }],
    }
    expect(entryName(group)).toContain(name)
    expect(readEntry(group).outcome).toBe('seen')
  })

  it('says of a change from outside when it can have happened, and who noticed is nobody', () => {
    const outside: ActivityGroup = {
      who: null,
      phases: [
        line({
          person: null,
          source: 'outside',
          action: 'changed-outside',
          change: null,
          phase: null,
          before: { upcoming: was, seenAt: '2025-06-05T13:00:00.000Z' },
          after: { upcoming: moved, seenAt: '2025-06-05T13:30:00.000Z' },
        }),
      ],
    }
    expect(entryName(outside)).toMatch(/^Outside this dashboard moved 1 payment on/)
    expect(readEntry(outside)).toMatchObject({
      outcome: 'seen',
      between: { from: '2025-06-05T13:00:00.000Z', until: '2025-06-05T13:30:00.000Z' },
      parts: [],
    })
  })
})

describe('what came of a change', () => {
  it.each<[string, Partial<ActivityEntry> | null]>([
    ['Confirmed by SmarterPay', { phase: 'applied' }],
    ['Saved, adjusted by SmarterPay', { phase: 'adjusted' }],
    ['Refused by SmarterPay, nothing changed', { phase: 'refused' }],
    ['Not applied, nothing changed', { phase: 'not-applied' }],
    ['Not confirmed yet', { phase: 'unknown' }],
    ['Not confirmed yet', null],
    ['Needs attention', { phase: 'needs-attention' }],
    ['Applied, as a person found', { phase: 'resolved', reason: 'applied', note: 'Portal shows it' }],
    ['Not applied, as a person found', { phase: 'resolved', reason: 'not-applied' }],
  ])('%s', (words, ending) => {
    expect(outcomeText(readEntry(group(moved, ending)))).toBe(words)
  })

  it('does not say that who found a schedule inactive disabled it', () => {
    const found = line({
      action: 'disable',
      phase: 'applied',
      before: { status: 'inactive' },
      after: { status: 'inactive' },
    })
    const once: ActivityGroup = { who: 'Team lead', phases: [found] }
    expect(whatText(once)).toBe('found the schedule inactive already')
    expect(outcomeText(readEntry(once))).toBe('Nothing was sent')
    const sent: ActivityGroup = {
      ...once,
      phases: [{ ...found, phase: 'attempted', before: { status: 'active' } }, found],
    }
    expect(whatText(sent)).toBe('disabled the schedule')
    expect(outcomeText(readEntry(sent))).toBe('Confirmed by SmarterPay')
  })

  it('shows what stands afterwards where SmarterPay adjusted it, not what was wanted', () => {
    const got = [payment('2025-06-30', '25.32'), ...was.slice(1)]
    const adjusted = group(moved, { phase: 'adjusted', after: { upcoming: got } })
    expect(readEntry(adjusted).payments?.after).toEqual(got)
    expect(versionsOf(adjusted)).toEqual({ before: was, after: got })
  })

  it('offers nothing to restore after a change that was refused, but what stood before it', () => {
    expect(versionsOf(group(moved, { phase: 'refused', before: null, after: { refusal: 'No.' } }))).toEqual({
      before: was,
      after: null,
    })
  })
})

describe('the file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['  =1', "'  =1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
  ])('%j is written as %j', (text, field) => {
    expect(csvField(text)).toBe(field)
  })

  it('has one line for each record, with the columns that were asked for', () => {
    const columns = ['seq', 'at', 'at_london', 'note', 'after'] as const
    expect(csvHead(columns)).toBe('seq,at,at_london,note,after\r\n')
    expect(csvLines([line({ note: '=cmd', after: { amount: 2532 } })], columns)).toBe(
      `1,2025-06-05T13:32:00.000Z,"Thu 5 Jun 2025, 14:32",'=cmd,"{""amount"":2532}"\r\n`,
    )
  })
})
